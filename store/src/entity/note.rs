//! Rows of `notes`.

use domain::{CaseId, IdempotencyKey, MemberId, NoteId, Timestamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notes")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: NoteId,
    pub(crate) case_id: CaseId,
    pub(crate) author_id: MemberId,
    pub(crate) body: String,
    pub(crate) written_at: Timestamp,
    pub(crate) idempotency_key: IdempotencyKey,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
