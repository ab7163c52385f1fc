//! The server functions of contact and decisions.

use domain::drafts::Kept;
use domain::entries::{ContactTyped, DecisionTyped};
use domain::{CaseId, FieldErrors};
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cx::{ServerCx, answer},
    crate::routes::{self, Done},
    domain::drafts::DraftForm,
    domain::entries::Entry,
    store::Viewer,
    store::drafts::Draft,
};

/// What a form for an entry shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "T: Serialize + DeserializeOwned")]
pub struct EntryForm<T> {
    /// The case it will be in.
    pub case: CaseId,
    /// A fresh key, so that sending twice makes one.
    pub key: String,
    /// What was typed before.
    pub typed: T,
    /// What was wrong with it.
    pub errors: FieldErrors,
    /// When that was kept, if there is anything.
    pub kept: Option<Kept>,
}

#[cfg(feature = "ssr")]
async fn open<T: DeserializeOwned + Serialize>(
    cx: &ServerCx,
    case: &str,
    form: impl Fn(CaseId) -> DraftForm,
    fresh: impl FnOnce(&Viewer) -> T,
) -> Result<EntryForm<T>, AppError> {
    let viewer = cx.viewer()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.may_add_to(viewer, case).await)?;
    let draft = cx.answer(cx.store.draft_with_time::<T>(viewer, &form(case).to_string()).await)?;
    let key = uuid::Uuid::new_v4().to_string();
    Ok(match draft {
        Some((Draft { typed, errors }, at)) => EntryForm { case, key, typed, errors, kept: Some(Kept { at, today: viewer.today() }) },
        None => EntryForm { case, key, typed: fresh(viewer), errors: FieldErrors::default(), kept: None },
    })
}

/// The form for contact; the day is today until somebody says otherwise.
#[server(endpoint = "entries/contact-form")]
pub async fn open_contact_form(case: String) -> Result<EntryForm<ContactTyped>, AppError> {
    let cx = ServerCx::require()?;
    let fresh = |viewer: &Viewer| {
        let today = viewer.today();
        ContactTyped { on: format!("{}.{}.{}", today.day(), today.month(), today.year()), ..ContactTyped::default() }
    };
    open(&cx, &case, DraftForm::Contact, fresh).await
}

/// The form for a decision; the one who writes it has taken it until somebody says otherwise.
#[server(endpoint = "entries/decision-form")]
pub async fn open_decision_form(case: String) -> Result<EntryForm<DecisionTyped>, AppError> {
    let cx = ServerCx::require()?;
    let fresh = |viewer: &Viewer| DecisionTyped { by: viewer.name().to_owned(), ..DecisionTyped::default() };
    open(&cx, &case, DraftForm::Decision, fresh).await
}

#[cfg(feature = "ssr")]
async fn save<T: Serialize + Sync>(
    case: &str,
    key: &str,
    form: impl Fn(CaseId) -> DraftForm,
    typed: T,
    check: impl FnOnce(&T, &Viewer) -> Result<Entry, FieldErrors>,
    done: Done,
) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    let key = key.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.may_work_on(viewer, case).await)?;
    let form = form(case);
    match check(&typed, viewer) {
        Ok(entry) => {
            let name = form.to_string();
            let added = cx.store.add_entry(viewer, case, key, &name, &entry).await;
            if cx.saved(added, &name, typed, &routes::draft_form(form)).await?.is_some() {
                leptos_axum::redirect(&routes::case_after(case, done));
            }
        }
        Err(errors) => {
            cx.answer(cx.store.keep_draft(viewer, &form.to_string(), &Draft { typed, errors }).await)?;
            leptos_axum::redirect(&routes::draft_form(form));
        }
    }
    Ok(())
}

/// Saves contact with somebody; or keeps what was typed, and shows the form again.
#[server(endpoint = "entries/contact")]
pub async fn add_contact(case: String, key: String, #[server(flatten)] typed: ContactTyped) -> Result<(), AppError> {
    let check = |typed: &ContactTyped, viewer: &Viewer| typed.check(viewer.today()).map(Entry::Contact);
    save(&case, &key, DraftForm::Contact, typed, check, Done::Contacted).await
}

/// Saves a decision; or keeps what was typed, and shows the form again.
#[server(endpoint = "entries/decide")]
pub async fn add_decision(case: String, key: String, #[server(flatten)] typed: DecisionTyped) -> Result<(), AppError> {
    save(&case, &key, DraftForm::Decision, typed, |typed, _| typed.check().map(Entry::Decision), Done::Decided).await
}
