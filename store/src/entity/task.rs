//! Rows of `tasks`.

use domain::tasks::Repeat;
use domain::{CaseId, Date, IdempotencyKey, MemberId, TaskId, Timestamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tasks")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: TaskId,
    pub(crate) case_id: CaseId,
    /// Sealed with the case's key.
    pub(crate) title: Vec<u8>,
    pub(crate) due_on: Option<Date>,
    pub(crate) owner_id: MemberId,
    pub(crate) made_at: Timestamp,
    pub(crate) made_by: MemberId,
    /// When it was ticked off or dropped; one that is neither is open.
    pub(crate) done_at: Option<Timestamp>,
    pub(crate) done_by: Option<MemberId>,
    pub(crate) version: i32,
    pub(crate) idempotency_key: IdempotencyKey,
    /// More about it, sealed likewise.
    pub(crate) details: Option<Vec<u8>>,
    pub(crate) repeats: Repeat,
    /// The day of the month that a monthly task was given for.
    pub(crate) repeat_day: Option<i32>,
    /// Whether the one after it was made.
    pub(crate) has_next: bool,
    /// Why it was dropped, sealed likewise; `None` of one that was not.
    pub(crate) drop_reason: Option<Vec<u8>>,
    pub(crate) changed_at: Option<Timestamp>,
    pub(crate) changed_by: Option<MemberId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
