//! Rows of `case_entries`.

use domain::{CaseId, EntryId, IdempotencyKey, MemberId, Timestamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_entries")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: EntryId,
    pub(crate) case_id: CaseId,
    pub(crate) author_id: MemberId,
    /// A [`domain::entries::Entry`] as JSON, sealed with the case's key.
    pub(crate) contents: Vec<u8>,
    pub(crate) written_at: Timestamp,
    pub(crate) idempotency_key: IdempotencyKey,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
