//! One document.

use domain::documents::{DocumentView, FILE_WORDS_SHOWN};
use domain::{CaseId, DocumentId};

use crate::access_log::Look;
use crate::cases::Readable;
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
        let words = match scope::words_of(newest.id).one(&self.db).await? {
            Some(words) => Some(key.open_text(&words_place(newest.id), &words.sealed)?.chars().take(FILE_WORDS_SHOWN).collect()),
            None => None,
        };
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
}
