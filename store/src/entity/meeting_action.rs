//! Rows of `meeting_actions`.

use domain::{MeetingId, TaskId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "meeting_actions")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) meeting_id: MeetingId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) action_id: Uuid,
    pub(crate) task_id: TaskId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
