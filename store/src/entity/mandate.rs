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
    pub(crate) to_date: Option<Date>,
    pub(crate) elected_on: Option<Date>,
    pub(crate) employer_notified_on: Option<Date>,
    pub(crate) substitute_for: Option<MandateId>,
    pub(crate) digest: Vec<u8>,
    pub(crate) ended_at: Option<Timestamp>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
