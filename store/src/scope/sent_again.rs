//! What somebody has written themselves with the key of a form, for answering a form that comes again: see
//! [`crate::sent_again`].

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Select};

use super::cases;
use crate::Viewer;
use crate::entity::{case, case_entry, case_outsider, meeting, note, note_addition, protocol_signature, task, task_comment};

/// What somebody opened themselves: for answering a repeated form the way it was answered first.
pub(crate) fn opened_by(viewer: &Viewer, key: domain::IdempotencyKey) -> Select<case::Entity> {
    case::Entity::find()
        .filter(cases::not_conflicted(viewer))
        .filter(case::Column::OpenedBy.eq(viewer.person()))
        .filter(case::Column::IdempotencyKey.eq(key))
}

/// The note that somebody wrote themselves with this key: likewise.
pub(crate) fn written_with(viewer: &Viewer, key: domain::IdempotencyKey) -> Select<note::Entity> {
    note::Entity::find().filter(note::Column::AuthorId.eq(viewer.person())).filter(note::Column::IdempotencyKey.eq(key))
}

/// What somebody added themselves with this key: likewise.
pub(crate) fn added_with(viewer: &Viewer, key: domain::IdempotencyKey) -> Select<note_addition::Entity> {
    note_addition::Entity::find()
        .filter(note_addition::Column::AuthorId.eq(viewer.person()))
        .filter(note_addition::Column::IdempotencyKey.eq(key))
}

/// The entry that somebody wrote themselves with this key: likewise.
pub(crate) fn entered_with(viewer: &Viewer, key: domain::IdempotencyKey) -> Select<case_entry::Entity> {
    case_entry::Entity::find().filter(case_entry::Column::AuthorId.eq(viewer.person())).filter(case_entry::Column::IdempotencyKey.eq(key))
}

/// Whom somebody wrote down themselves with this key: likewise.
pub(crate) fn outsider_added_with(viewer: &Viewer, key: domain::IdempotencyKey) -> Select<case_outsider::Entity> {
    case_outsider::Entity::find()
        .filter(case_outsider::Column::AddedBy.eq(viewer.person()))
        .filter(case_outsider::Column::IdempotencyKey.eq(key))
}

/// The task that somebody made themselves with this key: likewise.
pub(crate) fn made_with(viewer: &Viewer, key: domain::IdempotencyKey) -> Select<task::Entity> {
    task::Entity::find().filter(task::Column::MadeBy.eq(viewer.person())).filter(task::Column::IdempotencyKey.eq(key))
}

/// The comment that somebody wrote themselves with this key: likewise.
pub(crate) fn commented_with(viewer: &Viewer, key: domain::IdempotencyKey) -> Select<task_comment::Entity> {
    task_comment::Entity::find()
        .filter(task_comment::Column::AuthorId.eq(viewer.person()))
        .filter(task_comment::Column::IdempotencyKey.eq(key))
}

/// The meeting that somebody called themselves with this key: likewise.
pub(crate) fn called_with(viewer: &Viewer, key: domain::IdempotencyKey) -> Select<meeting::Entity> {
    meeting::Entity::find().filter(meeting::Column::MadeBy.eq(viewer.person())).filter(meeting::Column::IdempotencyKey.eq(key))
}

/// The signature that somebody made or noted themselves with this key: likewise.
pub(crate) fn signed_with(viewer: &Viewer, key: domain::IdempotencyKey) -> Select<protocol_signature::Entity> {
    protocol_signature::Entity::find()
        .filter(protocol_signature::Column::ByPerson.eq(viewer.person()))
        .filter(protocol_signature::Column::IdempotencyKey.eq(key))
}
