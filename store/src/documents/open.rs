//! The bytes of a version, piece by piece.

use std::ops::Range;

use bytes::Bytes;
use domain::documents::{FileKind, FileNote};
use domain::{CaseId, DocumentId};
use futures::stream::{self, Stream as Pieces};
use sea_orm::{ColumnTrait, QueryFilter};
use zeroize::Zeroizing;

use crate::access_log::Look;
use crate::cases::Readable;
use crate::crypto::stream::{HEADER, PIECE};
use crate::crypto::{ContentKey, Place, Stream};
use crate::entity::document_version;
use crate::{Objects, Store, StoreError, Viewer, scope};

use super::list::name_of;
use super::{bytes_key, bytes_place, twin_key, twin_place};

/// How much is read at once, and held in memory: sixteen pieces.
const AT_ONCE: u64 = 16 * PIECE;

/// A version that may be read now.
#[derive(Debug)]
pub struct OpenFile {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
    /// What a reader should know.
    pub notes: Vec<FileNote>,
    objects: Objects,
    object: String,
    stream: Stream,
}

impl Store {
    /// Opens one version of a document of a case that the viewer may read. The look is logged; whoever asks for another
    /// part of it asks anew.
    pub async fn open_document(&self, viewer: &Viewer, case: CaseId, document: DocumentId, number: u32) -> Result<OpenFile, StoreError> {
        self.open_as(viewer, case, document, number, None).await
    }

    /// The same as another kind of file, where there is one of this kind.
    pub async fn open_twin(
        &self,
        viewer: &Viewer,
        case: CaseId,
        document: DocumentId,
        number: u32,
        kind: FileKind,
    ) -> Result<OpenFile, StoreError> {
        self.open_as(viewer, case, document, number, Some(kind)).await
    }

    async fn open_as(
        &self,
        viewer: &Viewer,
        case: CaseId,
        document: DocumentId,
        number: u32,
        twin: Option<FileKind>,
    ) -> Result<OpenFile, StoreError> {
        let case = self.unless_guessing(viewer, Readable::find(&self.db, viewer, case).await).await?;
        let version = scope::versions_of(&case)
            .filter(document_version::Column::DocumentId.eq(document))
            .filter(document_version::Column::Number.eq(i64::from(number)))
            .one(&self.db)
            .await?;
        let version = version.filter(|row| twin.is_none_or(|kind| row.twin_kind == Some(kind)));
        let row = self.unless_guessing(viewer, version.ok_or(StoreError::NotFound)).await?;
        self.log_look(viewer, Look::Document(case.id())).await?;
        let key = self.content_key(&self.db, &case).await?;
        self.let_go().await;
        match (twin, row.twin_object.clone(), row.twin_size) {
            (Some(kind), Some(object), Some(size)) => {
                let name = twin_name(&name_of(&row, &key)?, kind);
                let stream = self.stream(&object, &twin_key(&key, row.id)?, &twin_place(row.id), size).await?;
                Ok(OpenFile { name, kind, notes: Vec::new(), objects: self.objects.clone(), object, stream })
            }
            (Some(_), ..) => Err(StoreError::NotFound),
            (None, ..) => self.open_row(&key, row).await,
        }
    }

    /// A version that a scope has let through, and the look at which is logged.
    pub(crate) async fn open_row(&self, key: &ContentKey, row: document_version::Model) -> Result<OpenFile, StoreError> {
        let stream = self.stream(&row.object, &bytes_key(key, row.id)?, &bytes_place(row.id), row.size).await?;
        let notes = row.notes.split_whitespace().filter_map(|code| code.parse().ok()).collect();
        Ok(OpenFile { name: name_of(&row, key)?, kind: row.kind, notes, objects: self.objects.clone(), object: row.object, stream })
    }

    async fn stream(&self, object: &str, key: &Zeroizing<[u8; 32]>, place: &Place, size: i64) -> Result<Stream, StoreError> {
        let whole = self.objects.length(object).await?;
        let header = self.objects.read(object, 0..u64::try_from(HEADER).unwrap_or(0)).await?;
        let stream = Stream::open(key, place, &header, whole)?;
        if i64::try_from(stream.length()).ok() != Some(size) {
            return Err(StoreError::Sealed("document_versions"));
        }
        Ok(stream)
    }
}

/// What a version is called as another kind of file.
fn twin_name(name: &str, kind: FileKind) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    format!("{stem}.{kind}")
}

impl OpenFile {
    /// How many bytes it has.
    pub fn length(&self) -> u64 {
        self.stream.length()
    }

    /// These bytes, read and opened piece by piece while they are taken. What cannot be opened ends it with an error.
    pub fn bytes(self, range: Range<u64>) -> impl Pieces<Item = Result<Bytes, StoreError>> + Send + 'static {
        let end = range.end.min(self.length());
        stream::try_unfold((self, range.start), move |(file, from)| async move {
            if from >= end {
                return Ok(None);
            }
            // To the end of a piece, so that none is opened twice.
            let to = ((from / PIECE) * PIECE + AT_ONCE).min(end);
            let sealed = file.objects.read(&file.object, file.stream.lies(&(from..to))).await?;
            let plain = file.stream.read(&(from..to), &sealed)?;
            Ok(Some((Bytes::copy_from_slice(&plain), (file, to))))
        })
    }
}
