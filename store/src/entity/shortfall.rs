//! Rows of `shortfalls`.

use domain::{Date, UnitId, identity::OrgNumber, org::Shortfall};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, DeriveEntityModel)]
#[sea_orm(table_name = "shortfalls")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) unit_id: UnitId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) kind: Shortfall,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) sort: String,
    /// A unit or a mandate.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) subject_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) from_date: Date,
    pub(crate) to_date: Option<Date>,
    pub(crate) workplace_number: Option<OrgNumber>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
