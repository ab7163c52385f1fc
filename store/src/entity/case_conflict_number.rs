//! Rows of `case_conflict_numbers`: who must see no trace of a case, by member number alone.

use domain::{CaseId, MemberId, Timestamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_conflict_numbers")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) case_id: CaseId,
    /// Whoever has it in the registry, now or later; perhaps nobody.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) number: String,
    /// Sealed with the case's key.
    pub(crate) reason: Vec<u8>,
    pub(crate) made_by: MemberId,
    pub(crate) made_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
