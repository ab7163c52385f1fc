//! The server functions of whom a new case is about.

use domain::cases::PlacePage;
use domain::members::MemberPage;
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cases::new::api::{begun, form, keep, lead_to, opener, parse},
    crate::cx::ServerCx,
    domain::cases::{CaseKind, NewCaseTyped, Step},
    domain::members::MemberFilter,
    domain::{Code, Field, FieldErrors, IdempotencyKey, MemberId},
    store::drafts::Draft,
};

/// Members to choose from.
#[server(endpoint = "cases/new/people")]
pub async fn people(#[server(default)] query: String) -> Result<MemberPage, AppError> {
    let cx = ServerCx::require()?;
    let viewer = opener(&cx)?;
    cx.answer(cx.store.members(viewer, &MemberFilter { query, ..MemberFilter::default() }).await)
}

/// Clubs and workplaces to choose from.
#[server(endpoint = "cases/new/places")]
pub async fn places(draft: String, #[server(default)] query: String) -> Result<PlacePage, AppError> {
    let cx = ServerCx::require()?;
    let viewer = opener(&cx)?;
    let key: IdempotencyKey = parse(&draft)?;
    let typed = cx.answer(cx.store.draft::<NewCaseTyped>(viewer, &form(key)).await)?.unwrap_or_default().typed;
    match typed.facts(viewer.case_types()) {
        Ok(facts) => cx.answer(cx.store.case_places(viewer, &facts.case_type, &query).await),
        Err(_) => Ok(PlacePage::default()),
    }
}

/// Keeps what was chosen of several, and asks on.
#[cfg(feature = "ssr")]
async fn stay(draft: &str, change: impl FnOnce(&mut NewCaseTyped) -> Result<(), Code>) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = opener(&cx)?;
    let (key, mut typed, saved) = begun(&cx, viewer, parse(draft)?).await?;
    let mut errors = FieldErrors::default();
    errors.take(Field::Member, change(&mut typed));
    cx.answer(cx.store.keep_draft(viewer, &form(key), &Draft { typed, errors }).await)?;
    lead_to(key, Step::Who, saved);
    Ok(())
}

/// How many is it about? Who is asked next.
#[server(endpoint = "cases/new/kind")]
pub async fn choose_kind(draft: String, #[server(default)] kind: String) -> Result<(), AppError> {
    stay(&draft, |typed| {
        if let Ok(kind) = kind.parse() {
            typed.choose_kind(kind);
        }
        Ok(())
    })
    .await
}

/// Several: one more, one less; or, with neither, on to the next step.
#[server(endpoint = "cases/new/members")]
pub async fn choose_members(draft: String, #[server(default)] add: String, #[server(default)] remove: String) -> Result<(), AppError> {
    if !remove.is_empty() {
        return stay(&draft, |typed| {
            typed.remove_member(&remove);
            Ok(())
        })
        .await;
    }
    if add.is_empty() {
        return keep(&draft, Step::Who, false, |typed, _| typed.choose_kind(CaseKind::Group)).await;
    }
    let cx = ServerCx::require()?;
    let viewer = opener(&cx)?;
    let chosen: Vec<MemberId> = add.parse::<MemberId>().into_iter().collect();
    let offered = cx.answer(cx.store.may_open_case_about_each(viewer, &chosen).await)?;
    stay(&draft, |typed| match offered.first() {
        Some((member, _)) => typed.add_member(*member),
        None => Err(Code::NotOffered),
    })
    .await
}

/// Everybody: where?
#[server(endpoint = "cases/new/place")]
pub async fn choose_place(draft: String, #[server(default)] case_place: String) -> Result<(), AppError> {
    keep(&draft, Step::Who, false, |typed, _| {
        typed.choose_kind(CaseKind::Collective);
        typed.case_place = case_place;
    })
    .await
}

/// Who is it about?
#[server(endpoint = "cases/new/who")]
pub async fn choose_member(draft: String, #[server(default)] member: String) -> Result<(), AppError> {
    keep(&draft, Step::Who, false, |typed, _| typed.choose_one(member)).await
}
