//! Which employers a viewer is shown. They carry no personal data; it is a matter of what concerns whom.

use domain::AlertId;
use domain::employers::AlertKind;
use domain::identity::OrgNumber;
use domain::org::UnitKind;
use sea_orm::sea_query::{Alias, CommonTableExpression, Expr, ExprTrait, Query, SelectStatement, UnionType, WithClause};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Select};

use super::on_day;
use crate::Viewer;
use crate::entity::{coverage, employer_alert, employer_alert_seen, employer_unit, mandate, unit};

/// The employers and workplaces this viewer is shown: those that a club of theirs covers, or a club in a local of
/// theirs; everything under those; and, because the owner's bankruptcy is the workplace's too, those they lie under.
pub(crate) fn employers(viewer: &Viewer) -> Select<employer_unit::Entity> {
    employer_unit::Entity::find().filter(employer_unit::Column::Number.in_subquery(numbers(viewer)))
}

/// What has happened to them; and what has left them, because those who represented the people there until yesterday
/// are the first who must know.
pub(crate) fn employer_alerts(viewer: &Viewer) -> Select<employer_alert::Entity> {
    let left = employer_alert::Column::Kind.eq(AlertKind::NewParent).and(employer_alert::Column::OldValue.in_subquery(numbers(viewer)));
    employer_alert::Entity::find().filter(employer_alert::Column::EmployerNumber.in_subquery(numbers(viewer)).or(left))
}

/// Those about one unit, and about what has left it.
pub(crate) fn employer_alerts_about(viewer: &Viewer, number: OrgNumber) -> Select<employer_alert::Entity> {
    let left = employer_alert::Column::Kind.eq(AlertKind::NewParent).and(employer_alert::Column::OldValue.eq(number));
    employer_alerts(viewer).filter(employer_alert::Column::EmployerNumber.eq(number).or(left))
}

/// The same, without what the viewer has marked as seen.
pub(crate) fn unseen_employer_alerts(viewer: &Viewer) -> Select<employer_alert::Entity> {
    let seen = Query::select()
        .column(employer_alert_seen::Column::AlertId)
        .from(employer_alert_seen::Entity)
        .and_where(employer_alert_seen::Column::PersonId.eq(viewer.person()))
        .to_owned();
    employer_alerts(viewer).filter(employer_alert::Column::Id.not_in_subquery(seen))
}

/// One of the viewer's alerts.
pub(crate) fn employer_alert(viewer: &Viewer, id: AlertId) -> Select<employer_alert::Entity> {
    employer_alerts(viewer).filter(employer_alert::Column::Id.eq(id))
}

/// The unit and everything under it, by number.
pub(crate) fn under(number: OrgNumber) -> SelectStatement {
    let with = WithClause::new().recursive(true).cte(walk(BELOW, alone(number), Towards::Workplaces)).to_owned();
    all_of(BELOW).with_cte(with).to_owned()
}

/// The unit and everything it lies under, by number.
pub(crate) fn over(number: OrgNumber) -> SelectStatement {
    let with = WithClause::new().recursive(true).cte(walk(ABOVE, alone(number), Towards::Owners)).to_owned();
    all_of(ABOVE).with_cte(with).to_owned()
}

/// The offices held today in clubs that came out of the scope of employers.
pub(crate) fn offices_in(viewer: &Viewer, clubs: impl IntoIterator<Item = domain::UnitId>) -> Select<mandate::Entity> {
    mandate::Entity::find().filter(mandate::Column::UnitId.is_in(clubs)).filter(mandate::Column::EndedAt.is_null()).filter(on_day(
        mandate::Column::FromDate,
        mandate::Column::ToDate,
        viewer.today,
    ))
}

const BELOW: &str = "below";
const ABOVE: &str = "above";

/// Two walks from what the clubs cover, each as long as what it finds: nothing is read of other employers.
fn numbers(viewer: &Viewer) -> SelectStatement {
    let with = WithClause::new()
        .recursive(true)
        .cte(walk(BELOW, covered(viewer), Towards::Workplaces))
        .cte(walk(ABOVE, covered(viewer), Towards::Owners))
        .to_owned();
    all_of(BELOW).union(UnionType::Distinct, all_of(ABOVE)).with_cte(with).to_owned()
}

/// What the clubs of the viewer's mandates cover, and the clubs in the locals of the viewer's mandates.
fn covered(viewer: &Viewer) -> SelectStatement {
    let held: Vec<_> = viewer.grants.list.iter().map(|grant| grant.unit).collect();
    Query::select()
        .column((coverage::Entity, coverage::Column::EmployerNumber))
        .from(coverage::Entity)
        .inner_join(unit::Entity, Expr::col((unit::Entity, unit::Column::Id)).equals((coverage::Entity, coverage::Column::UnitId)))
        .and_where(Expr::col((coverage::Entity, coverage::Column::EndedAt)).is_null())
        .and_where(Expr::col((unit::Entity, unit::Column::EndedAt)).is_null())
        .and_where(Expr::col((unit::Entity, unit::Column::Kind)).eq(UnitKind::Club.code()))
        .and_where(
            Expr::col((unit::Entity, unit::Column::Id))
                .is_in(held.clone())
                .or(Expr::col((unit::Entity, unit::Column::ParentId)).is_in(held)),
        )
        .to_owned()
}

#[derive(Clone, Copy)]
enum Towards {
    Workplaces,
    Owners,
}

/// `start`, and step by step what is reached from there. `UNION` takes nothing twice, so a loop in the register ends.
fn walk(name: &'static str, start: SelectStatement, towards: Towards) -> CommonTableExpression {
    let (next, from) = match towards {
        Towards::Workplaces => (employer_unit::Column::Number, employer_unit::Column::ParentNumber),
        Towards::Owners => (employer_unit::Column::ParentNumber, employer_unit::Column::Number),
    };
    let step = Query::select()
        .column((employer_unit::Entity, next))
        .from(employer_unit::Entity)
        .inner_join(Alias::new(name), Expr::col((employer_unit::Entity, from)).equals((Alias::new(name), Alias::new("number"))))
        .and_where(Expr::col((employer_unit::Entity, next)).is_not_null())
        .to_owned();
    let mut start = start;
    let query = start.union(UnionType::Distinct, step).to_owned();
    CommonTableExpression::new().table_name(Alias::new(name)).column(Alias::new("number")).query(query).to_owned()
}

fn alone(number: OrgNumber) -> SelectStatement {
    Query::select()
        .column(employer_unit::Column::Number)
        .from(employer_unit::Entity)
        .and_where(employer_unit::Column::Number.eq(number))
        .to_owned()
}

fn all_of(walk: &'static str) -> SelectStatement {
    Query::select().column((Alias::new(walk), Alias::new("number"))).from(Alias::new(walk)).to_owned()
}
