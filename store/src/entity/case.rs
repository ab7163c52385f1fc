//! Rows of `cases`.

use domain::identity::OrgNumber;
use domain::{
    CaseId, Date, IdempotencyKey, MemberId, Timestamp, UnitId,
    cases::{CaseKind, CaseType, OutcomeCode, Sensitivity, Status},
    lifecycle::WaitingFor,
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
    /// Sealed with the case's key.
    pub(crate) description: Vec<u8>,
    pub(crate) opened_at: Timestamp,
    pub(crate) opened_by: MemberId,
    pub(crate) updated_at: Timestamp,
    pub(crate) version: i32,
    /// When the key was thrown away, and with it everything that was written.
    pub(crate) erased_at: Option<Timestamp>,
    pub(crate) idempotency_key: IdempotencyKey,
    /// The version of the case types it was opened with; none, when versions were not kept yet.
    pub(crate) types_version: Option<i32>,
    /// The nearest date of an open task, or what comes after all dates: see `cases::nearest`.
    pub(crate) next_due: String,
    /// Whom it waits for; only of one that waits, like the two that follow.
    pub(crate) waiting_for: Option<WaitingFor>,
    pub(crate) waiting_until: Option<Date>,
    /// More about whom or what, sealed with the case's key.
    pub(crate) waiting_note: Option<Vec<u8>>,
    /// How it ended; only of one that is closed, like the two that follow.
    pub(crate) outcome: Option<OutcomeCode>,
    pub(crate) closed_on: Option<Date>,
    /// What was agreed, sealed likewise.
    pub(crate) agreed: Option<Vec<u8>>,
    /// The key of the form that brought it to where it stands.
    pub(crate) moved_with: Option<IdempotencyKey>,
    /// How many it is about.
    pub(crate) kind: CaseKind,
    /// Of one about everybody: the workplace, when it is not the whole club.
    pub(crate) workplace_number: Option<OrgNumber>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
