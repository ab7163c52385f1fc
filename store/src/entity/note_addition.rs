//! Rows of `note_additions`.

use domain::{AdditionId, IdempotencyKey, MemberId, NoteId, Timestamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "note_additions")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: AdditionId,
    pub(crate) note_id: NoteId,
    pub(crate) author_id: MemberId,
    /// Sealed with the case's key.
    pub(crate) body: Vec<u8>,
    pub(crate) added_at: Timestamp,
    pub(crate) idempotency_key: IdempotencyKey,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
