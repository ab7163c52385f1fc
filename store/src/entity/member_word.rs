//! Rows of `member_words`.

use domain::MemberId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "member_words")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) word: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) name_sort: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) member_id: MemberId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
