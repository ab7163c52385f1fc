//! The server functions of a new case: one for each step, and one that shows how far one has come.

use domain::cases::NewCaseTyped;
use domain::members::MemberPage;
use domain::{Date, FieldErrors, Timestamp};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cx::{ServerCx, answer},
    crate::routes::{self, Done},
    domain::cases::Step,
    domain::members::MemberFilter,
    domain::{Code, Field, IdempotencyKey, MemberId},
    store::StoreError,
    store::drafts::Draft,
};

/// How far a new case has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The key of the draft.
    pub draft: String,
    /// What was typed.
    pub typed: NewCaseTyped,
    /// What was refused the last time a step was sent.
    pub errors: FieldErrors,
    /// The chosen member's name.
    pub member_name: Option<String>,
    /// The day in Oslo.
    pub today: Date,
}

/// A case that was begun and not saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Begun {
    /// The key of the draft.
    pub draft: String,
    /// What was typed.
    pub typed: NewCaseTyped,
    /// When it was last touched.
    pub updated_at: Timestamp,
    /// The day in Oslo.
    pub today: Date,
}

/// Every draft of a new case has a name that begins so.
#[cfg(feature = "ssr")]
const DRAFTS: &str = "case/new/";

#[cfg(feature = "ssr")]
fn form(key: IdempotencyKey) -> String {
    format!("{DRAFTS}{key}")
}

/// Only those who may open cases come any further.
#[cfg(feature = "ssr")]
fn opener(cx: &ServerCx) -> Result<&store::Viewer, AppError> {
    let viewer = cx.viewer()?;
    if viewer.grants().may_open_cases() { Ok(viewer) } else { Err(answer(AppError::Forbidden)) }
}

#[cfg(feature = "ssr")]
fn parse<T: std::str::FromStr>(id: &str) -> Result<T, AppError> {
    id.parse().map_err(|_| answer(AppError::NotFound))
}

/// The cases that were begun, and a fresh key for one more.
#[server(endpoint = "cases/new/begun")]
pub async fn list_begun() -> Result<(String, Vec<Begun>), AppError> {
    let cx = ServerCx::require()?;
    let viewer = opener(&cx)?;
    let drafts = cx.answer(cx.store.drafts::<NewCaseTyped>(viewer, DRAFTS).await)?;
    let begun = drafts.into_iter().filter_map(|draft| {
        let key = draft.form.strip_prefix(DRAFTS)?.to_owned();
        Some(Begun { draft: key, typed: draft.typed, updated_at: draft.updated_at, today: viewer.today() })
    });
    Ok((uuid::Uuid::new_v4().to_string(), begun.collect()))
}

/// How far this one has come.
#[server(endpoint = "cases/new/progress")]
pub async fn read_progress(draft: String) -> Result<Progress, AppError> {
    let cx = ServerCx::require()?;
    let viewer = opener(&cx)?;
    let key: IdempotencyKey = parse(&draft)?;
    let Draft { typed, errors } = cx.answer(cx.store.draft::<NewCaseTyped>(viewer, &form(key)).await)?.unwrap_or_default();
    let member_name = match typed.member.parse::<MemberId>() {
        Ok(member) => name_of(&cx, viewer, member).await?,
        Err(_) => None,
    };
    Ok(Progress { draft: key.to_string(), typed, errors, member_name, today: viewer.today() })
}

/// The name of somebody a case may be opened about; `None` for anybody else.
#[cfg(feature = "ssr")]
async fn name_of(cx: &ServerCx, viewer: &store::Viewer, member: MemberId) -> Result<Option<String>, AppError> {
    match cx.store.may_open_case_about(viewer, member).await {
        Ok(name) => Ok(Some(name)),
        Err(StoreError::Invalid(_) | StoreError::NotFound) => Ok(None),
        Err(error) => cx.answer(Err(error)),
    }
}

/// Members to choose from.
#[server(endpoint = "cases/new/people")]
pub async fn people(#[server(default)] query: String) -> Result<MemberPage, AppError> {
    let cx = ServerCx::require()?;
    let viewer = opener(&cx)?;
    cx.answer(cx.store.members(viewer, &MemberFilter { query, ..MemberFilter::default() }).await)
}

/// Keeps one step and goes on to the next that needs something, or back to `back` without complaint.
#[cfg(feature = "ssr")]
async fn keep(draft: &str, step: Step, back: bool, change: impl FnOnce(&mut NewCaseTyped)) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = opener(&cx)?;
    let key: IdempotencyKey = parse(draft)?;
    let kept = cx.answer(cx.store.draft::<NewCaseTyped>(viewer, &form(key)).await)?;
    let mut typed = kept.unwrap_or_default().typed;
    change(&mut typed);
    let mut errors = if back { FieldErrors::default() } else { typed.errors_at(step, viewer.today()) };
    if !back && step == Step::Who && errors.is_empty() {
        let member: MemberId = parse(&typed.member)?;
        if name_of(&cx, viewer, member).await?.is_none() {
            errors.0.push((Field::Member, Code::NotOffered));
        }
    }
    let next = if back {
        Step::ALL.into_iter().rev().find(|earlier| *earlier < step).unwrap_or(step)
    } else if errors.is_empty() {
        typed.next_open_step(viewer.today())
    } else {
        step
    };
    cx.answer(cx.store.keep_draft(viewer, &form(key), &Draft { typed, errors }).await)?;
    leptos_axum::redirect(&routes::new_case(&key.to_string(), next));
    Ok(())
}

/// What is it about? A member chosen beforehand, on their card, comes along.
#[server(endpoint = "cases/new/about")]
pub async fn choose_type(draft: String, #[server(default)] case_type: String, #[server(default)] member: String) -> Result<(), AppError> {
    keep(&draft, Step::About, false, |typed| {
        typed.case_type = case_type;
        if !member.is_empty() {
            typed.member = member;
        }
    })
    .await
}

/// Who is it about?
#[server(endpoint = "cases/new/who")]
pub async fn choose_member(draft: String, #[server(default)] member: String) -> Result<(), AppError> {
    keep(&draft, Step::Who, false, |typed| typed.member = member).await
}

/// What happened, and when?
#[server(endpoint = "cases/new/what")]
pub async fn tell(
    draft: String,
    #[server(default)] happened: String,
    #[server(default)] description: String,
    #[server(default)] back: bool,
) -> Result<(), AppError> {
    keep(&draft, Step::What, back, |typed| {
        typed.happened = happened;
        typed.description = description;
    })
    .await
}

/// Saves the case. Sent twice, it makes one, and both lead to it.
#[server(endpoint = "cases/new/save")]
pub async fn save(draft: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = opener(&cx)?;
    let key: IdempotencyKey = parse(&draft)?;
    // The draft first: when it is gone because the case has just been made of it, the case is found below.
    let typed = cx.answer(cx.store.draft::<NewCaseTyped>(viewer, &form(key)).await)?.unwrap_or_default().typed;
    if let Some(opened) = cx.answer(cx.store.opened_with(viewer, key).await)? {
        leptos_axum::redirect(&routes::case_after(opened.id, Done::Opened));
        return Ok(());
    }
    let result = match typed.check(viewer.today()) {
        Ok(new) => cx.store.open_case(viewer, key, &form(key), new).await,
        Err(errors) => Err(StoreError::Invalid(errors)),
    };
    match result {
        Ok(opened) => leptos_axum::redirect(&routes::case_after(opened.id, Done::Opened)),
        Err(StoreError::Invalid(errors)) => {
            cx.answer(cx.store.keep_draft(viewer, &form(key), &Draft { typed, errors }).await)?;
            leptos_axum::redirect(&routes::new_case(&key.to_string(), Step::Check));
        }
        Err(error) => cx.answer(Err(error))?,
    }
    Ok(())
}
