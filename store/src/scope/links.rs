//! Links between cases, and the lines that tell of them: a trace of the case at the other end, for those alone who may know
//! of that one.

use domain::access::CaseAction;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select};

use super::parties::none_of;
use super::{cases, parties_of, there_is};
use crate::Viewer;
use crate::cases::Readable;
use crate::entity::{EventKind, case, case_event, case_link, case_party};

/// The lines of a timeline that tell of no other case, or of one that the viewer may know of.
pub(super) fn lines_told(viewer: &Viewer) -> Condition {
    let known = Query::select()
        .expr(Expr::val(1))
        .from(case::Entity)
        .and_where(Expr::col((case::Entity, case::Column::Id)).equals((case_event::Entity, case_event::Column::SubjectId)))
        .cond_where(cases::condition(viewer, CaseAction::Know))
        .to_owned();
    Condition::any().add(none_of(&EventKind::OF_ANOTHER_CASE)).add(there_is(known))
}

/// The links of a case that a scope has already let through. Only that they are there may be told, and only of those whose
/// other end [`known_cases`](super::known_cases) lets through: see [`mod@crate::links`].
pub(crate) fn links_of(case: &Readable) -> Select<case_link::Entity> {
    let either = Condition::any().add(case_link::Column::FromCase.eq(case.id())).add(case_link::Column::ToCase.eq(case.id()));
    case_link::Entity::find().filter(either)
}

/// The cases this viewer may read that are about somebody whom this one is about, of whom they are told; a scope has already
/// let this one through, and it is left out.
pub(crate) fn cases_about_the_same(case: &Readable, viewer: &Viewer) -> Select<case::Entity> {
    let people = parties_of(viewer, [case.id()]).select_only().column(case_party::Column::MemberId).into_query();
    let about = Query::select()
        .column(case_party::Column::CaseId)
        .from(case_party::Entity)
        .and_where(case_party::Column::MemberId.in_subquery(people))
        .to_owned();
    super::cases(viewer)
        .filter(case::Column::Id.in_subquery(about))
        .filter(case::Column::Id.ne(case.id()))
        .filter(case::Column::ErasedAt.is_null())
}
