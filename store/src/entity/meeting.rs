//! Rows of `meetings`.

use domain::meetings::MeetingStatus;
use domain::{CaseId, IdempotencyKey, MeetingId, MemberId, Timestamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "meetings")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: MeetingId,
    pub(crate) case_id: CaseId,
    pub(crate) starts_at: Timestamp,
    pub(crate) ends_at: Option<Timestamp>,
    pub(crate) status: MeetingStatus,
    /// Sealed with the case's key.
    pub(crate) plan: Vec<u8>,
    /// Likewise; nothing until somebody has written down who came, or what was said.
    pub(crate) record: Option<Vec<u8>>,
    pub(crate) made_at: Timestamp,
    pub(crate) made_by: MemberId,
    pub(crate) changed_at: Timestamp,
    pub(crate) version: i32,
    pub(crate) idempotency_key: IdempotencyKey,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
