//! Rows of `cases`.

use domain::{
    CaseId, Date, IdempotencyKey, MemberId, Timestamp, UnitId,
    cases::{CaseType, Sensitivity, Status},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cases")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: CaseId,
    pub(crate) number: i64,
    pub(crate) case_type: CaseType,
    pub(crate) sensitivity: Sensitivity,
    pub(crate) status: Status,
    pub(crate) unit_id: UnitId,
    pub(crate) owner_id: MemberId,
    pub(crate) happened_on: Date,
    pub(crate) description: String,
    pub(crate) opened_at: Timestamp,
    pub(crate) opened_by: MemberId,
    pub(crate) updated_at: Timestamp,
    pub(crate) version: i32,
    pub(crate) idempotency_key: IdempotencyKey,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
