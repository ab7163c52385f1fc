//! The server functions of links between cases.

use domain::FieldErrors;
use domain::links::{LinkForm, MergeForm};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    super::text,
    crate::cx::{ServerCx, answer},
    crate::routes::{self, Done},
    domain::links::{LinkTyped, check_number},
    domain::{CaseId, Code, Field},
    store::StoreError,
    store::drafts::Draft,
    store::lifecycle::Sent,
};

/// What the page that finds a case shows when it found none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindForm {
    /// What was typed.
    pub typed: String,
    /// What was wrong with it.
    pub errors: FieldErrors,
}

/// Goes to the case with this number, if the viewer may know of it; of a number that no case has, and of any other, the
/// same is said. An empty one is not looked for.
#[server(endpoint = "links/find")]
pub async fn find_case(number: String) -> Result<FindForm, AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let found = match check_number(&number) {
        Ok(number) => match cx.store.find_case(viewer, number).await {
            Err(StoreError::NotFound) => Err(FieldErrors(vec![(Field::CaseNumber, Code::NoSuchCase)])),
            found => Ok(cx.answer(found)?),
        },
        Err(_) if number.trim().is_empty() => Err(FieldErrors::default()),
        Err(errors) => Err(errors),
    };
    let errors = match found {
        Ok(case) => {
            leptos_axum::redirect(&routes::case(case));
            FieldErrors::default()
        }
        Err(errors) => errors,
    };
    Ok(FindForm { typed: number, errors })
}

/// What a case is linked to, and the form that links it to another.
#[server(endpoint = "links/form")]
pub async fn open_link_form(case: String) -> Result<LinkForm, AppError> {
    let cx = ServerCx::require()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.link_form(cx.viewer()?, case).await)
}

/// Links a case to another; or keeps what was typed, and shows the form again.
#[server(endpoint = "links/add")]
pub async fn add_link(
    case: String,
    #[server(default)] relation: String,
    #[server(default)] chosen: String,
    #[server(default)] number: String,
) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    let form = domain::drafts::new_link(case);
    let typed = LinkTyped { relation, chosen, number };
    cx.answer_or_keep(cx.store.may_add_to(viewer, case).await, &form, typed.clone()).await?;
    let linked = match typed.check() {
        Ok(new) => cx.store.link_case(viewer, case, new).await,
        Err(errors) => Err(StoreError::Invalid(errors)),
    };
    match linked {
        Err(StoreError::Invalid(errors)) => {
            cx.answer(cx.store.keep_draft(viewer, &form, &Draft { typed, errors }).await)?;
            leptos_axum::redirect(&routes::link_case(case));
        }
        linked => {
            cx.answer_or_keep(linked, &form, typed).await?;
            leptos_axum::redirect(&routes::case_after(case, Done::Linked));
        }
    }
    Ok(())
}

/// Takes a link away.
#[server(endpoint = "links/remove")]
pub async fn remove_link(case: String, other: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    let other: CaseId = other.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.unlink_case(cx.viewer()?, case, other).await)?;
    leptos_axum::redirect(&routes::case_after(case, Done::Unlinked));
    Ok(())
}

/// What merging a case into the one with this number would do.
#[server(endpoint = "links/merge-form")]
pub async fn open_merge_form(case: String, #[server(default)] number: String) -> Result<MergeForm, AppError> {
    let cx = ServerCx::require()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.merge_form(cx.viewer()?, case, &number).await)
}

/// Merges a case into the one with this number, and goes there; or shows why not.
#[server(endpoint = "links/merge")]
pub async fn merge_case(
    case: String,
    key: String,
    #[server(default)] version: i32,
    #[server(default)] number: String,
) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    let key = key.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.may_move(viewer, case, domain::lifecycle::Transition::Close).await)?;
    let merged = match check_number(&number) {
        // What is typed here is a number alone: it stands in the address, and there is no draft.
        Ok(other) => {
            let sent = Sent { version, key, draft: "" };
            cx.store.merge_case(viewer, case, sent, other, &text::task_was_moved(cx.lang)).await
        }
        Err(errors) => Err(StoreError::Invalid(errors)),
    };
    let to = match merged {
        Ok(into) => routes::case_after(into, Done::Merged),
        Err(StoreError::Invalid(_)) => routes::merge_case_with(case, &number),
        Err(StoreError::Conflict) => routes::case_after(case, Done::CaseChanged),
        Err(error) => return cx.answer(Err(error)),
    };
    leptos_axum::redirect(&to);
    Ok(())
}
