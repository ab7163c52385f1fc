//! The ways to members, in SQL: as a condition on single rows here, and as lists in order in [`Reached`].

mod jobs;
mod reached;

pub(crate) use jobs::{jobs_through, seen_jobs, workplaces};
pub(crate) use reached::{Reached, has_word};

use domain::access::{Action, DataClass, Way};
use domain::registry::{MembershipKind, Protection};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, Select};

use crate::Viewer;
use crate::entity::{club_member, employer_path, member, protected_helper, reach};

use super::{on_day, there_is};

/// Each way once, protected members' last.
fn ways(viewer: &Viewer, class: DataClass, action: Action) -> Vec<Way> {
    let mut ways: Vec<Way> = Vec::new();
    for (way, _) in viewer.grants.ways_to_members(class, action) {
        if !ways.contains(&way) {
            ways.push(way);
        }
    }
    ways
}

/// The rule for members as a condition on `members`, cheap for a row that something else has found: see
/// [`domain::access::Grants::why_member`].
pub(crate) fn condition(viewer: &Viewer, class: DataClass, action: Action) -> Condition {
    let nobody = Condition::any().add(Expr::cust("1 = 0"));
    ways(viewer, class, action).iter().fold(nobody, |any, way| any.add(holds(viewer, way)))
}

/// A member as seen along one way: see [`Way::reaches_member`].
fn holds(viewer: &Viewer, way: &Way) -> Condition {
    let this = || Expr::col((member::Entity, member::Column::Id));
    let in_unit = |unit| {
        let row = Query::select()
            .expr(Expr::val(1))
            .from(reach::Entity)
            .and_where(reach::Column::UnitId.eq(unit))
            // The name is part of the key: with it, the row is found at once.
            .and_where(Expr::col((member::Entity, member::Column::NameSort)).equals((reach::Entity, reach::Column::NameSort)))
            .and_where(this().equals((reach::Entity, reach::Column::MemberId)))
            .cond_where(on_day(reach::Column::FromDate, reach::Column::ToDate, viewer.today))
            .to_owned();
        there_is(row)
    };
    let at_work = |there: Condition| {
        let row = Query::select()
            .expr(Expr::val(1))
            .from(club_member::Entity)
            .and_where(this().equals((club_member::Entity, club_member::Column::MemberId)))
            .cond_where(there)
            .cond_where(today(viewer))
            .to_owned();
        there_is(row)
    };
    match way {
        Way::Unit(unit) => Condition::all().add(in_unit(*unit)),
        Way::Workplace(unit, workplace) => Condition::all().add(in_unit(*unit)).add(at_work(at(*unit, *workplace))),
        Way::Employers(employers) => shown(viewer).add(at_work(under_employers(employers))),
        Way::Named => current(viewer).add(protected()).add(member::Column::Id.in_subquery(helped(viewer))),
        Way::TakingPart => Condition::all().add(Expr::cust("1 = 0")),
    }
}

/// A member today, and not merely employed by the union.
fn current(viewer: &Viewer) -> Condition {
    Condition::all().add(member::Column::Kind.ne(MembershipKind::Staff)).add(member::Column::EndedAt.is_null()).add(on_day(
        member::Column::JoinedOn,
        member::Column::LeftOn,
        viewer.today,
    ))
}

fn protected() -> Condition {
    Condition::any().add(member::Column::Protection.ne(Protection::None)).add(member::Column::Shielded.eq(true))
}

/// A member today whom lists may show. `reach` holds no others.
fn shown(viewer: &Viewer) -> Condition {
    current(viewer).add(member::Column::Protection.eq(Protection::None)).add(member::Column::Shielded.eq(false))
}

/// The members somebody is named for.
fn helped(viewer: &Viewer) -> SelectStatement {
    Query::select()
        .column(protected_helper::Column::MemberId)
        .from(protected_helper::Entity)
        .and_where(protected_helper::Column::PersonId.eq(viewer.person()))
        .to_owned()
}

/// In one club, for one workplace.
fn at(club: domain::UnitId, workplace: domain::identity::OrgNumber) -> Condition {
    Condition::all().add(club_member::Column::ClubId.eq(club)).add(club_member::Column::WorkplaceNumber.eq(workplace))
}

/// In a club today.
fn today(viewer: &Viewer) -> Condition {
    on_day(club_member::Column::FromDate, club_member::Column::ToDate, viewer.today)
}

fn under_employers(employers: &[domain::identity::OrgNumber]) -> Condition {
    let under = Query::select()
        .column(employer_path::Column::Number)
        .from(employer_path::Entity)
        .and_where(employer_path::Column::Above.is_in(employers.iter().copied()))
        .to_owned();
    Condition::all().add(club_member::Column::WorkplaceNumber.in_subquery(under))
}

/// Members joined since a day, for finding them from their dates: right where the viewer reaches very many.
pub(crate) fn joined_since(viewer: &Viewer, since: domain::Date) -> Select<member::Entity> {
    member::Entity::find().filter(member::Column::JoinedOn.gte(since)).filter(condition(viewer, DataClass::MemberBasics, Action::See))
}
