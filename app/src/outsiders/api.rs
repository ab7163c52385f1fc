//! The server functions of others in a case.

use domain::outsiders::{OutsiderForm, OutsiderTyped};
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cx::{ServerCx, answer, fresh_key},
    crate::routes::{self, Done},
    domain::drafts::outsider as draft_of,
    domain::{CaseId, FieldErrors, OutsiderId},
    store::StoreError,
    store::drafts::Draft,
};

/// Which case, and who in it; nobody when somebody is added.
#[cfg(feature = "ssr")]
fn ids(case: &str, outsider: &str) -> Result<(CaseId, Option<OutsiderId>), AppError> {
    let not_found = || answer(AppError::NotFound);
    let outsider = match outsider {
        "" => None,
        id => Some(id.parse().map_err(|_| not_found())?),
    };
    Ok((case.parse().map_err(|_| not_found())?, outsider))
}

/// The form for somebody new, or for what stands about this one.
#[server(endpoint = "outsiders/form")]
pub async fn open_outsider_form(case: String, #[server(default)] outsider: String) -> Result<OutsiderForm, AppError> {
    let cx = ServerCx::require()?;
    let (case, outsider) = ids(&case, &outsider)?;
    cx.answer(cx.store.outsider_form(cx.viewer()?, case, outsider, fresh_key()).await)
}

/// Saves it; or keeps what was typed, and shows the form again.
#[server(endpoint = "outsiders/save")]
pub async fn save_outsider(
    case: String,
    key: String,
    #[server(default)] outsider: String,
    #[server(default)] version: i32,
    #[server(flatten)] typed: OutsiderTyped,
) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let (case, outsider) = ids(&case, &outsider)?;
    let key = key.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.may_add_to(viewer, case).await)?;
    let saved = match (typed.check(), outsider) {
        (Err(errors), _) => Err(StoreError::Invalid(errors)),
        (Ok(who), None) => cx.store.add_outsider(viewer, case, key, &who).await,
        (Ok(who), Some(id)) => cx.store.change_outsider(viewer, case, (id, version), &who).await,
    };
    let (draft, form) =
        (draft_of(case, outsider), outsider.map_or_else(|| routes::new_outsider(case), |id| routes::change_outsider(case, id)));
    let errors = match saved {
        Err(StoreError::Invalid(errors)) => errors,
        // Of two who change the same.
        Err(StoreError::Conflict) if outsider.is_some() => FieldErrors::default(),
        saved => {
            if cx.saved(saved, &draft, (version, typed), &form).await?.is_some() {
                leptos_axum::redirect(&routes::case_after(case, Done::OutsiderSaved));
            }
            return Ok(());
        }
    };
    cx.answer(cx.store.keep_draft(viewer, &draft, &Draft { typed: (version, typed), errors }).await)?;
    leptos_axum::redirect(&form);
    Ok(())
}

/// Takes somebody out of the case.
#[server(endpoint = "outsiders/remove")]
pub async fn remove_outsider(case: String, outsider: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let (case, outsider) = ids(&case, &outsider)?;
    let outsider = outsider.ok_or_else(|| answer(AppError::NotFound))?;
    cx.answer(cx.store.remove_outsider(cx.viewer()?, case, outsider).await)?;
    leptos_axum::redirect(&routes::case_after(case, Done::OutsiderRemoved));
    Ok(())
}
