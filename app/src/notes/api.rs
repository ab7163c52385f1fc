//! The server functions of notes.

use domain::{CaseId, FieldErrors};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cx::{ServerCx, answer},
    crate::routes::{self, Done},
    store::drafts::Draft,
};

/// What the form for a new note shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewNoteForm {
    /// The case it will be in.
    pub case: CaseId,
    /// A fresh key, so that sending twice makes one.
    pub key: String,
    /// What was typed before.
    pub body: String,
    /// What was wrong with it.
    pub errors: FieldErrors,
}

#[cfg(feature = "ssr")]
fn form(case: CaseId) -> String {
    format!("note/{case}")
}

/// The form, with what was typed before.
#[server(endpoint = "notes/form")]
pub async fn open_note_form(case: String) -> Result<NewNoteForm, AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.may_work_on(viewer, case).await)?;
    let Draft { typed, errors } = cx.answer(cx.store.draft::<String>(viewer, &form(case)).await)?.unwrap_or_default();
    Ok(NewNoteForm { case, key: uuid::Uuid::new_v4().to_string(), body: typed, errors })
}

/// Saves a note; or keeps what was typed, and shows the form again.
#[server(endpoint = "notes/add")]
pub async fn add_note(case: String, key: String, #[server(default)] body: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    let key = key.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.may_work_on(viewer, case).await)?;
    match domain::notes::check(&body) {
        Ok(new) => {
            cx.answer(cx.store.add_note(viewer, case, key, &form(case), new).await)?;
            leptos_axum::redirect(&routes::case_after(case, Done::Noted));
        }
        Err(errors) => {
            cx.answer(cx.store.keep_draft(viewer, &form(case), &Draft { typed: body, errors }).await)?;
            leptos_axum::redirect(&routes::new_note(case));
        }
    }
    Ok(())
}
