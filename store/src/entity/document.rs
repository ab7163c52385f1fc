//! Rows of `documents`.

use domain::{CaseId, DocumentId, MemberId, Timestamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "documents")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: DocumentId,
    pub(crate) case_id: CaseId,
    pub(crate) made_at: Timestamp,
    pub(crate) made_by: MemberId,
    /// What the portal made it of; nothing for what somebody sent.
    pub(crate) origin: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
