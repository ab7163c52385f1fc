//! Rows of `case_links`.

use domain::links::LinkKind;
use domain::{CaseId, MemberId, Timestamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_links")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) from_case: CaseId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) to_case: CaseId,
    pub(crate) kind: LinkKind,
    pub(crate) made_at: Timestamp,
    pub(crate) made_by: MemberId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
