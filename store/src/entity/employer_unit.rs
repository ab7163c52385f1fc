//! Rows of `employer_units`.

use domain::{Date, Timestamp, identity::OrgNumber};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "employer_units")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) number: OrgNumber,
    pub(crate) kind: String,
    pub(crate) name: String,
    pub(crate) form: String,
    pub(crate) parent_number: Option<OrgNumber>,
    pub(crate) street: Option<String>,
    pub(crate) postal_code: Option<String>,
    pub(crate) city: Option<String>,
    pub(crate) municipality: Option<String>,
    pub(crate) employees: Option<i64>,
    pub(crate) bankrupt: bool,
    pub(crate) winding_up: bool,
    pub(crate) closed_on: Option<Date>,
    pub(crate) digest: Vec<u8>,
    pub(crate) registered_name: Option<String>,
    pub(crate) form_name: Option<String>,
    pub(crate) industry_code: Option<String>,
    pub(crate) industry: Option<String>,
    pub(crate) sector_code: Option<String>,
    pub(crate) sector: Option<String>,
    pub(crate) website: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) registered_on: Option<Date>,
    pub(crate) founded_on: Option<Date>,
    pub(crate) started_on: Option<Date>,
    pub(crate) owner_changed_on: Option<Date>,
    pub(crate) bankrupt_on: Option<Date>,
    pub(crate) winding_up_on: Option<Date>,
    pub(crate) employees_baseline: Option<i64>,
    pub(crate) read_at: Option<Timestamp>,
    pub(crate) removed_at: Option<Timestamp>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
