//! Rows of `imports`.

use domain::{ImportId, MemberId, Timestamp, imports::ImportState, registry::FileKind};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "imports")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: ImportId,
    pub(crate) begun_at: Timestamp,
    pub(crate) took_ms: i64,
    pub(crate) command: String,
    pub(crate) files: String,
    pub(crate) digest: String,
    pub(crate) kind: FileKind,
    pub(crate) state: ImportState,
    pub(crate) decided_at: Option<Timestamp>,
    pub(crate) decided_by: Option<MemberId>,
    pub(crate) unchanged: bool,
    pub(crate) report: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
