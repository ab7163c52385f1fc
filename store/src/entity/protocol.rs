//! Rows of `protocols`: one for each version.

use domain::meetings::ProtocolStatus;
use domain::{CaseId, IdempotencyKey, MeetingId, MemberId, ProtocolId, Timestamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "protocols")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: ProtocolId,
    pub(crate) meeting_id: MeetingId,
    pub(crate) case_id: CaseId,
    pub(crate) number: i32,
    pub(crate) status: ProtocolStatus,
    /// The protocol's bytes, sealed with the case's key.
    pub(crate) contents: Vec<u8>,
    pub(crate) made_at: Timestamp,
    pub(crate) made_by: MemberId,
    pub(crate) changed_at: Timestamp,
    pub(crate) version: i32,
    pub(crate) idempotency_key: IdempotencyKey,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
