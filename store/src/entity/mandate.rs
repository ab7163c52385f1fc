//! Rows of `mandates`.

use domain::{Date, MandateId, MemberId, Timestamp, UnitId, identity::OrgNumber, org::Office};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mandates")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: MandateId,
    pub(crate) registry_key: String,
    pub(crate) member_id: MemberId,
    pub(crate) office: Office,
    pub(crate) unit_id: UnitId,
    pub(crate) workplace_number: Option<OrgNumber>,
    pub(crate) from_date: Date,
    /// The last day on which it is held, or was: the term's own, or the day before it was revoked.
    pub(crate) to_date: Option<Date>,
    pub(crate) elected_on: Option<Date>,
    pub(crate) employer_notified_on: Option<Date>,
    pub(crate) substitute_for: Option<MandateId>,
    pub(crate) digest: Vec<u8>,
    pub(crate) ended_at: Option<Timestamp>,
    /// The first day on which it was no longer held, when that came before its time.
    pub(crate) revoked_on: Option<Date>,
    /// The last day it was given for, whatever became of it.
    pub(crate) term_ends_on: Option<Date>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
