//! Rows of `employments`.

use domain::{Date, EmploymentId, MemberId, Timestamp, identity::OrgNumber, registry::TariffArea};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "employments")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: EmploymentId,
    pub(crate) registry_key: String,
    pub(crate) member_id: MemberId,
    pub(crate) workplace_number: OrgNumber,
    pub(crate) title: String,
    pub(crate) position_code: Option<String>,
    pub(crate) percent: i32,
    pub(crate) tariff_area: Option<TariffArea>,
    pub(crate) from_date: Date,
    pub(crate) to_date: Option<Date>,
    pub(crate) digest: Vec<u8>,
    pub(crate) ended_at: Option<Timestamp>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
