//! Rows of `unsealed_texts`: what was written in cases before it was sealed, and waits to be.

use domain::CaseId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "unsealed_texts")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) of_table: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) row_id: Uuid,
    pub(crate) case_id: CaseId,
    pub(crate) text: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
