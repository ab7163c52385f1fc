//! Adding a document to a case, or a version to a document.

use domain::documents::{FileKind, FileNote, FileRefusal, ScanState};
use domain::lifecycle::Deed;
use domain::{CaseId, DocumentId, DocumentVersionId, IdempotencyKey};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, QueryFilter, QueryOrder};

use crate::cases::{CaseWork, Readable};
use crate::crypto::{ContentKey, Stream};
use crate::entity::{document, document_version};
use crate::{Objects, Store, StoreError, Viewer, scope};

use super::row::{self, Version};
use super::{bytes_key, bytes_place, digest, is_fixed, name_place};

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
    /// How many pages it has, where they can be drawn.
    pub pages: Option<u32>,
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

/// Where a file goes, and the form that sends it.
#[derive(Debug, Clone, Copy)]
pub struct Where {
    /// The case.
    pub case: CaseId,
    /// The document that it is a new version of; none for a new document.
    pub document: Option<DocumentId>,
    /// The form's key. What was sent with it before, by the same name and with the same bytes, is the same file sent twice.
    pub key: IdempotencyKey,
}

/// By what a file is known again when it is sent twice.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'f> {
    /// Of its bytes, or of what it says.
    pub(super) digest: &'f [u8],
    /// What it is called, where that tells it from another.
    pub(super) name: Option<&'f str>,
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
    /// The same file with the same key again adds nothing more; with a key of another case it is a
    /// [`StoreError::Conflict`]. Another file with that key is another file: after a broken sending somebody may have chosen
    /// anew. A version with exactly the bytes of the newest adds nothing either.
    pub async fn add_document(&self, viewer: &Viewer, to: Where, file: &NewFile) -> Result<Added, StoreError> {
        self.may_add_document(viewer, to.case, to.document).await?;
        let case = Readable::find(&self.db, viewer, to.case).await?;
        let key = self.content_key(&self.db, &case).await?;
        let digest = digest(&key, &file.bytes)?;
        let known = Known { digest: &digest, name: Some(&file.name) };
        if let Some(added) = self.already(&self.db, viewer, &case, &key, to, known).await? {
            return Ok(added);
        }
        if let Some(refusal) = self.no_room(&self.db, viewer, &case).await? {
            return Ok(Added::Refused(refusal));
        }
        let id = DocumentVersionId(uuid::Uuid::now_v7());
        let pieces = Stream::seal(&bytes_key(&key, id)?, &bytes_place(id), &file.bytes)?;
        let object = Objects::fresh_name();
        self.let_go().await;
        self.objects.put(&object, pieces).await?;
        let added = self.name_it(viewer, to, (file, digest), id, &object).await;
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
        (file, digest): (&NewFile, Vec<u8>),
        id: DocumentVersionId,
        object: &str,
    ) -> Result<(Added, bool), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, to.case).await?;
        let case = work.readable();
        let key = self.content_key(&tx, case).await?;
        let known = Known { digest: &digest, name: Some(&file.name) };
        if let Some(added) = self.already(&tx, viewer, case, &key, to, known).await? {
            return Ok((added, false));
        }
        if let Some(refusal) = self.no_room(&tx, viewer, case).await? {
            return Ok((Added::Refused(refusal), false));
        }
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
        let (object, idempotency) = (object.to_owned(), (to.key, self.next_place(&tx, viewer, to.key).await?));
        let new = Version { id, document, number, file, digest, object, idempotency, twin: None, template_version: None };
        row::version(&tx, &work, viewer, now, &key, new).await?;
        tx.commit().await?;
        Ok((Added::Kept(document), true))
    }

    /// The same file, where the same form has added it before. What of its files was sent again is known by what it is, and
    /// not by where it stood among them: somebody may have chosen fewer, or others, after the sending broke off.
    pub(super) async fn already(
        &self,
        db: &impl ConnectionTrait,
        viewer: &Viewer,
        case: &Readable,
        key: &ContentKey,
        to: Where,
        known: Known<'_>,
    ) -> Result<Option<Added>, StoreError> {
        let before = scope::own_versions(viewer).filter(document_version::Column::IdempotencyKey.eq(to.key)).all(db).await?;
        for row in before {
            if row.case_id != case.id() || to.document.is_some_and(|document| document != row.document_id) {
                return Err(StoreError::Conflict);
            }
            let called = |name| Ok::<_, StoreError>(key.open_text(&name_place(row.id), &row.name)? == name);
            if row.digest == known.digest && known.name.map_or(Ok(true), called)? {
                return Ok(Some(Added::Kept(row.document_id)));
            }
        }
        Ok(None)
    }

    /// The first free place among the files of a form. Of two who send with one key at once the second waits for the case's
    /// row; should it ever not, the same place is refused by the database.
    pub(super) async fn next_place(&self, tx: &DatabaseTransaction, viewer: &Viewer, key: IdempotencyKey) -> Result<i32, StoreError> {
        let of = document_version::Column::IdempotencyKey.eq(key);
        let last = scope::own_versions(viewer).filter(of).order_by_desc(document_version::Column::Place).one(tx).await?;
        Ok(last.map_or(0, |row| row.place.saturating_add(1)))
    }
}
