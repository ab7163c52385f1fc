//! Rows of `case_segments`.

use domain::{IdempotencyKey, MemberId, SegmentId, Timestamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_segments")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: SegmentId,
    pub(crate) person_id: MemberId,
    pub(crate) name: String,
    pub(crate) name_folded: String,
    pub(crate) narrowing: String,
    pub(crate) version: i32,
    pub(crate) changed_at: Timestamp,
    pub(crate) idempotency_key: IdempotencyKey,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
