//! Rows of `note_texts`: what stood in a note before it was changed.

use domain::{NoteId, Timestamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "note_texts")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) note_id: NoteId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) version: i32,
    /// Sealed with the case's key.
    pub(crate) body: Vec<u8>,
    pub(crate) from_at: Timestamp,
    pub(crate) until_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
