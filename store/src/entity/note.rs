//! Rows of `notes`.

use domain::notes::NoteKind;
use domain::{CaseId, IdempotencyKey, MemberId, NoteId, Timestamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notes")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: NoteId,
    pub(crate) case_id: CaseId,
    pub(crate) author_id: MemberId,
    /// Sealed with the case's key.
    pub(crate) body: Vec<u8>,
    /// When others could first see it; of a private one, when it was begun.
    pub(crate) written_at: Timestamp,
    pub(crate) idempotency_key: IdempotencyKey,
    pub(crate) kind: NoteKind,
    pub(crate) version: i32,
    /// When its text was last changed.
    pub(crate) changed_at: Option<Timestamp>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
