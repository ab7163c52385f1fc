//! Rows of `task_comments`.

use domain::{IdempotencyKey, MemberId, TaskCommentId, TaskId, Timestamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "task_comments")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: TaskCommentId,
    pub(crate) task_id: TaskId,
    pub(crate) author_id: MemberId,
    /// Sealed with the case's key.
    pub(crate) body: Vec<u8>,
    pub(crate) written_at: Timestamp,
    pub(crate) idempotency_key: IdempotencyKey,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
