//! Rows of `policies`.

use domain::{IdempotencyKey, MemberId, Timestamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "policies")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) version: i32,
    pub(crate) made_at: Timestamp,
    pub(crate) made_by: String,
    pub(crate) note: String,
    pub(crate) rules: String,
    /// What differs from the standard's offices.
    pub(crate) offices: Option<String>,
    pub(crate) person_id: Option<MemberId>,
    pub(crate) idempotency_key: Option<IdempotencyKey>,
    pub(crate) gave_self: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
