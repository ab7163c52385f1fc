//! Rows of `case_totals`. Nothing but the sums is read from them; the codes are those of the cases.

use domain::UnitId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_totals")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) unit_id: UnitId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) sensitivity: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) case_type: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) status: String,
    /// Those of the unit itself, and of all under it.
    pub(crate) cases: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
