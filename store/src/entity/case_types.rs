//! Rows of `case_types`.

use domain::{IdempotencyKey, MemberId, Timestamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_types")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) version: i32,
    pub(crate) made_at: Timestamp,
    pub(crate) made_by: String,
    pub(crate) note: String,
    /// The file, as it was written.
    pub(crate) contents: String,
    /// Whether it is what the portal came with.
    pub(crate) standard: bool,
    pub(crate) person_id: Option<MemberId>,
    pub(crate) idempotency_key: Option<IdempotencyKey>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
