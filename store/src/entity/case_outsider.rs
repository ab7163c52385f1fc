//! Rows of `case_outsiders`.

use domain::{CaseId, IdempotencyKey, MemberId, OutsiderId, Timestamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_outsiders")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: OutsiderId,
    pub(crate) case_id: CaseId,
    /// A [`domain::outsiders::Outsider`] as JSON, sealed with the case's key.
    pub(crate) contents: Vec<u8>,
    pub(crate) added_at: Timestamp,
    pub(crate) added_by: MemberId,
    pub(crate) removed_at: Option<Timestamp>,
    pub(crate) version: i32,
    pub(crate) idempotency_key: IdempotencyKey,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
