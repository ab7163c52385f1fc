//! The server functions of a new case: one for each step, and one that shows how far one has come.

use std::collections::BTreeMap;

use domain::cases::Before;
use leptos::prelude::*;

use super::progress::{Begun, Progress};
use crate::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cx::{ServerCx, answer},
    crate::routes::{self, Done},
    domain::cases::{About, CaseKind, CaseTypes, NewCaseTyped, Person, Step},
    domain::drafts::{DraftForm, NEW_CASES},
    domain::{CaseId, Code, Date, Field, FieldErrors, IdempotencyKey, MemberId},
    store::StoreError,
    store::drafts::Draft,
};

#[cfg(feature = "ssr")]
pub(super) fn form(key: IdempotencyKey) -> String {
    DraftForm::NewCase(key).to_string()
}

/// Only those who may open cases come any further.
#[cfg(feature = "ssr")]
pub(super) fn opener(cx: &ServerCx) -> Result<&store::Viewer, AppError> {
    let viewer = cx.viewer()?;
    if viewer.grants().may_open_cases() { Ok(viewer) } else { Err(answer(AppError::Forbidden)) }
}

#[cfg(feature = "ssr")]
pub(super) fn parse<T: std::str::FromStr>(id: &str) -> Result<T, AppError> {
    id.parse().map_err(|_| answer(AppError::NotFound))
}

/// The cases that were begun, and a fresh key for one more.
#[server(endpoint = "cases/new/begun")]
pub async fn list_begun() -> Result<(String, Vec<Begun>), AppError> {
    let cx = ServerCx::require()?;
    let viewer = opener(&cx)?;
    let drafts = cx.answer(cx.store.drafts::<NewCaseTyped>(viewer, NEW_CASES).await)?;
    let begun = drafts.into_iter().filter_map(|draft| {
        let key = draft.form.strip_prefix(NEW_CASES)?.to_owned();
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
    let kind = typed.kind(viewer.case_types());
    let chosen: Vec<MemberId> = match kind {
        CaseKind::Individual => typed.member.parse::<MemberId>().into_iter().collect(),
        CaseKind::Group => typed.members.iter().filter_map(|id| id.parse().ok()).collect(),
        CaseKind::Collective => Vec::new(),
    };
    let people = cx.answer(cx.store.may_open_case_about_each(viewer, &chosen).await)?;
    let people = people.into_iter().map(|(id, name)| Person { id, name }).collect();
    let place = match typed.case_place.parse() {
        Ok(place) if kind == CaseKind::Collective => cx.answer(cx.store.case_place(viewer, place).await)?,
        _ => None,
    };
    Ok(Progress { draft: key.to_string(), typed, errors, kind, people, place, today: viewer.today() })
}

/// What the store says of those who were chosen. Those who may be chosen no more are taken out, and that is said.
#[cfg(feature = "ssr")]
async fn refused(cx: &ServerCx, viewer: &store::Viewer, typed: &mut NewCaseTyped, types: &CaseTypes) -> Result<FieldErrors, AppError> {
    let Ok(about) = typed.about(types) else { return Ok(FieldErrors::default()) };
    let offered = cx.answer(cx.store.may_open_case_about_each(viewer, about.members()).await)?;
    if offered.len() < about.members().len() {
        if about.kind() == CaseKind::Group {
            typed.members = offered.into_iter().map(|(id, _)| id.to_string()).collect();
        }
        return Ok(FieldErrors(vec![(Field::Member, Code::NotOffered)]));
    }
    if let About::Member(_) = about {
        return Ok(FieldErrors::default());
    }
    match cx.store.may_open_case(viewer, &about, typed.case_type().ok()).await {
        Err(StoreError::Invalid(errors)) => Ok(errors),
        answer => cx.answer(answer).map(|()| FieldErrors::default()),
    }
}

/// What is worth knowing before it is saved; nothing before somebody is chosen.
#[server(endpoint = "cases/new/before")]
pub async fn read_before(draft: String) -> Result<Option<Before>, AppError> {
    let cx = ServerCx::require()?;
    let viewer = opener(&cx)?;
    let key: IdempotencyKey = parse(&draft)?;
    let typed = cx.answer(cx.store.draft::<NewCaseTyped>(viewer, &form(key)).await)?.unwrap_or_default().typed;
    let Ok(about) = typed.about(viewer.case_types()) else { return Ok(None) };
    let happened = Date::parse_typed(&typed.happened).ok();
    match cx.store.before_case(viewer, &about, typed.case_type().ok().as_ref(), happened).await {
        Ok(before) => Ok(Some(before)),
        Err(StoreError::Invalid(_) | StoreError::NotFound) => Ok(None),
        Err(error) => cx.answer(Err(error)),
    }
}

/// How far this one has come, with what is worth knowing of it.
pub(super) async fn progress_with_before(draft: String) -> Result<(Progress, Option<Before>), AppError> {
    Ok((read_progress(draft.clone()).await?, read_before(draft).await?))
}

/// A draft, by the key that it has from now on. Where the key has made a case already, what is typed now is another, with a
/// key of its own; and that case.
#[cfg(feature = "ssr")]
pub(super) async fn begun(
    cx: &ServerCx,
    viewer: &store::Viewer,
    key: IdempotencyKey,
) -> Result<(IdempotencyKey, NewCaseTyped, Option<CaseId>), AppError> {
    if let Some(draft) = cx.answer(cx.store.draft::<NewCaseTyped>(viewer, &form(key)).await)? {
        return Ok((key, draft.typed, None));
    }
    let opened = cx.answer(cx.store.opened_with(viewer, key).await)?;
    Ok(match opened {
        Some(opened) => (IdempotencyKey(uuid::Uuid::new_v4()), NewCaseTyped::default(), Some(opened.id)),
        None => (key, NewCaseTyped::default(), None),
    })
}

/// Leads to a step, and says there that the first is `saved`, when it is.
#[cfg(feature = "ssr")]
pub(super) fn lead_to(key: IdempotencyKey, step: Step, saved: Option<CaseId>) {
    let key = key.to_string();
    leptos_axum::redirect(&saved.map_or_else(|| routes::new_case(&key, step), |case| routes::new_case_after(&key, step, case)));
}

/// Keeps one step and goes on to the next that needs something, or back to `back` without complaint.
#[cfg(feature = "ssr")]
pub(super) async fn keep(draft: &str, step: Step, back: bool, change: impl FnOnce(&mut NewCaseTyped, &CaseTypes)) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = opener(&cx)?;
    let (key, mut typed, saved) = begun(&cx, viewer, parse(draft)?).await?;
    let types = viewer.case_types();
    change(&mut typed, types);
    let mut errors = if back { FieldErrors::default() } else { typed.errors_at(step, types, viewer.today()) };
    if !back && step == Step::Who && errors.is_empty() {
        errors = refused(&cx, viewer, &mut typed, types).await?;
    }
    let next = if back {
        typed.step_before(step, types).unwrap_or(step)
    } else if errors.is_empty() {
        typed.next_open_step(types, viewer.today())
    } else {
        step
    };
    cx.answer(cx.store.keep_draft(viewer, &form(key), &Draft { typed, errors }).await)?;
    lead_to(key, next, saved);
    Ok(())
}

/// What is it about? A member chosen beforehand, on their card, comes along.
#[server(endpoint = "cases/new/about")]
pub async fn choose_type(draft: String, #[server(default)] case_type: String, #[server(default)] member: String) -> Result<(), AppError> {
    keep(&draft, Step::About, false, |typed, _| {
        typed.case_type = case_type;
        if !member.is_empty() {
            typed.choose_one(member);
        }
    })
    .await
}

/// What happened, and when?
#[server(endpoint = "cases/new/what")]
pub async fn tell(
    draft: String,
    #[server(default)] happened: String,
    #[server(default)] description: String,
    #[server(default)] back: bool,
) -> Result<(), AppError> {
    keep(&draft, Step::What, back, |typed, _| {
        typed.happened = happened;
        typed.description = description;
    })
    .await
}

/// What the type asks, on this page of it.
#[server(endpoint = "cases/new/answers")]
pub async fn answer_questions(
    draft: String,
    page: u8,
    #[server(default)] answers: BTreeMap<String, String>,
    #[server(default)] back: bool,
) -> Result<(), AppError> {
    let mut answers = answers;
    keep(&draft, Step::Questions(page), back, |typed, types| typed.answer(page, types, |id| answers.remove(id.code()))).await
}

/// Saves the case. Sent twice, it makes one, and both lead to it.
#[server(endpoint = "cases/new/save")]
pub async fn save(draft: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = opener(&cx)?;
    let key: IdempotencyKey = parse(&draft)?;
    // The draft first: when it is gone because the case has just been made of it, the case is found below.
    let kept = cx.answer(cx.store.draft::<NewCaseTyped>(viewer, &form(key)).await)?;
    let before = cx.answer(cx.store.opened_with(viewer, key).await)?;
    if let (None, Some(opened)) = (&kept, before) {
        leptos_axum::redirect(&routes::case_after(opened.id, Done::Opened));
        return Ok(());
    }
    let typed = kept.unwrap_or_default().typed;
    let result = match typed.check(viewer.case_types(), viewer.today()) {
        Ok(new) => cx.store.open_case(viewer, key, &form(key), new, cx.lang).await,
        Err(_) if before.is_some() => Err(StoreError::OtherBody),
        Err(errors) => Err(StoreError::Invalid(errors)),
    };
    match result {
        Ok(opened) => leptos_axum::redirect(&routes::case_after(opened.id, Done::Opened)),
        Err(StoreError::Invalid(errors)) => {
            cx.answer(cx.store.keep_draft(viewer, &form(key), &Draft { typed, errors }).await)?;
            leptos_axum::redirect(&routes::new_case(&key.to_string(), Step::Check));
        }
        // Another was saved with this key: what is typed now gets one of its own.
        Err(StoreError::OtherBody) => {
            let fresh = IdempotencyKey(uuid::Uuid::new_v4());
            let draft = Draft { typed, errors: FieldErrors::default() };
            cx.answer(cx.store.keep_draft(viewer, &form(fresh), &draft).await)?;
            cx.answer(cx.store.drop_draft(viewer, &form(key)).await)?;
            lead_to(fresh, Step::Check, before.map(|opened| opened.id));
        }
        Err(error) => cx.answer(Err(error))?,
    }
    Ok(())
}
