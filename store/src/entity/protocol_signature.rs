//! Rows of `protocol_signatures`, which are never changed.

use domain::meetings::Side;
use domain::{CaseId, IdempotencyKey, MemberId, ProtocolId, Timestamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "protocol_signatures")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) protocol_id: ProtocolId,
    pub(crate) case_id: CaseId,
    pub(crate) side: Side,
    /// Who, as what and when, and the digest of what was signed; sealed with the case's key.
    pub(crate) details: Vec<u8>,
    pub(crate) signed_at: Timestamp,
    /// Who signed, or noted the other side's signature.
    pub(crate) by_person: MemberId,
    pub(crate) idempotency_key: IdempotencyKey,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
