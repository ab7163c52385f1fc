//! Rows of `unit_periods`.

use domain::{Timestamp, UnitId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "unit_periods")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) unit_id: UnitId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) from_at: Timestamp,
    pub(crate) to_at: Option<Timestamp>,
    pub(crate) name: String,
    pub(crate) parent_id: Option<UnitId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
