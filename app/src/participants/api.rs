//! The server functions of participants.

use domain::participants::{AccessView, ConflictForm, OwnerForm, ParticipantForm};
#[cfg(feature = "ssr")]
use domain::{
    CaseId, FieldErrors,
    participants::{ConflictTyped, OwnerTyped, ParticipantTyped, Whom},
};
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cx::{ServerCx, answer},
    crate::routes::{self, AccessDone},
    domain::drafts::DraftForm,
    serde::Serialize,
    store::drafts::Draft,
    store::{StoreError, Viewer},
};

/// Who sees the case, by name.
#[server(endpoint = "participants/access")]
pub async fn case_access(case: String) -> Result<AccessView, AppError> {
    let cx = ServerCx::require()?;
    let case = case.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.who_sees(cx.viewer()?, case).await)
}

/// Whom one may ask to take part, with what was typed before.
#[server(endpoint = "participants/ask-form")]
pub async fn ask_form(case: String, #[server(default)] query: String) -> Result<ParticipantForm, AppError> {
    let cx = ServerCx::require()?;
    let case = case.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.participant_form(cx.viewer()?, case, &query).await)
}

/// Whom one may give the case to.
#[server(endpoint = "participants/give-form")]
pub async fn give_form(case: String, #[server(default)] query: String) -> Result<OwnerForm, AppError> {
    let cx = ServerCx::require()?;
    let case = case.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.owner_form(cx.viewer()?, case, &query).await)
}

/// Whom one may keep out.
#[server(endpoint = "participants/keep-out-form")]
pub async fn keep_out_form(case: String, #[server(default)] query: String) -> Result<ConflictForm, AppError> {
    let cx = ServerCx::require()?;
    let case = case.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.conflict_form(cx.viewer()?, case, &query).await)
}

/// Keeps what was typed, and leads back to the form.
#[cfg(feature = "ssr")]
async fn refused<T: Serialize + Sync>(
    cx: &ServerCx,
    viewer: &Viewer,
    form: &str,
    typed: T,
    errors: FieldErrors,
    to: &str,
) -> Result<(), AppError> {
    cx.answer(cx.store.keep_draft(viewer, form, &Draft { typed, errors }).await)?;
    leptos_axum::redirect(to);
    Ok(())
}

/// Makes somebody take part, or changes how.
#[server(endpoint = "participants/add")]
pub async fn add_participant(
    case: String,
    #[server(default)] person: String,
    #[server(default)] role: String,
    #[server(default)] until: String,
) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.may_work_on(viewer, case).await)?;
    let typed = ParticipantTyped { person, role, until };
    let added = match typed.check(viewer.today()) {
        Ok(new) => cx.store.add_participant(viewer, case, new).await,
        Err(errors) => Err(StoreError::Invalid(errors)),
    };
    match added {
        Err(StoreError::Invalid(errors)) => {
            refused(&cx, viewer, &DraftForm::Participant(case).to_string(), typed, errors, &routes::ask_participant(case)).await
        }
        added => {
            cx.answer(added)?;
            leptos_axum::redirect(&routes::case_access_after(case, AccessDone::Asked));
            Ok(())
        }
    }
}

/// Ends somebody's part.
#[server(endpoint = "participants/remove")]
pub async fn remove_participant(case: String, person: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    let person = person.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.remove_participant(cx.viewer()?, case, person).await)?;
    leptos_axum::redirect(&routes::case_access_after(case, AccessDone::Ended));
    Ok(())
}

/// Gives the case to another owner.
#[server(endpoint = "participants/give")]
pub async fn give_case(case: String, #[server(default)] person: String, #[server(default)] stay: bool) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    let typed = OwnerTyped { person, stay };
    let checked = typed.check();
    // Whoever does not stay may not see the case any more.
    let to = if stay { routes::case_access_after(case, AccessDone::Given) } else { routes::CASES.to_owned() };
    if let Ok(person) = &checked
        && cx.answer(cx.store.has_given_case(viewer, case, *person).await)?
    {
        leptos_axum::redirect(&to);
        return Ok(());
    }
    cx.answer(cx.store.may_work_on(viewer, case).await)?;
    let given = match checked {
        Ok(to) => cx.store.give_case(viewer, case, to, stay).await,
        Err(errors) => Err(StoreError::Invalid(errors)),
    };
    match given {
        Err(StoreError::Invalid(errors)) => {
            refused(&cx, viewer, &format!("participants/give/{case}"), typed, errors, &routes::give_case(case)).await
        }
        given => {
            cx.answer(given)?;
            leptos_axum::redirect(&to);
            Ok(())
        }
    }
}

/// Keeps somebody out for conflict of interest.
#[server(endpoint = "participants/keep-out")]
pub async fn keep_out(
    case: String,
    #[server(default)] person: String,
    #[server(default)] member_number: String,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.may_work_on(viewer, case).await)?;
    let typed = ConflictTyped { person, member_number, reason };
    let kept_out = match typed.check() {
        Ok(new) => cx.store.keep_out(viewer, case, new).await,
        Err(errors) => Err(StoreError::Invalid(errors)),
    };
    match kept_out {
        Err(StoreError::Invalid(errors)) => {
            refused(&cx, viewer, &DraftForm::Conflict(case).to_string(), typed, errors, &routes::keep_out(case)).await
        }
        kept_out => {
            let was_called = cx.answer(kept_out)?;
            let done = if was_called { AccessDone::KeptOutOfMeetings } else { AccessDone::KeptOut };
            leptos_axum::redirect(&routes::case_access_after(case, done));
            Ok(())
        }
    }
}

/// Keeps somebody out no longer.
#[server(endpoint = "participants/let-in")]
pub async fn let_in(case: String, #[server(default)] person: String, #[server(default)] member_number: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    let whom = match member_number.is_empty() {
        true => Whom::Person(person.parse().map_err(|_| answer(AppError::NotFound))?),
        false => Whom::Number(member_number),
    };
    cx.answer(cx.store.let_in(cx.viewer()?, case, &whom).await)?;
    leptos_axum::redirect(&routes::case_access_after(case, AccessDone::LetIn));
    Ok(())
}
