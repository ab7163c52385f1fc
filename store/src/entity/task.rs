//! Rows of `tasks`.

use domain::{CaseId, Date, IdempotencyKey, MemberId, TaskId, Timestamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tasks")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: TaskId,
    pub(crate) case_id: CaseId,
    pub(crate) title: String,
    pub(crate) due_on: Option<Date>,
    pub(crate) owner_id: MemberId,
    pub(crate) made_at: Timestamp,
    pub(crate) made_by: MemberId,
    pub(crate) done_at: Option<Timestamp>,
    pub(crate) done_by: Option<MemberId>,
    pub(crate) version: i32,
    pub(crate) idempotency_key: IdempotencyKey,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
