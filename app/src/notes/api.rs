//! The server functions of notes.

use domain::drafts::Kept;
use domain::notes::{NoteTyped, NoteView};
use domain::{CaseId, FieldErrors};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cx::{ServerCx, answer},
    crate::routes::{self, Done},
    domain::NoteId,
    domain::drafts::DraftForm,
    store::StoreError,
    store::drafts::Draft,
    store::notes::Changed,
};

/// What the form for a new note shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewNoteForm {
    /// The case it will be in.
    pub case: CaseId,
    /// A fresh key, so that sending twice makes one.
    pub key: String,
    /// What was typed before.
    pub typed: NoteTyped,
    /// What was wrong with it.
    pub errors: FieldErrors,
    /// When that was kept, if there is anything.
    pub kept: Option<Kept>,
}

/// What the forms for changing a note and for adding to it show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteForm {
    /// The note as it is now.
    pub note: NoteView,
    /// A fresh key, so that sending twice makes one.
    pub key: String,
    /// What was typed before: of a change that was not begun, the note itself.
    pub typed: NoteTyped,
    /// What was wrong with it.
    pub errors: FieldErrors,
    /// When that was kept, if there is anything.
    pub kept: Option<Kept>,
}

#[cfg(feature = "ssr")]
fn ids(case: &str, note: &str) -> Result<(CaseId, NoteId), AppError> {
    let ids = case.parse().ok().zip(note.parse().ok());
    ids.ok_or_else(|| answer(AppError::NotFound))
}

/// The form, with what was typed before.
#[server(endpoint = "notes/form")]
pub async fn open_note_form(case: String) -> Result<NewNoteForm, AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.may_add_to(viewer, case).await)?;
    let (draft, kept) = cx.draft::<NoteTyped>(DraftForm::NewNote(case)).await?;
    let Draft { typed, errors } = draft.unwrap_or_default();
    Ok(NewNoteForm { case, key: uuid::Uuid::new_v4().to_string(), typed, errors, kept })
}

/// Saves a note; or keeps what was typed, and shows the form again.
#[server(endpoint = "notes/add")]
pub async fn add_note(
    case: String,
    key: String,
    #[server(default)] body: String,
    #[server(default)] note_kind: String,
) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    let key = key.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.may_work_on(viewer, case).await)?;
    let (form, typed) = (DraftForm::NewNote(case), NoteTyped { body, kind: note_kind, version: String::new() });
    match typed.check() {
        Ok(new) => {
            let form = form.to_string();
            let added = cx.store.add_note(viewer, case, key, &form, new).await;
            if cx.saved(added, &form, typed, &routes::new_note(case)).await?.is_some() {
                leptos_axum::redirect(&routes::case_after(case, Done::Noted));
            }
        }
        Err(errors) => {
            cx.answer(cx.store.keep_draft(viewer, &form.to_string(), &Draft { typed, errors }).await)?;
            leptos_axum::redirect(&routes::new_note(case));
        }
    }
    Ok(())
}

/// A note, whole.
#[server(endpoint = "notes/view")]
pub async fn note(case: String, note: String) -> Result<NoteView, AppError> {
    let cx = ServerCx::require()?;
    let (case, note) = ids(&case, &note)?;
    cx.answer(cx.store.note(cx.viewer()?, case, note).await)
}

/// The form for changing a note, with what was typed before.
#[server(endpoint = "notes/change-form")]
pub async fn open_change_form(case: String, note: String) -> Result<NoteForm, AppError> {
    let cx = ServerCx::require()?;
    let (case, note) = ids(&case, &note)?;
    cx.answer(cx.store.may_add_to(cx.viewer()?, case).await)?;
    let view = cx.answer(cx.store.note_to_change(cx.viewer()?, case, note).await)?;
    let (draft, kept) = cx.draft::<NoteTyped>(DraftForm::ChangedNote(case, note)).await?;
    let as_it_is = NoteTyped { body: view.body.clone(), kind: view.kind.to_string(), version: view.version.to_string() };
    let Draft { typed, errors } = draft.unwrap_or(Draft { typed: as_it_is, errors: FieldErrors::default() });
    Ok(NoteForm { note: view, key: String::new(), typed, errors, kept })
}

/// Saves a change to a note. What is refused is kept; when the note has been changed meanwhile, the form shows both
/// texts. `both` puts what is typed under what stands there.
#[server(endpoint = "notes/change")]
pub async fn change_note(
    case: String,
    note: String,
    version: String,
    #[server(default)] body: String,
    #[server(default)] note_kind: String,
    #[server(default)] both: bool,
) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let (case, id) = ids(&case, &note)?;
    let view = cx.answer(cx.store.note_to_change(viewer, case, id).await)?;
    let kind = if note_kind.is_empty() { view.kind.to_string() } else { note_kind };
    let typed = NoteTyped { body, kind, version };
    let whole = if both { NoteTyped { body: format!("{}\n\n{}", view.body, typed.body), ..typed.clone() } } else { typed.clone() };
    let form = DraftForm::ChangedNote(case, id);
    let changed = match whole.check() {
        // Without a version it is nobody knows of what: both texts are shown.
        Ok(new) => {
            let version = typed.version.parse().unwrap_or(0);
            cx.store.change_note(viewer, case, id, version, &form.to_string(), new).await
        }
        Err(errors) => Err(StoreError::Invalid(errors)),
    };
    let (to, errors) = match changed {
        Ok(Changed::Saved) => {
            leptos_axum::redirect(&routes::note_after(case, id));
            return Ok(());
        }
        Ok(Changed::TooLate) => {
            let instead = DraftForm::Addition(case, id).to_string();
            let typed = NoteTyped { body: typed.body, ..NoteTyped::default() };
            cx.answer(cx.store.keep_draft(viewer, &instead, &Draft { typed, errors: FieldErrors::default() }).await)?;
            cx.answer(cx.store.drop_draft(viewer, &form.to_string()).await)?;
            leptos_axum::redirect(&routes::add_to_note_instead(case, id));
            return Ok(());
        }
        Ok(Changed::Stale) => (routes::change_note(case, id), FieldErrors::default()),
        Err(StoreError::Invalid(errors)) => (routes::change_note(case, id), errors),
        Err(error) => return cx.answer_or_keep(Err(error), &form.to_string(), whole).await,
    };
    cx.answer(cx.store.keep_draft(viewer, &form.to_string(), &Draft { typed: whole, errors }).await)?;
    leptos_axum::redirect(&to);
    Ok(())
}

/// The form for adding to a note, with what was typed before.
#[server(endpoint = "notes/addition-form")]
pub async fn open_addition_form(case: String, note: String) -> Result<NoteForm, AppError> {
    let cx = ServerCx::require()?;
    let (case, note) = ids(&case, &note)?;
    let view = cx.answer(cx.store.note_to_add_to(cx.viewer()?, case, note).await)?;
    let (draft, kept) = cx.draft::<NoteTyped>(DraftForm::Addition(case, note)).await?;
    let Draft { typed, errors } = draft.unwrap_or_default();
    Ok(NoteForm { note: view, key: uuid::Uuid::new_v4().to_string(), typed, errors, kept })
}

/// Adds to a note; or keeps what was typed, and shows the form again.
#[server(endpoint = "notes/add-to")]
pub async fn add_to_note(case: String, note: String, key: String, #[server(default)] body: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let (case, id) = ids(&case, &note)?;
    let key = key.parse().map_err(|_| answer(AppError::NotFound))?;
    let form = DraftForm::Addition(case, id);
    let whole = || NoteTyped { body: body.clone(), ..NoteTyped::default() };
    let found = cx.store.note_to_add_to(viewer, case, id).await;
    cx.answer_or_keep(found, &form.to_string(), whole()).await?;
    match domain::notes::check_addition(&body) {
        Ok(addition) => {
            let added = cx.store.add_to_note(viewer, case, id, key, &form.to_string(), &addition).await;
            if cx.saved(added, &form.to_string(), whole(), &routes::add_to_note(case, id)).await?.is_some() {
                leptos_axum::redirect(&routes::note_after(case, id));
            }
        }
        Err(errors) => {
            let typed = NoteTyped { body, ..NoteTyped::default() };
            cx.answer(cx.store.keep_draft(viewer, &form.to_string(), &Draft { typed, errors }).await)?;
            leptos_axum::redirect(&routes::add_to_note(case, id));
        }
    }
    Ok(())
}
