//! Rows of `reach`.

use domain::{Date, MemberId, UnitId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reach")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) unit_id: UnitId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) name_sort: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) member_id: MemberId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) from_date: Date,
    pub(crate) to_date: Option<Date>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
