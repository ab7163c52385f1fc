//! Keeping what the portal has made itself: a letter, a signed protocol.

use domain::documents::FileKind;
use domain::letters::TemplateCode;
use domain::{CaseId, DocumentVersionId, IdempotencyKey, MeetingId};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, QueryFilter};

use crate::cases::{CaseWork, Readable};
use crate::crypto::Stream;
use crate::entity::document;
use crate::{Objects, Store, StoreError, Viewer, meetings, scope};

use super::add::Known;
use super::row::{self, Version};
use super::{Added, NewFile, PROTOCOL, Where, bytes_key, bytes_place, digest, twin_key, twin_place};

/// What a document is made of. In a case there is one document of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A letter from a template: its code, and which version of it.
    Letter(TemplateCode, u32),
    /// A version of a meeting's protocol, with this many signatures. It must be signed by both sides, and becomes one
    /// document with one version, for ever.
    Protocol(MeetingId, i32, usize),
}

/// What was made.
#[derive(Debug)]
pub struct Made {
    /// Of what.
    pub origin: Origin,
    /// The file to read, to print and to send.
    pub file: NewFile,
    /// The same to go on writing in.
    pub twin: Option<(FileKind, Vec<u8>)>,
    /// What it says: with the same contents it is no other version, whatever time stands in the file.
    pub contents: Vec<u8>,
    /// The newest version that its maker had seen; 0 for none.
    pub seen: u32,
}

impl Store {
    /// Keeps what was made as a document of the case: the first of its origin is a new document, the next a version of that
    /// one. If somebody has added a version that was not seen, nothing is kept and the answer is [`StoreError::Conflict`].
    ///
    /// The same contents add nothing more, with the same key or another. Bytes and rows are written as in
    /// [`Store::add_document`], and count among the files of the day.
    pub async fn keep_made(&self, viewer: &Viewer, case: CaseId, key: IdempotencyKey, made: &Made) -> Result<Added, StoreError> {
        self.may_add_document(viewer, case, None).await?;
        let to = Where { case, document: None, key };
        let readable = Readable::find(&self.db, viewer, case).await?;
        let content_key = self.content_key(&self.db, &readable).await?;
        let digest = digest(&content_key, &made.contents)?;
        let known = Known { digest: &digest, name: None };
        if let Some(added) = self.already(&self.db, viewer, &readable, &content_key, to, known).await? {
            return Ok(added);
        }
        if let Some(refusal) = self.no_room(&self.db, viewer, &readable).await? {
            return Ok(Added::Refused(refusal));
        }
        let id = DocumentVersionId(uuid::Uuid::now_v7());
        let pieces = Stream::seal(&bytes_key(&content_key, id)?, &bytes_place(id), &made.file.bytes)?;
        let twin = match &made.twin {
            Some((kind, bytes)) => {
                let pieces = Stream::seal(&twin_key(&content_key, id)?, &twin_place(id), bytes)?;
                Some(((*kind, bytes.len(), Objects::fresh_name()), pieces))
            }
            None => None,
        };
        let object = Objects::fresh_name();
        self.let_go().await;
        self.objects.put(&object, pieces).await?;
        let twin = match twin {
            Some((row, pieces)) => {
                self.objects.put(&row.2, pieces).await?;
                Some(row)
            }
            None => None,
        };
        let names: Vec<String> = [Some(object.clone()), twin.as_ref().map(|row| row.2.clone())].into_iter().flatten().collect();
        let kept = self.name_made(viewer, to, (made, digest), id, (object, twin)).await;
        if !matches!(kept, Ok((_, true))) {
            self.forget(&names.iter().map(String::as_str).collect::<Vec<_>>()).await;
        }
        kept.map(|(added, _)| added)
    }

    /// Makes the rows; says whether these objects are the ones that they name.
    async fn name_made(
        &self,
        viewer: &Viewer,
        to: Where,
        (made, digest): (&Made, Vec<u8>),
        id: DocumentVersionId,
        (object, twin): (String, Option<(FileKind, usize, String)>),
    ) -> Result<(Added, bool), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, to.case).await?;
        let case = work.readable();
        let key = self.content_key(&tx, case).await?;
        let known = Known { digest: &digest, name: None };
        if let Some(added) = self.already(&tx, viewer, case, &key, to, known).await? {
            return Ok((added, false));
        }
        if let Some(refusal) = self.no_room(&tx, viewer, case).await? {
            return Ok((Added::Refused(refusal), false));
        }
        let (origin, template_version) = written(&tx, case, &made.origin).await?;
        let (document, number) = match of_origin(&tx, case, &origin).await? {
            None if made.seen != 0 => return Err(StoreError::Conflict),
            None => (row::document(&tx, &work, viewer, now, Some(origin)).await?, 1),
            // What was signed is kept once.
            Some(document) if super::is_fixed(&document) => return Ok((Added::Kept(document.id), false)),
            Some(document) => {
                let newest = row::newest(&tx, case, document.id).await?;
                if newest.digest == digest {
                    return Ok((Added::Kept(document.id), false));
                }
                if u32::try_from(newest.number) != Ok(made.seen) {
                    return Err(StoreError::Conflict);
                }
                (document.id, newest.number + 1)
            }
        };
        let (file, idempotency) = (&made.file, (to.key, self.next_place(&tx, viewer, to.key).await?));
        let new = Version { id, document, number, file, digest, object, idempotency, twin, template_version };
        row::version(&tx, &work, viewer, now, &key, new).await?;
        tx.commit().await?;
        Ok((Added::Kept(document), true))
    }
}

/// An origin as it is written in a row, for what may be kept.
async fn written(tx: &DatabaseTransaction, case: &Readable, origin: &Origin) -> Result<(String, Option<i32>), StoreError> {
    match origin {
        Origin::Letter(code, version) => {
            let wrong = |_| StoreError::Inconsistent { table: "document_versions", what: "a template of a version that is too large" };
            Ok((letter(*code), Some(i32::try_from(*version).map_err(wrong)?)))
        }
        Origin::Protocol(meeting, number, signatures) => {
            let id = meetings::signed_by_both(tx, case, *meeting, *number, *signatures).await?;
            Ok((protocol(id), None))
        }
    }
}

/// How the origin of a letter is written.
pub(super) fn letter(code: TemplateCode) -> String {
    format!("letter/{code}")
}

/// The same of a protocol.
pub(super) fn protocol(id: domain::ProtocolId) -> String {
    format!("{PROTOCOL}{id}")
}

/// The one document of an origin in a case.
pub(super) async fn of_origin(db: &impl ConnectionTrait, case: &Readable, origin: &str) -> Result<Option<document::Model>, StoreError> {
    Ok(scope::documents_of(case).filter(document::Column::Origin.eq(origin)).one(db).await?)
}
