//! The jobs through which a viewer reaches their members.

use domain::access::{Action, DataClass, Way};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition};

use crate::Viewer;
use crate::entity::{club_member, member, unit_path};

use super::{at, helped, today, under_employers, ways};

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
                    Expr::exists(path)
                };
                let of_local = Query::select()
                    .expr(Expr::val(1))
                    .from(member::Entity)
                    .and_where(Expr::col((member::Entity, member::Column::Id)).equals((club_member::Entity, club_member::Column::MemberId)))
                    .and_where(under(Expr::col((member::Entity, member::Column::LocalId))))
                    .to_owned();
                any.add(under(Expr::col((club_member::Entity, club_member::Column::ClubId)))).add(Expr::exists(of_local))
            }
            Way::Workplace(unit, workplace) => any.add(at(*unit, *workplace)),
            Way::Employers(employers) => any.add(under_employers(employers)),
            Way::Named => any.add(club_member::Column::MemberId.in_subquery(helped(viewer))),
            Way::TakingPart => any,
        };
    }
    Condition::all().add(any).add(today(viewer))
}
