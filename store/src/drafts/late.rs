//! The last letters of a form may come after the form itself: what is saved already is no draft.

use domain::drafts::DraftForm;
use domain::{Field, IdempotencyKey, MemberId};
use sea_orm::{ColumnTrait, DatabaseTransaction, QueryFilter};
use serde_json::Value;

use crate::cases::CaseWork;
use crate::cases::contents::note_place;
use crate::entity::{case_conflict, case_participant, note};
use crate::{Store, StoreError, Viewer, meetings, scope, tasks};

use super::typed::{field, stands_in, version};

impl Store {
    /// Whether what is typed in a form is saved already: with the key that the form carries, or, of a form that changes
    /// something, word for word since the version that it went out from.
    pub(super) async fn is_saved(
        &self,
        tx: &DatabaseTransaction,
        viewer: &Viewer,
        form: DraftForm,
        work: Option<&CaseWork>,
        (posted, typed): (&str, &Value),
    ) -> Result<bool, StoreError> {
        if let DraftForm::NewCase(key) = form {
            return Ok(scope::opened_by(viewer, key).one(tx).await?.is_some());
        }
        let Some(work) = work else { return Ok(false) };
        let case = work.readable();
        let saved = match form {
            DraftForm::ChangedNote(..) => return self.is_in_note(tx, viewer, work, form, posted).await,
            DraftForm::ChangedCall(..) | DraftForm::Minutes(..) | DraftForm::Protocol(..) => {
                meetings::saved_since(self, tx, case, form, version(posted)).await?
            }
            DraftForm::ChangedTask(..) | DraftForm::Dropped(..) => tasks::saved_since(self, tx, case, form, version(posted)).await?,
            _ => None,
        };
        if let Some(saved) = saved {
            return Ok(stands_in(typed.get("typed").or_else(|| typed.get(1)).unwrap_or(typed), &saved));
        }
        // Whoever was asked or kept out is so already; of those the form has no key.
        let chosen = || typed.get(Field::Person.code()).and_then(Value::as_str)?.parse::<MemberId>().ok();
        match form {
            DraftForm::Participant(_) => {
                let Some(person) = chosen() else { return Ok(false) };
                let part = scope::participants_of(work.id(), viewer.today).filter(case_participant::Column::PersonId.eq(person));
                let role = part.one(tx).await?.map(|row| Value::String(row.role.to_string()));
                return Ok(role.is_some() && role.as_ref() == typed.get(Field::Role.code()));
            }
            DraftForm::Conflict(_) => {
                let Some(person) = chosen() else { return Ok(false) };
                let conflict = scope::conflicts_of(work.id()).filter(case_conflict::Column::PersonId.eq(person));
                return Ok(conflict.one(tx).await?.is_some());
            }
            _ => {}
        }
        let Some(key) = field(posted, "key").and_then(|key| key.parse::<IdempotencyKey>().ok()) else { return Ok(false) };
        Ok(match form {
            DraftForm::NewNote(_) => scope::written_with(viewer, key).one(tx).await?.is_some(),
            DraftForm::Addition(..) => scope::added_with(viewer, key).one(tx).await?.is_some(),
            DraftForm::Contact(_) | DraftForm::Decision(_) => scope::entered_with(viewer, key).one(tx).await?.is_some(),
            DraftForm::Call(_) => scope::called_with(viewer, key).one(tx).await?.is_some(),
            DraftForm::Signature(..) => scope::signed_with(viewer, key).one(tx).await?.is_some(),
            DraftForm::NewTask(_) => scope::made_with(viewer, key).one(tx).await?.is_some(),
            DraftForm::Comment(..) => scope::commented_with(viewer, key).one(tx).await?.is_some(),
            DraftForm::Move(..) => case.row().moved_with == Some(key),
            _ => false,
        })
    }

    /// Whether a note of the viewer's own says already what is typed.
    async fn is_in_note(
        &self,
        tx: &DatabaseTransaction,
        viewer: &Viewer,
        work: &CaseWork,
        form: DraftForm,
        posted: &str,
    ) -> Result<bool, StoreError> {
        let DraftForm::ChangedNote(_, id) = form else { return Ok(false) };
        let row = scope::notes_of(work.readable(), viewer).filter(note::Column::Id.eq(id)).one(tx).await?.ok_or(StoreError::NotFound)?;
        if version(posted) == row.version {
            return Ok(false);
        }
        let key = self.content_key(tx, work.readable()).await?;
        let text = key.open_text(&note_place(row.id), &row.body)?;
        let typed = field(posted, Field::NoteBody.code()).unwrap_or_default();
        Ok(domain::text::lines(&typed, domain::notes::NOTE_MAX).is_ok_and(|typed| typed == text))
    }
}
