//! What somebody is typing right now, kept as it comes; and what comes with a session that has just ended.

use std::collections::BTreeMap;

use domain::drafts::{DraftForm, VERSION};
use domain::lifecycle::Deed;
use domain::{IdempotencyKey, MemberId, Timestamp};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, QueryFilter};
use serde_json::{Map, Value};

use crate::cases::CaseWork;
use crate::cases::contents::note_place;
use crate::crypto::{Keys, Token};
use crate::entity::note;
use crate::{Store, StoreError, Viewer, scope};

/// The fields of a form by their names, as a browser sends them.
pub type Fields = BTreeMap<String, String>;

impl Store {
    /// Keeps what the viewer is typing in a form that they may send, and says when. `key` is the one that the form carries:
    /// what was saved with it is no draft any more, however late its last letters come.
    pub async fn keep_typing(
        &self,
        viewer: &Viewer,
        form: DraftForm,
        key: Option<IdempotencyKey>,
        fields: &Fields,
    ) -> Result<Timestamp, StoreError> {
        let (tx, keys) = self.begin_sealing().await?;
        if !self.is_saved(&tx, viewer, form, key, fields).await? {
            self.put_fields(&tx, &keys, viewer.person(), form, fields).await?;
            tx.commit().await?;
        }
        Ok(self.clock.now())
    }

    /// Whether what is typed is saved already. Whoever may not send the form is refused here.
    async fn is_saved(
        &self,
        tx: &DatabaseTransaction,
        viewer: &Viewer,
        form: DraftForm,
        key: Option<IdempotencyKey>,
        fields: &Fields,
    ) -> Result<bool, StoreError> {
        let work = match form.case() {
            Some(case) => CaseWork::prove_for(tx, viewer, case, Deed::Tend).await?,
            None if viewer.grants.may_open_cases() => {
                let DraftForm::NewCase(key) = form else { return Err(StoreError::NotFound) };
                return Ok(scope::opened_by(viewer, key).one(tx).await?.is_some());
            }
            None => return Err(StoreError::Forbidden),
        };
        if let DraftForm::ChangedNote(_, id) | DraftForm::Addition(_, id) = form {
            let row = scope::notes_of(work.readable(), viewer).filter(note::Column::Id.eq(id)).one(tx).await?;
            let row = row.ok_or(StoreError::NotFound)?;
            if matches!(form, DraftForm::ChangedNote(..)) {
                return self.is_in_note(tx, viewer, &work, &row, fields).await;
            }
        }
        let Some(key) = key else { return Ok(false) };
        Ok(match form {
            DraftForm::NewNote(_) => scope::written_with(viewer, key).one(tx).await?.is_some(),
            DraftForm::Addition(..) => scope::added_with(viewer, key).one(tx).await?.is_some(),
            DraftForm::Contact(_) | DraftForm::Decision(_) => scope::entered_with(viewer, key).one(tx).await?.is_some(),
            DraftForm::ChangedNote(..) | DraftForm::NewCase(_) => false,
        })
    }

    /// Whether a note of the viewer's own says already what is typed.
    async fn is_in_note(
        &self,
        tx: &DatabaseTransaction,
        viewer: &Viewer,
        work: &CaseWork,
        row: &note::Model,
        fields: &Fields,
    ) -> Result<bool, StoreError> {
        if row.author_id != viewer.person() {
            return Err(StoreError::Forbidden);
        }
        if fields.get(VERSION).is_some_and(|version| *version == row.version.to_string()) {
            return Ok(false);
        }
        let key = self.content_key(tx, work.readable()).await?;
        let text = key.open_text(&note_place(row.id), &row.body)?;
        let typed = fields.get(domain::Field::NoteBody.code()).map(String::as_str).unwrap_or_default();
        Ok(domain::text::lines(typed, domain::notes::NOTE_MAX).is_ok_and(|typed| typed == text))
    }

    /// Keeps what was sent with a session that is over, for the person whose it was and nobody else; they meet it in the
    /// form when they have logged in again. Whether they may still send it is asked then. `false` when the session is not
    /// known (any more).
    pub async fn keep_for_session(&self, token: &Token, form: DraftForm, fields: &Fields) -> Result<bool, StoreError> {
        let (tx, keys) = self.begin_sealing().await?;
        let Some((session, _)) = scope::session(&token.hash()).one(&tx).await? else { return Ok(false) };
        self.put_fields(&tx, &keys, session.person_id, form, fields).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Puts the form's fields into the draft, and leaves what else is in it as it is: a new case has other steps.
    async fn put_fields(
        &self,
        tx: &DatabaseTransaction,
        keys: &Keys,
        person: MemberId,
        form: DraftForm,
        fields: &Fields,
    ) -> Result<(), StoreError> {
        let name = form.to_string();
        let mut typed = match form {
            DraftForm::NewCase(_) => self.typed_before(tx, person, &name).await?,
            _ => Map::new(),
        };
        for field in form.fields() {
            if let Some(value) = fields.get(*field) {
                typed.insert((*field).to_owned(), Value::String(value.clone()));
            }
        }
        let errors = domain::FieldErrors::default();
        let text = serde_json::to_vec(&super::Draft { typed, errors })
            .map_err(|_| StoreError::Inconsistent { table: "drafts", what: "a form that cannot be written down" })?;
        self.put_draft(tx, keys, person, &name, &text).await
    }

    async fn typed_before(&self, db: &impl ConnectionTrait, person: MemberId, form: &str) -> Result<Map<String, Value>, StoreError> {
        let Some(row) = scope::draft_of(person, form).one(db).await? else { return Ok(Map::new()) };
        let text = self.keys.open(db, &super::place_of(person, form), &row.contents).await?;
        Ok(serde_json::from_slice::<super::Draft<Map<String, Value>>>(&text).map(|draft| draft.typed).unwrap_or_default())
    }
}
