//! Rows of `case_conflicts`: who must see no trace of a case.

use domain::{CaseId, MemberId, Timestamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_conflicts")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) case_id: CaseId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) person_id: MemberId,
    /// Sealed with the case's key.
    pub(crate) reason: Vec<u8>,
    pub(crate) made_by: MemberId,
    pub(crate) made_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
