//! Rows of `earlier_texts`: what stood in a meeting, a protocol or a task before it was changed.

use domain::{CaseId, MemberId, Timestamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "earlier_texts")]
pub(crate) struct Model {
    /// The meeting, the protocol or the task.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) subject_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) version: i32,
    pub(crate) case_id: CaseId,
    /// Sealed with the case's key.
    pub(crate) contents: Vec<u8>,
    pub(crate) until_at: Timestamp,
    pub(crate) changed_by: MemberId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
