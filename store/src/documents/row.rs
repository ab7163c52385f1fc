//! Writing the rows of a document and its versions, inside a command that has proved its right.

use domain::{DocumentId, DocumentVersionId, IdempotencyKey, Timestamp};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};

use crate::cases::{CaseWork, Readable};
use crate::crypto::ContentKey;
use crate::entity::{EventKind, document, document_version, document_words};
use crate::{StoreError, Viewer, scope};

use super::{NewFile, name_place, words_place};

/// A version whose bytes lie where they belong.
pub(super) struct Version<'f> {
    pub(super) id: DocumentVersionId,
    pub(super) document: DocumentId,
    pub(super) number: i32,
    pub(super) file: &'f NewFile,
    pub(super) digest: Vec<u8>,
    pub(super) object: String,
    pub(super) idempotency: (IdempotencyKey, i32),
    pub(super) twin: Option<(domain::documents::FileKind, usize, String)>,
    pub(super) template_version: Option<i32>,
}

/// A new document without a version.
pub(super) async fn document(
    tx: &DatabaseTransaction,
    work: &CaseWork,
    viewer: &Viewer,
    now: Timestamp,
    origin: Option<String>,
) -> Result<DocumentId, StoreError> {
    let id = DocumentId(uuid::Uuid::now_v7());
    let row = document::ActiveModel {
        id: Set(id),
        case_id: Set(work.id()),
        made_at: Set(now),
        made_by: Set(viewer.person()),
        origin: Set(origin),
    };
    document::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(id)
}

/// The newest version of a document that is in this case.
pub(super) async fn newest(
    db: &impl ConnectionTrait,
    case: &Readable,
    document: DocumentId,
) -> Result<document_version::Model, StoreError> {
    let of = document_version::Column::DocumentId.eq(document);
    let newest = scope::versions_of(case).filter(of).order_by_desc(document_version::Column::Number).one(db).await?;
    newest.ok_or(StoreError::Inconsistent { table: "documents", what: "a document without a version" })
}

/// The version itself, its words, and a line in the timeline.
pub(super) async fn version(
    tx: &DatabaseTransaction,
    work: &CaseWork,
    viewer: &Viewer,
    now: Timestamp,
    key: &ContentKey,
    new: Version<'_>,
) -> Result<(), StoreError> {
    let wrong = |_| StoreError::Inconsistent { table: "document_versions", what: "a number that is too large" };
    let (twin_kind, twin_size, twin_object) = match new.twin {
        Some((kind, size, object)) => (Some(kind), Some(i64::try_from(size).map_err(wrong)?), Some(object)),
        None => (None, None, None),
    };
    document_version::Entity::insert(document_version::ActiveModel {
        id: Set(new.id),
        document_id: Set(new.document),
        case_id: Set(work.id()),
        number: Set(new.number),
        name: Set(key.seal(&name_place(new.id), new.file.name.as_bytes())?),
        kind: Set(new.file.kind),
        size: Set(i64::try_from(new.file.bytes.len()).map_err(wrong)?),
        digest: Set(new.digest),
        notes: Set(new.file.notes.iter().map(|note| note.code()).collect::<Vec<_>>().join(" ")),
        scan: Set(new.file.scan),
        object: Set(new.object),
        made_at: Set(now),
        made_by: Set(viewer.person()),
        idempotency_key: Set(new.idempotency.0),
        place: Set(new.idempotency.1),
        twin_kind: Set(twin_kind),
        twin_size: Set(twin_size),
        twin_object: Set(twin_object),
        pages: Set(new.file.pages.and_then(|pages| i32::try_from(pages).ok())),
        template_version: Set(new.template_version),
    })
    .exec_without_returning(tx)
    .await?;
    if let Some(text) = &new.file.text {
        let sealed = Set(key.seal(&words_place(new.id), text.as_bytes())?);
        document_words::Entity::insert(document_words::ActiveModel { version_id: Set(new.id), sealed }).exec_without_returning(tx).await?;
    }
    work.record(tx, viewer, now, EventKind::Document, new.id.0).await
}
