//! Adding a document to a case, or a version to a document.

use domain::documents::{FileKind, FileNote, FileRefusal, ScanState};
use domain::lifecycle::Deed;
use domain::{CaseId, DocumentId, DocumentVersionId, IdempotencyKey};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter};

use crate::cases::{CaseWork, Readable};
use crate::crypto::Stream;
use crate::entity::{document, document_version};
use crate::{Objects, Store, StoreError, Viewer, scope};

use super::row::{self, Version};
use super::{bytes_key, bytes_place, digest, is_fixed};

/// A file that was checked.
pub struct NewFile {
    /// What it is.
    pub kind: FileKind,
    /// What it is called: safe to show and to send.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// What a reader should know.
    pub notes: Vec<FileNote>,
    /// The words in it.
    pub text: Option<String>,
    /// What is known of viruses.
    pub scan: ScanState,
}

impl std::fmt::Debug for NewFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NewFile({}, {} bytes)", self.kind, self.bytes.len())
    }
}

/// Where a file goes, and how it is known again when it is sent twice.
#[derive(Debug, Clone, Copy)]
pub struct Where {
    /// The case.
    pub case: CaseId,
    /// The document that it is a new version of; none for a new document.
    pub document: Option<DocumentId>,
    /// The form's key.
    pub key: IdempotencyKey,
    /// Which file of the form it is.
    pub place: u32,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It is there, as this document; it may have been there already.
    Kept(DocumentId),
    /// There is no room for it today.
    Refused(FileRefusal),
}

impl Store {
    /// Whether the viewer may add documents to this case, or versions to this document; for showing a form, and before a
    /// file is read. The command proves it again.
    pub async fn may_add_document(&self, viewer: &Viewer, case: CaseId, document: Option<DocumentId>) -> Result<(), StoreError> {
        let case = self.unless_guessing(viewer, Readable::find(&self.db, viewer, case).await).await?;
        let fixed = match document {
            Some(document) => is_fixed(&self.document_in(&self.db, &case, document).await?),
            None => false,
        };
        case.allows(viewer, Deed::Add)?;
        if fixed { Err(StoreError::Forbidden) } else { Ok(()) }
    }

    /// The document, if it is in this case.
    pub(super) async fn document_in(
        &self,
        db: &impl ConnectionTrait,
        case: &Readable,
        id: DocumentId,
    ) -> Result<document::Model, StoreError> {
        let found = scope::documents_of(case).filter(document::Column::Id.eq(id)).one(db).await?;
        found.ok_or(StoreError::NotFound)
    }

    /// Adds a file. The bytes are written first, sealed, and then one transaction makes the rows that name them: until
    /// that is over nothing is there, whatever happens.
    ///
    /// The same key and place again adds nothing more; in another case it is a [`StoreError::Conflict`]. A version with
    /// exactly the bytes of the newest adds nothing either.
    pub async fn add_document(&self, viewer: &Viewer, to: Where, file: &NewFile) -> Result<Added, StoreError> {
        self.may_add_document(viewer, to.case, to.document).await?;
        let case = Readable::find(&self.db, viewer, to.case).await?;
        if let Some(added) = self.already(&self.db, viewer, &case, to).await? {
            return Ok(added);
        }
        if let Some(refusal) = self.no_room(&self.db, viewer, &case).await? {
            return Ok(Added::Refused(refusal));
        }
        let id = DocumentVersionId(uuid::Uuid::now_v7());
        let key = self.content_key(&self.db, &case).await?;
        let pieces = Stream::seal(&bytes_key(&key, id)?, &bytes_place(id), &file.bytes)?;
        let object = Objects::fresh_name();
        self.let_go().await;
        self.objects.put(&object, pieces).await?;
        let added = self.name_it(viewer, to, file, id, &object).await;
        if !matches!(added, Ok((_, true))) {
            self.forget(&[&object]).await;
        }
        added.map(|(added, _)| added)
    }

    /// Removes objects that nothing names. What cannot be removed now is swept later.
    pub(super) async fn forget(&self, objects: &[&str]) {
        for object in objects {
            if let Err(error) = self.objects.remove(object).await {
                tracing::warn!(%error, "an object that nothing names could not be removed");
            }
        }
    }

    /// Makes the rows; says whether this object is the one that they name.
    async fn name_it(
        &self,
        viewer: &Viewer,
        to: Where,
        file: &NewFile,
        id: DocumentVersionId,
        object: &str,
    ) -> Result<(Added, bool), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, to.case).await?;
        let case = work.readable();
        if let Some(added) = self.already(&tx, viewer, case, to).await? {
            return Ok((added, false));
        }
        if let Some(refusal) = self.no_room(&tx, viewer, case).await? {
            return Ok((Added::Refused(refusal), false));
        }
        let key = self.content_key(&tx, case).await?;
        let digest = digest(&key, &file.bytes)?;
        let (document, number) = match to.document {
            None => (row::document(&tx, &work, viewer, now, None).await?, 1),
            Some(document) => {
                if is_fixed(&self.document_in(&tx, case, document).await?) {
                    return Err(StoreError::Forbidden);
                }
                let newest = row::newest(&tx, case, document).await?;
                if newest.digest == digest {
                    return Ok((Added::Kept(document), false));
                }
                (document, newest.number + 1)
            }
        };
        let (object, idempotency) = (object.to_owned(), (to.key, to.place));
        let new = Version { id, document, number, file, digest, object, idempotency, twin: None, template_version: None };
        row::version(&tx, &work, viewer, now, &key, new).await?;
        tx.commit().await?;
        Ok((Added::Kept(document), true))
    }

    /// What the same form has added before.
    pub(super) async fn already(
        &self,
        db: &impl ConnectionTrait,
        viewer: &Viewer,
        case: &Readable,
        to: Where,
    ) -> Result<Option<Added>, StoreError> {
        let again = scope::own_versions(viewer)
            .filter(document_version::Column::IdempotencyKey.eq(to.key))
            .filter(document_version::Column::Place.eq(i64::from(to.place)))
            .one(db)
            .await?;
        match again {
            None => Ok(None),
            Some(row) if row.case_id == case.id() && to.document.is_none_or(|document| document == row.document_id) => {
                Ok(Some(Added::Kept(row.document_id)))
            }
            Some(_) => Err(StoreError::Conflict),
        }
    }
}
