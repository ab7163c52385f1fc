//! Where a case about everybody can be opened. Clubs and workplaces carry no personal data; it is a matter of who may open
//! cases where.

use domain::access::{Action, DataClass, Way};
use domain::cases::Sensitivity;
use domain::identity::OrgNumber;
use domain::org::UnitKind;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect, Select, SelectTwo};

use super::{cases, there_is};
use crate::Viewer;
use crate::entity::{coverage, employer_path, employer_unit, unit, unit_path};

/// The clubs in which the viewer may open cases of this sensitivity about all of the club.
pub(crate) fn clubs_to_open_in(viewer: &Viewer, sensitivity: Sensitivity) -> Select<unit::Entity> {
    let this = || Expr::col((unit::Entity, unit::Column::Id));
    let reached = viewer.grants.ways(DataClass::contents(sensitivity), Action::Open).map(|(way, _)| match way {
        Way::Unit(above) => {
            let under = Query::select()
                .expr(Expr::val(1))
                .from(unit_path::Entity)
                .and_where(this().equals((unit_path::Entity, unit_path::Column::UnitId)))
                .and_where(unit_path::Column::AboveId.eq(above))
                .to_owned();
            there_is(under)
        }
        Way::Employers(employers) => {
            let mut club = cases::clubs_at(&employers);
            club.and_where(this().equals((coverage::Entity, coverage::Column::UnitId)));
            there_is(club)
        }
        Way::Workplace(..) | Way::Named | Way::TakingPart => Expr::cust("1 = 0"),
    });
    let reached = reached.fold(Condition::any().add(Expr::cust("1 = 0")), Condition::add);
    unit::Entity::find().filter(unit::Column::Kind.eq(UnitKind::Club)).filter(unit::Column::EndedAt.is_null()).filter(reached)
}

/// The workplaces under what these clubs cover, each with its coverage; those that the register calls workplaces alone.
pub(crate) fn workplaces_of(clubs: impl IntoIterator<Item = domain::UnitId>) -> SelectTwo<employer_unit::Entity, coverage::Entity> {
    let path =
        employer_unit::Entity::belongs_to(employer_path::Entity).from(employer_unit::Column::Number).to(employer_path::Column::Number);
    let covered =
        employer_path::Entity::belongs_to(coverage::Entity).from(employer_path::Column::Above).to(coverage::Column::EmployerNumber);
    employer_unit::Entity::find()
        .select_also(coverage::Entity)
        .join(JoinType::InnerJoin, path.into())
        .join(JoinType::InnerJoin, covered.into())
        .filter(coverage::Column::UnitId.is_in(clubs))
        .filter(coverage::Column::EndedAt.is_null())
        .filter(employer_unit::Column::Kind.eq("underenhet"))
        .filter(employer_unit::Column::RemovedAt.is_null())
}

/// One workplace, if it lies under what this club covers.
pub(crate) fn workplace_of(club: domain::UnitId, number: OrgNumber) -> SelectTwo<employer_unit::Entity, coverage::Entity> {
    workplaces_of([club]).filter(employer_unit::Column::Number.eq(number))
}
