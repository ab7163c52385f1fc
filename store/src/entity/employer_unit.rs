//! Rows of `employer_units`.

use domain::{Date, identity::OrgNumber};
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
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
