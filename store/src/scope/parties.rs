//! Whom a case is about, as far as somebody who reads the case may be told.
//!
//! In a case about one member, whoever reads the case knows about whom it is. In a case about several that does not follow:
//! a protected member among them is told of to those alone who see that member anyway, and nobody else learns that there is
//! one more, not even by a number.

use domain::cases::CaseKind;
use domain::registry::Protection;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, Select};

use super::{events_of, links, members, there_is};
use crate::Viewer;
use crate::cases::Readable;
use crate::entity::{EventKind, case, case_event, case_party, member};
use domain::access::{Action, DataClass};

/// The parties of cases whose ids came out of a scope for reading.
pub(crate) fn parties_of(viewer: &Viewer, cases: impl IntoIterator<Item = domain::CaseId>) -> Select<case_party::Entity> {
    let of_several = Query::select()
        .expr(Expr::val(1))
        .from(case::Entity)
        .and_where(Expr::col((case::Entity, case::Column::Id)).equals((case_party::Entity, case_party::Column::CaseId)))
        .and_where(case::Column::Kind.eq(CaseKind::Group))
        .to_owned();
    let told = told_of(viewer, Expr::col((case_party::Entity, case_party::Column::MemberId)));
    case_party::Entity::find()
        .filter(case_party::Column::CaseId.is_in(cases))
        .filter(Condition::any().add(there_is(of_several).not()).add(told))
}

/// The timeline of a case that a scope has let through, without the lines about parties and about other cases of which the
/// viewer is not told.
pub(crate) fn events_told(viewer: &Viewer, case: &Readable) -> Select<case_event::Entity> {
    let others = case_event::Column::Kind.is_not_in([EventKind::PartyAdded, EventKind::PartyRemoved]);
    let told = told_of(viewer, Expr::col((case_event::Entity, case_event::Column::SubjectId)));
    // Who is kept out is told to those who work on the case, here as on its page about access.
    let blocks = [EventKind::ConflictSet, EventKind::ConflictLifted].into_iter().filter(|_| !case.may_work(viewer));
    events_of(case)
        .filter(Condition::any().add(others).add(told))
        .filter(case_event::Column::Kind.is_not_in(blocks))
        .filter(links::lines_told(viewer))
}

/// Of these persons, those of whom the viewer may be told: who are not protected, or whom the viewer sees all the same.
pub(crate) fn persons_told(viewer: &Viewer, ids: impl IntoIterator<Item = domain::MemberId>) -> Select<member::Entity> {
    member::Entity::find().filter(member::Column::Id.is_in(ids)).filter(told_here(viewer))
}

/// Whether the member with this id is not protected, or one that the viewer sees all the same.
fn told_of(viewer: &Viewer, id: SimpleExpr) -> SimpleExpr {
    let row = Query::select()
        .expr(Expr::val(1))
        .from(member::Entity)
        .and_where(Expr::col((member::Entity, member::Column::Id)).eq(id))
        .cond_where(told_here(viewer))
        .to_owned();
    there_is(row)
}

/// The same of a row of `members`.
pub(super) fn told_here(viewer: &Viewer) -> Condition {
    let open = Condition::all().add(member::Column::Protection.eq(Protection::None)).add(member::Column::Shielded.eq(false));
    Condition::any().add(open).add(members::condition(viewer, DataClass::MemberBasics, Action::See))
}
