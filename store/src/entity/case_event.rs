//! Rows of `case_events`.

use domain::cases::TimelinePart;
use domain::{CaseEventId, CaseId, MemberId, Timestamp};
use sea_orm::entity::prelude::*;

use super::EventKind;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_events")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: CaseEventId,
    pub(crate) case_id: CaseId,
    pub(crate) at: Timestamp,
    pub(crate) by_person: MemberId,
    pub(crate) kind: EventKind,
    pub(crate) subject_id: Option<Uuid>,
    /// What only the event tells, sealed with the case's key.
    pub(crate) detail: Option<Vec<u8>>,
    /// The part of the timeline it belongs to; follows from its kind.
    pub(crate) part: TimelinePart,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
