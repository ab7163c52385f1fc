//! The server functions of the settings.

use std::collections::BTreeMap;

use domain::org::OfficeNames;
use domain::settings::{
    CheckView, EditView, Holders, MatrixView, OfficeForm, PersonView, Step, TypesCheck, TypesForm, TypesView, VersionView, Versions,
};
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    super::office_form::{AGREEMENT, NEW, SINGLE},
    crate::cx::{ServerCx, answer},
    crate::routes,
    domain::MemberId,
    domain::org::Office,
    domain::settings::{OfficeTyped, Proposed},
    store::settings::{Published, TypesPublished},
};

#[cfg(feature = "ssr")]
fn parse<T: std::str::FromStr>(text: &str) -> Result<T, AppError> {
    text.parse().map_err(|_| answer(AppError::NotFound))
}

/// What a form is about: the rights of an office, the office itself, or else a version.
#[cfg(feature = "ssr")]
fn proposed(office: &str, facts: &str, version: &str) -> Result<Proposed, AppError> {
    match (office, facts) {
        ("", "") => parse(version).map(Proposed::Version),
        ("", facts) => Ok(named(facts)?.map_or(Proposed::NewOffice, Proposed::Facts)),
        (office, _) => parse(office).map(Proposed::Office),
    }
}

/// The office that a form is about; `None` for a new one.
#[cfg(feature = "ssr")]
fn named(facts: &str) -> Result<Option<Office>, AppError> {
    if facts == NEW { Ok(None) } else { parse(facts).map(Some) }
}

/// The access matrix in force.
#[server(endpoint = "settings/matrix")]
pub async fn matrix() -> Result<MatrixView, AppError> {
    let cx = ServerCx::require()?;
    cx.answer(cx.store.matrix(cx.viewer()?).await)
}

/// The form for the rights of one office.
#[server(endpoint = "settings/edit")]
pub async fn edit_rights(office: String) -> Result<EditView, AppError> {
    let cx = ServerCx::require()?;
    let office: Office = parse(&office)?;
    cx.answer(cx.store.edit_rights(cx.viewer()?, office).await)
}

/// Keeps the ticked rights, and goes on.
#[server(endpoint = "settings/rights")]
pub async fn choose_rights(office: String, base: i32, #[server(default)] rights: BTreeMap<String, Vec<String>>) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let office: Office = parse(&office)?;
    let next = cx.answer(cx.store.keep_rights(cx.viewer()?, office, base, rights).await)?;
    leptos_axum::redirect(&routes::change(Proposed::Office(office), next));
    Ok(())
}

/// Keeps the reasons, and goes on.
#[server(endpoint = "settings/reasons")]
pub async fn give_reasons(
    office: String,
    #[server(default)] reasons: BTreeMap<String, String>,
    #[server(default)] others: String,
) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let office: Office = parse(&office)?;
    let next = cx.answer(cx.store.keep_reasons(cx.viewer()?, office, reasons, others).await)?;
    leptos_axum::redirect(&routes::change(Proposed::Office(office), next));
    Ok(())
}

/// The form for an office, or for a new one.
#[server(endpoint = "settings/office-form")]
pub async fn edit_office(facts: String) -> Result<OfficeForm, AppError> {
    let cx = ServerCx::require()?;
    let office = named(&facts)?;
    cx.answer(cx.store.edit_office(cx.viewer()?, office).await)
}

/// Keeps what was typed of an office, and goes on.
#[server(endpoint = "settings/office")]
pub async fn keep_office(
    facts: String,
    base: i32,
    #[server(default)] code: String,
    #[server(default)] names: OfficeNames,
    #[server(default)] held_at: Vec<String>,
    #[server(default)] rules: Vec<String>,
) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let office = named(&facts)?;
    let has = |rule: &str| rules.iter().any(|ticked| ticked == rule);
    let typed = OfficeTyped { code, names, held_at, single: has(SINGLE), of_agreement: has(AGREEMENT) };
    let next = cx.answer(cx.store.keep_office(cx.viewer()?, office, base, typed).await)?;
    leptos_axum::redirect(&routes::change(office.map_or(Proposed::NewOffice, Proposed::Facts), next));
    Ok(())
}

/// What would be put in force, and what would happen. When something is still missing, the step at which.
#[server(endpoint = "settings/check")]
pub async fn check_change(
    #[server(default)] office: String,
    #[server(default)] facts: String,
    #[server(default)] version: String,
) -> Result<Result<CheckView, Step>, AppError> {
    let cx = ServerCx::require()?;
    let what = proposed(&office, &facts, &version)?;
    cx.answer(cx.store.check_change(cx.viewer()?, what, uuid::Uuid::new_v4().to_string()).await)
}

/// Puts it in force. Sent twice, it makes one version, and both lead to it.
#[server(endpoint = "settings/publish")]
pub async fn publish(
    #[server(default)] office: String,
    #[server(default)] facts: String,
    #[server(default)] version: String,
    key: String,
    base: i32,
    #[server(default)] note: String,
) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let what = proposed(&office, &facts, &version)?;
    let key = parse(&key)?;
    let to = match cx.answer(cx.store.publish(cx.viewer()?, what, key, base, &note).await)? {
        Published::Version(version) => routes::policy_version_in_force(version),
        Published::Refused(step) => routes::change(what, step),
        Published::Look => routes::change(what, Step::Check),
    };
    leptos_axum::redirect(&to);
    Ok(())
}

/// Goes on with what one has chosen, having seen that others have changed the matrix.
#[server(endpoint = "settings/go-on")]
pub async fn go_on_from(
    #[server(default)] office: String,
    #[server(default)] facts: String,
    #[server(default)] version: String,
    seen: i32,
) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let what = proposed(&office, &facts, &version)?;
    cx.answer(cx.store.go_on_from(cx.viewer()?, what, seen).await)?;
    leptos_axum::redirect(&routes::change(what, Step::Check));
    Ok(())
}

/// Throws away a change that was begun.
#[server(endpoint = "settings/drop")]
pub async fn drop_change(#[server(default)] office: String, #[server(default)] facts: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let what = proposed(&office, &facts, "")?;
    cx.answer(cx.store.drop_change(cx.viewer()?, what).await)?;
    leptos_axum::redirect(&routes::before_change(what));
    Ok(())
}

/// The versions of the matrix.
#[server(endpoint = "settings/versions")]
pub async fn policy_versions() -> Result<Versions, AppError> {
    let cx = ServerCx::require()?;
    cx.answer(cx.store.policy_versions(cx.viewer()?).await)
}

/// One version, and what it changed.
#[server(endpoint = "settings/version")]
pub async fn policy_version(version: String) -> Result<VersionView, AppError> {
    let cx = ServerCx::require()?;
    let version = parse(&version)?;
    cx.answer(cx.store.policy_version(cx.viewer()?, version).await)
}

/// Those who hold an office and whom a name fits.
#[server(endpoint = "settings/holders")]
pub async fn office_holders(#[server(default)] query: String) -> Result<Holders, AppError> {
    let cx = ServerCx::require()?;
    cx.answer(cx.store.office_holders(cx.viewer()?, &query).await)
}

/// What somebody who holds an office sees; and whether, and why, they see the member or the case with this number.
#[server(endpoint = "settings/person")]
pub async fn person_sees(id: String, #[server(default)] member: String, #[server(default)] case: String) -> Result<PersonView, AppError> {
    let cx = ServerCx::require()?;
    let id: MemberId = parse(&id)?;
    cx.answer(cx.store.person_sees(cx.viewer()?, id, &member, &case).await)
}

/// The case types in force, and the versions before.
#[server(endpoint = "settings/case-types")]
pub async fn case_types() -> Result<TypesView, AppError> {
    let cx = ServerCx::require()?;
    cx.answer(cx.store.case_type_settings(cx.viewer()?).await)
}

/// The form for another file of case types.
#[server(endpoint = "settings/case-types/edit")]
pub async fn edit_case_types() -> Result<TypesForm, AppError> {
    let cx = ServerCx::require()?;
    cx.answer(cx.store.case_types_form(cx.viewer()?).await)
}

/// Keeps the file, and goes on when it is whole.
#[server(endpoint = "settings/case-types/keep")]
pub async fn keep_case_types(#[server(default)] contents: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let whole = cx.answer(cx.store.keep_case_types(cx.viewer()?, &contents).await)?;
    leptos_axum::redirect(if whole { routes::CHECK_CASE_TYPES } else { routes::EDIT_CASE_TYPES });
    Ok(())
}

/// What would be put in force; `None` when there is nothing, or it will not do.
#[server(endpoint = "settings/case-types/check")]
pub async fn check_case_types() -> Result<Option<TypesCheck>, AppError> {
    let cx = ServerCx::require()?;
    cx.answer(cx.store.check_case_types_change(cx.viewer()?, uuid::Uuid::new_v4().to_string()).await)
}

/// Puts it in force. Sent twice, it makes one version, and both lead to it.
#[server(endpoint = "settings/case-types/publish")]
pub async fn publish_case_types(key: String, base: i32, #[server(default)] note: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let key = parse(&key)?;
    let to = match cx.answer(cx.store.publish_case_types(cx.viewer()?, key, base, &note).await)? {
        TypesPublished::Version(_) => routes::case_types_in_force(),
        TypesPublished::Refused => routes::EDIT_CASE_TYPES.to_owned(),
        TypesPublished::Look => routes::CHECK_CASE_TYPES.to_owned(),
    };
    leptos_axum::redirect(&to);
    Ok(())
}

/// Throws the file away.
#[server(endpoint = "settings/case-types/drop")]
pub async fn drop_case_types() -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    cx.answer(cx.store.drop_case_types(cx.viewer()?).await)?;
    leptos_axum::redirect(routes::CASE_TYPES);
    Ok(())
}
