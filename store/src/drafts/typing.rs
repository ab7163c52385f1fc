//! What somebody is typing right now, kept as it comes; and what comes with a session that has just ended.

use domain::drafts::DraftForm;
use domain::lifecycle::Deed;
use domain::{FieldErrors, MemberId, Timestamp};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, QueryFilter};
use serde_json::Value;

use crate::cases::{CaseWork, Readable};
use crate::crypto::Token;
use crate::entity::note;
use crate::{SignedIn, Store, StoreError, Viewer, meetings, scope, tasks};

use super::typed::{is_same, typed};

impl Store {
    /// Keeps what the viewer is typing in a form that they may open, and says when. `posted` is what their browser would
    /// send; with a key or a version of something that is saved, however late its last letters come, it is no draft any more.
    ///
    /// Whoever may not open the form is refused, and a draft that they had in it is thrown away.
    pub async fn keep_typing(&self, viewer: &Viewer, form: DraftForm, posted: &str) -> Result<Timestamp, StoreError> {
        let (tx, keys) = self.begin_sealing().await?;
        let work = match self.may_open(&tx, viewer, form).await {
            Err(error @ (StoreError::Forbidden | StoreError::NotFound)) => {
                super::drop_in(&tx, viewer, &form.to_string()).await?;
                tx.commit().await?;
                return Err(error);
            }
            work => work?,
        };
        let name = form.to_string();
        let before = self.typed_before(&tx, viewer.person(), &name).await?;
        let template = match form {
            DraftForm::Letter(_, code) => self.templates_in(&tx).await?.get(code.code()).cloned(),
            _ => None,
        };
        let typed = typed(form, posted, before.as_ref(), template.as_ref())?;
        // What was refused with these very words stays as it was refused, and says why.
        let again = before.is_some_and(|before| is_same(&typed, &before));
        if !again && !self.is_saved(&tx, viewer, form, work.as_ref(), (posted, &typed)).await? {
            let errors = FieldErrors::default();
            let text = serde_json::to_vec(&super::Draft { typed, errors })
                .map_err(|_| StoreError::Inconsistent { table: "drafts", what: "a form that cannot be written down" })?;
            self.put_draft(&tx, &keys, viewer.person(), &name, &text).await?;
            tx.commit().await?;
        }
        Ok(self.clock.now())
    }

    /// Proves that the viewer may open the form. In a closed case too: what they are typing when somebody closes it waits for
    /// it to be opened again.
    async fn may_open(&self, tx: &DatabaseTransaction, viewer: &Viewer, form: DraftForm) -> Result<Option<CaseWork>, StoreError> {
        let Some(case) = form.case() else {
            return if viewer.grants.may_open_cases() { Ok(None) } else { Err(StoreError::Forbidden) };
        };
        let deed = match form {
            DraftForm::Whole(_) => return Readable::find(tx, viewer, case).await.map(|_| None),
            DraftForm::Move(_, transition) => Deed::Move(transition),
            DraftForm::Participant(_) | DraftForm::Conflict(_) => Deed::People,
            _ => Deed::Tend,
        };
        let work = CaseWork::prove_for(tx, viewer, case, deed).await?;
        match form {
            DraftForm::ChangedNote(_, id) | DraftForm::Addition(_, id) => {
                let row = scope::notes_of(work.readable(), viewer).filter(note::Column::Id.eq(id)).one(tx).await?;
                let row = row.ok_or(StoreError::NotFound)?;
                if matches!(form, DraftForm::ChangedNote(..)) && row.author_id != viewer.person() {
                    return Err(StoreError::Forbidden);
                }
            }
            DraftForm::ChangedCall(_, id) | DraftForm::Minutes(_, id) | DraftForm::Signature(_, id) => {
                meetings::is_there(tx, work.readable(), id, None).await?;
            }
            DraftForm::Letter(_, code) => {
                self.templates_in(tx).await?.get(code.code()).ok_or(StoreError::NotFound)?;
            }
            DraftForm::Protocol(_, id, number, _) => meetings::is_there(tx, work.readable(), id, Some(number)).await?,
            DraftForm::ChangedTask(_, id) | DraftForm::Comment(_, id) | DraftForm::Dropped(_, id) => {
                tasks::is_there(tx, work.readable(), id).await?;
            }
            _ => {}
        }
        Ok(Some(work))
    }

    /// Keeps what was sent with a session that is over, for the person whose it was and nobody else, as long as they may
    /// open the form; they meet it there when they have logged in again. `false` when it is not kept.
    pub async fn keep_for_session(&self, token: &Token, request_id: &str, form: DraftForm, posted: &str) -> Result<bool, StoreError> {
        let Some((_, signed_in)) = self.was_signed_in(token, request_id).await? else { return Ok(false) };
        let SignedIn::Viewer(viewer) = &signed_in else {
            return self.shred_unless_open(token, request_id, form).await.map(|()| false);
        };
        match self.keep_typing(viewer, form, posted).await {
            Ok(_) => Ok(true),
            Err(StoreError::Forbidden | StoreError::NotFound | StoreError::Invalid(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// After a form was refused: whoever may not open it any more has no draft of it any more either (INP-9).
    pub async fn shred_unless_open(&self, token: &Token, request_id: &str, form: DraftForm) -> Result<(), StoreError> {
        let Some((person, signed_in)) = self.was_signed_in(token, request_id).await? else { return Ok(()) };
        let tx = self.begin().await?;
        let open = match &signed_in {
            SignedIn::Viewer(viewer) => self.may_open(&tx, viewer, form).await,
            SignedIn::WithoutMandate { .. } => Err(StoreError::Forbidden),
        };
        match open {
            Err(StoreError::Forbidden | StoreError::NotFound) => super::drop_of(&tx, person, &form.to_string()).await?,
            open => return open.map(drop),
        }
        tx.commit().await?;
        Ok(())
    }

    async fn typed_before(&self, db: &impl ConnectionTrait, person: MemberId, form: &str) -> Result<Option<Value>, StoreError> {
        let Some(row) = scope::draft_of(person, form).one(db).await? else { return Ok(None) };
        let text = self.keys.open(db, &super::place_of(person, form), &row.contents).await?;
        Ok(serde_json::from_slice::<super::Draft<Value>>(&text).map(|draft| draft.typed).ok())
    }
}
