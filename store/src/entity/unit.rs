//! Rows of `units`.

use domain::{Timestamp, UnitId, org::UnitKind};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "units")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: UnitId,
    pub(crate) registry_key: String,
    pub(crate) kind: UnitKind,
    pub(crate) name: String,
    pub(crate) parent_id: Option<UnitId>,
    pub(crate) phone: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) digest: Vec<u8>,
    pub(crate) ended_at: Option<Timestamp>,
    pub(crate) replaced_by: Option<UnitId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
