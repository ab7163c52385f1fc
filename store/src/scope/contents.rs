//! What lies in a case: reached through a case that a scope has let through, never by itself.

use domain::access::CaseAction;
use domain::notes::NoteKind;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement, SimpleExpr, UnionType};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select, SelectTwo,
};

use super::{cases, links_of, there_is};
use crate::Viewer;
use crate::cases::Readable;
use crate::entity::{
    case, case_answer, case_entry, case_event, case_outsider, case_participant, document, document_version, document_words, earlier_text,
    meeting, meeting_action, note, note_addition, note_text, protocol, protocol_signature, task, task_comment,
};

/// Notes of a case that a scope has already let through. A private one is its author's alone, for every reader there is.
pub(crate) fn notes_of(case: &Readable, viewer: &Viewer) -> Select<note::Entity> {
    let for_others = note::Column::Kind.ne(NoteKind::Private);
    note::Entity::find()
        .filter(note::Column::CaseId.eq(case.id()))
        .filter(Condition::any().add(for_others).add(note::Column::AuthorId.eq(viewer.person())))
}

/// What the viewer has kept to themselves in a case that a scope has already let through.
pub(crate) fn private_notes_of(case: &Readable, viewer: &Viewer) -> Select<note::Entity> {
    note::Entity::find()
        .filter(note::Column::CaseId.eq(case.id()))
        .filter(note::Column::Kind.eq(NoteKind::Private))
        .filter(note::Column::AuthorId.eq(viewer.person()))
}

/// The texts before of a note that came out of [`notes_of`].
pub(crate) fn earlier_texts_of(note: &note::Model) -> Select<note_text::Entity> {
    note_text::Entity::find().filter(note_text::Column::NoteId.eq(note.id))
}

/// The same notes, each with what was added to it, the oldest first.
pub(crate) fn notes_with_additions(notes: Select<note::Entity>) -> SelectTwo<note::Entity, note_addition::Entity> {
    let added = note::Entity::belongs_to(note_addition::Entity).from(note::Column::Id).to(note_addition::Column::NoteId);
    notes
        .join(JoinType::LeftJoin, added.into())
        .order_by_asc(note_addition::Column::AddedAt)
        .order_by_asc(note_addition::Column::Id)
        .select_also(note_addition::Entity)
}

/// What was added to notes that came out of [`notes_of`].
pub(crate) fn additions_to(notes: impl IntoIterator<Item = domain::NoteId>) -> Select<note_addition::Entity> {
    note_addition::Entity::find().filter(note_addition::Column::NoteId.is_in(notes))
}

/// What was added, by ids out of the timeline of a case that a scope has already let through.
pub(crate) fn additions_told(ids: impl IntoIterator<Item = domain::AdditionId>) -> Select<note_addition::Entity> {
    note_addition::Entity::find().filter(note_addition::Column::Id.is_in(ids))
}

/// Contact and decisions of a case that a scope has already let through.
pub(crate) fn entries_of(case: &Readable) -> Select<case_entry::Entity> {
    case_entry::Entity::find().filter(case_entry::Column::CaseId.eq(case.id()))
}

/// Others in a case that a scope has already let through, but for those who have been taken out.
pub(crate) fn outsiders_of(case: &Readable) -> Select<case_outsider::Entity> {
    outsiders_ever_in(case).filter(case_outsider::Column::RemovedAt.is_null())
}

/// The same with those who have been taken out.
pub(crate) fn outsiders_ever_in(case: &Readable) -> Select<case_outsider::Entity> {
    case_outsider::Entity::find().filter(case_outsider::Column::CaseId.eq(case.id()))
}

/// What stood in something of a case that a scope has already let through, before it was changed.
pub(crate) fn earlier_in(case: &Readable, subject: uuid::Uuid) -> Select<earlier_text::Entity> {
    earlier_text::Entity::find().filter(earlier_text::Column::CaseId.eq(case.id())).filter(earlier_text::Column::SubjectId.eq(subject))
}

/// Tasks of a case that a scope has already let through.
pub(crate) fn tasks_of(case: &Readable) -> Select<task::Entity> {
    task::Entity::find().filter(task::Column::CaseId.eq(case.id()))
}

/// What was answered when a case was opened that a scope has already let through.
pub(crate) fn answers_of(case: &Readable) -> Select<case_answer::Entity> {
    case_answer::Entity::find().filter(case_answer::Column::CaseId.eq(case.id()))
}

/// Comments that lines of a timeline tell of, which a scope has let through.
pub(crate) fn comments_told(ids: impl IntoIterator<Item = domain::TaskCommentId>) -> Select<task_comment::Entity> {
    task_comment::Entity::find().filter(task_comment::Column::Id.is_in(ids))
}

/// The comments on tasks whose rows came out of a case that a scope has let through.
pub(crate) fn comments_on(tasks: impl IntoIterator<Item = domain::TaskId>) -> Select<task_comment::Entity> {
    task_comment::Entity::find().filter(task_comment::Column::TaskId.is_in(tasks))
}

/// Documents of a case that a scope has already let through.
pub(crate) fn documents_of(case: &Readable) -> Select<document::Entity> {
    document::Entity::find().filter(document::Column::CaseId.eq(case.id()))
}

/// Their versions.
pub(crate) fn versions_of(case: &Readable) -> Select<document_version::Entity> {
    document_version::Entity::find().filter(document_version::Column::CaseId.eq(case.id()))
}

/// The words in a version that came out of [`versions_of`].
pub(crate) fn words_of(version: domain::DocumentVersionId) -> Select<document_words::Entity> {
    document_words::Entity::find_by_id(version)
}

/// What the viewer has added themselves, in whichever case: for limits, and for what was sent twice.
pub(crate) fn own_versions(viewer: &Viewer) -> Select<document_version::Entity> {
    document_version::Entity::find().filter(document_version::Column::MadeBy.eq(viewer.person()))
}

/// For sweeping alone: the versions of cases that were not erased which name any of these objects. Nothing else of them is
/// read.
pub(crate) fn versions_in(objects: &[String]) -> Select<document_version::Entity> {
    let erased = Query::select().column(case::Column::Id).from(case::Entity).and_where(case::Column::ErasedAt.is_not_null()).to_owned();
    document_version::Entity::find()
        .filter(
            Condition::any().add(document_version::Column::Object.is_in(objects)).add(document_version::Column::TwinObject.is_in(objects)),
        )
        .filter(document_version::Column::CaseId.not_in_subquery(erased))
}

/// Meetings of a case that a scope has already let through.
pub(crate) fn meetings_of(case: &Readable) -> Select<meeting::Entity> {
    meeting::Entity::find().filter(meeting::Column::CaseId.eq(case.id()))
}

/// Every version of every protocol of a case that a scope has already let through.
pub(crate) fn protocols_of(case: &Readable) -> Select<protocol::Entity> {
    protocol::Entity::find().filter(protocol::Column::CaseId.eq(case.id()))
}

/// The signatures of these, likewise.
pub(crate) fn signatures_of(case: &Readable) -> Select<protocol_signature::Entity> {
    protocol_signature::Entity::find().filter(protocol_signature::Column::CaseId.eq(case.id()))
}

/// Which actions of a meeting that came out of [`meetings_of`] have become tasks.
pub(crate) fn actions_made(meeting: domain::MeetingId) -> Select<meeting_action::Entity> {
    meeting_action::Entity::find().filter(meeting_action::Column::MeetingId.eq(meeting))
}

/// Meetings that are to come, in cases which the viewer owns or takes part in, and may read. One's own cases are few: from
/// them it goes to their meetings, and each is asked whether it may be read.
pub(crate) fn my_coming_meetings(viewer: &Viewer, from: domain::Timestamp) -> Select<meeting::Entity> {
    let takes_part = Query::select()
        .column(case_participant::Column::CaseId)
        .from(case_participant::Entity)
        .and_where(case_participant::Column::PersonId.eq(viewer.person()))
        .to_owned();
    let own = Query::select()
        .column(case::Column::Id)
        .from(case::Entity)
        .and_where(case::Column::OwnerId.eq(viewer.person()))
        .union(UnionType::All, takes_part)
        .to_owned();
    let readable = Query::select()
        .expr(Expr::val(1))
        .from(case::Entity)
        .and_where(Expr::col((case::Entity, case::Column::Id)).equals((meeting::Entity, meeting::Column::CaseId)))
        .and_where(case::Column::ErasedAt.is_null())
        .cond_where(cases::condition(viewer, CaseAction::Read))
        .to_owned();
    meeting::Entity::find()
        .filter(meeting::Column::CaseId.in_subquery(own))
        .filter(meeting::Column::Status.eq(domain::meetings::MeetingStatus::Planned))
        .filter(meeting::Column::StartsAt.gte(from))
        .filter(there_is(readable))
}

/// The timeline of a case that a scope has already let through, to be counted: what is told goes by [`events_told`].
pub(crate) fn events_of(case: &Readable) -> Select<case_event::Entity> {
    case_event::Entity::find().filter(case_event::Column::CaseId.eq(case.id()))
}

/// What few cases have any of, each a column of the one row that answers [`has_any`].
#[derive(Debug, FromQueryResult)]
pub(crate) struct HasAny {
    pub(crate) documents: bool,
    pub(crate) meetings: bool,
    pub(crate) outsiders: bool,
    pub(crate) links: bool,
    /// Notes that the viewer keeps to themselves.
    pub(crate) private_notes: bool,
}

/// Which of these a case has that a scope has let through, so that nobody is asked for what is not there.
pub(crate) fn has_any(case: &Readable, viewer: &Viewer) -> SelectStatement {
    Query::select()
        .expr_as(any(versions_of(case)), "documents")
        .expr_as(any(meetings_of(case)), "meetings")
        .expr_as(any(outsiders_of(case)), "outsiders")
        .expr_as(any(links_of(case)), "links")
        .expr_as(any(private_notes_of(case, viewer)), "private_notes")
        .to_owned()
}

fn any<E: EntityTrait>(rows: Select<E>) -> SimpleExpr {
    there_is(rows.select_only().expr(Expr::val(1)).into_query())
}

/// Open tasks of cases whose ids came out of a scope.
pub(crate) fn open_tasks_of(cases: impl IntoIterator<Item = domain::CaseId>) -> Select<task::Entity> {
    task::Entity::find().filter(task::Column::CaseId.is_in(cases)).filter(task::Column::DoneAt.is_null())
}
