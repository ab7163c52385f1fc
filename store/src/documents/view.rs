//! One document.

use domain::documents::{DocumentView, FILE_WORDS_SHOWN};
use domain::{CaseId, DocumentId, DocumentVersionId};

use crate::access_log::Look;
use crate::cases::Readable;
use crate::crypto::ContentKey;
use crate::members::names;
use crate::{Store, StoreError, Viewer, scope};

use super::list::{version, versions};
use super::{is_fixed, words_place};

impl Store {
    /// A document of a case that the viewer may read, the look logged. One of another case is [`StoreError::NotFound`].
    pub async fn document(&self, viewer: &Viewer, case: CaseId, document: DocumentId) -> Result<DocumentView, StoreError> {
        let case = self.unless_guessing(viewer, Readable::find(&self.db, viewer, case).await).await?;
        let row = self.unless_guessing(viewer, self.document_in(&self.db, &case, document).await).await?;
        self.log_look(viewer, Look::Document(case.id())).await?;
        let key = self.content_key(&self.db, &case).await?;
        let all = versions(&self.db, &case).await?;
        let rows = all.of(document);
        let names = names::of(&self.db, rows.iter().map(|row| row.made_by)).await?;
        let name = |id| names.get(&id).cloned().unwrap_or_default();
        let newest = rows.first().ok_or(StoreError::NotFound)?;
        let words = self.words_of(newest.id, &key).await?.map(|words| words.chars().take(FILE_WORDS_SHOWN).collect());
        Ok(DocumentView {
            id: document,
            case: case.id(),
            case_number: case.number(),
            may_work: case.may_add(viewer),
            fixed: is_fixed(&row),
            versions: rows.into_iter().map(|row| version(row, &key, &name)).collect::<Result<_, _>>()?,
            words,
        })
    }

    /// The words in the newest version of a document of a case that the viewer may read, if there are any; the look is
    /// logged.
    pub async fn document_words(&self, viewer: &Viewer, case: CaseId, document: DocumentId) -> Result<Option<String>, StoreError> {
        let case = self.unless_guessing(viewer, Readable::find(&self.db, viewer, case).await).await?;
        self.unless_guessing(viewer, self.document_in(&self.db, &case, document).await).await?;
        self.log_look(viewer, Look::Document(case.id())).await?;
        let all = versions(&self.db, &case).await?;
        let newest = all.of(document).first().map(|row| row.id).ok_or(StoreError::NotFound)?;
        self.words_of(newest, &self.content_key(&self.db, &case).await?).await
    }

    async fn words_of(&self, version: DocumentVersionId, key: &ContentKey) -> Result<Option<String>, StoreError> {
        let words = scope::words_of(version).one(&self.db).await?;
        words.map(|words| key.open_text(&words_place(version), &words.sealed)).transpose()
    }
}
