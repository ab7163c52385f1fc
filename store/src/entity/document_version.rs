//! Rows of `document_versions`.

use domain::documents::{FileKind, ScanState};
use domain::{CaseId, DocumentId, DocumentVersionId, IdempotencyKey, MemberId, Timestamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "document_versions")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: DocumentVersionId,
    pub(crate) document_id: DocumentId,
    pub(crate) case_id: CaseId,
    pub(crate) number: i32,
    /// Sealed with the case's key.
    pub(crate) name: Vec<u8>,
    pub(crate) kind: FileKind,
    pub(crate) size: i64,
    /// Of the bytes as they were checked, with a key of the case's.
    pub(crate) digest: Vec<u8>,
    /// Codes of `FileNote`, with spaces between them.
    pub(crate) notes: String,
    pub(crate) scan: ScanState,
    /// Where the bytes lie.
    pub(crate) object: String,
    pub(crate) made_at: Timestamp,
    pub(crate) made_by: MemberId,
    pub(crate) idempotency_key: IdempotencyKey,
    /// Which of the files kept with that key, in the order they came.
    pub(crate) place: i32,
    /// The same as another kind of file, where there is one: which kind, how long, and where it lies.
    pub(crate) twin_kind: Option<FileKind>,
    pub(crate) twin_size: Option<i64>,
    pub(crate) twin_object: Option<String>,
    /// How many pages it has, where they can be drawn; none for versions of before that was counted.
    pub(crate) pages: Option<i32>,
    /// The version of the template that a letter was made from.
    pub(crate) template_version: Option<i32>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
