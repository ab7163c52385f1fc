//! The jobs through which a viewer reaches their members.

use domain::access::{Action, DataClass, Way};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, Query, SelectStatement, UnionType};
use sea_orm::{ColumnTrait, Condition};

use crate::Viewer;
use crate::entity::{club_member, employer_unit, member, unit_path};

use crate::scope::there_is;

use super::{Reached, at, helped, today, under_employers, ways};

/// Which jobs of members in scope the viewer may see in lists: those through which a way reaches them. Whoever
/// reaches a member through their local sees every job of theirs.
pub(crate) fn seen_jobs(viewer: &Viewer) -> Condition {
    jobs_through(viewer, DataClass::MemberBasics, Action::See)
}

/// The same for another kind of data, or for something else than seeing: the jobs through which a way for that reaches
/// their members.
pub(crate) fn jobs_through(viewer: &Viewer, class: DataClass, action: Action) -> Condition {
    let mut any = Condition::any().add(Expr::cust("1 = 0"));
    for way in ways(viewer, class, action) {
        any = match &way {
            Way::Unit(unit) => {
                // Asked of one unit at a time: there may be thousands under this one, and few jobs.
                let under = |column: Expr| {
                    let path = Query::select()
                        .expr(Expr::val(1))
                        .from(unit_path::Entity)
                        .and_where(column.equals((unit_path::Entity, unit_path::Column::UnitId)))
                        .and_where(unit_path::Column::AboveId.eq(*unit))
                        .to_owned();
                    there_is(path)
                };
                let of_local = Query::select()
                    .expr(Expr::val(1))
                    .from(member::Entity)
                    .and_where(Expr::col((member::Entity, member::Column::Id)).equals((club_member::Entity, club_member::Column::MemberId)))
                    .and_where(under(Expr::col((member::Entity, member::Column::LocalId))))
                    .to_owned();
                any.add(under(Expr::col((club_member::Entity, club_member::Column::ClubId)))).add(there_is(of_local))
            }
            Way::Workplace(unit, workplace) => any.add(at(*unit, *workplace)),
            Way::Employers(employers) => any.add(under_employers(employers)),
            Way::Named => any.add(club_member::Column::MemberId.in_subquery(helped(viewer))),
            Way::TakingPart => any,
        };
    }
    Condition::all().add(any).add(today(viewer))
}

/// Where everybody in scope works, as far as the viewer may see it in lists, with how many work there. The same jobs as
/// [`seen_jobs`]; here each way begins where its own lie.
pub(crate) fn workplaces(viewer: &Viewer) -> Option<SelectStatement> {
    let members = Reached::new(viewer, DataClass::MemberBasics, Action::See).ids()?;
    let (workplace, member) = (club_member::Column::WorkplaceNumber, club_member::Column::MemberId);
    let jobs = |there: Condition| {
        Query::select()
            .distinct()
            .columns([workplace, member])
            .from(club_member::Entity)
            .cond_where(there)
            .cond_where(today(viewer))
            .and_where(member.in_subquery(members.clone()))
            .to_owned()
    };
    let mut ways = ways(viewer, DataClass::MemberBasics, Action::See).into_iter().flat_map(|way| found_along(viewer, &way)).map(jobs);
    let mut seen = ways.next()?;
    for way in ways {
        seen.union(UnionType::All, way);
    }
    let counted = Query::select()
        .column(workplace)
        .expr_as(Func::count_distinct(Expr::col(member)), Alias::new("members"))
        .from_subquery(seen, Alias::new("seen"))
        .group_by_col(workplace)
        .to_owned();
    let counted_column = |column: &'static str| Expr::col((Alias::new("counted"), Alias::new(column)));
    let named = Query::select()
        .columns([(employer_unit::Entity, employer_unit::Column::Number), (employer_unit::Entity, employer_unit::Column::Name)])
        .expr(counted_column("members"))
        .from_subquery(counted, Alias::new("counted"))
        .inner_join(
            employer_unit::Entity,
            Expr::col((employer_unit::Entity, employer_unit::Column::Number)).equals((Alias::new("counted"), workplace)),
        )
        .to_owned();
    Some(named)
}

/// Where the jobs of one way lie.
fn found_along(viewer: &Viewer, way: &Way) -> Vec<Condition> {
    let all = |condition: Expr| Condition::all().add(condition);
    match way {
        Way::Unit(unit) => {
            let under = || {
                Query::select()
                    .column(unit_path::Column::UnitId)
                    .from(unit_path::Entity)
                    .and_where(unit_path::Column::AboveId.eq(*unit))
                    .to_owned()
            };
            let of_local = Query::select()
                .column(member::Column::Id)
                .from(member::Entity)
                .and_where(member::Column::LocalId.in_subquery(under()))
                .to_owned();
            vec![all(club_member::Column::ClubId.in_subquery(under())), all(club_member::Column::MemberId.in_subquery(of_local))]
        }
        Way::Workplace(unit, workplace) => vec![at(*unit, *workplace)],
        Way::Employers(employers) => vec![under_employers(employers)],
        Way::Named => vec![all(club_member::Column::MemberId.in_subquery(helped(viewer)))],
        Way::TakingPart => Vec::new(),
    }
}
