//! The authorization endpoint: show the people to choose from, and answer with the choice.

use std::sync::Arc;

use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::Response,
};

use super::{
    answers::{OAuthError, html, see_other},
    codes::{Grant, random_token},
    pages::{self, Chooser},
    params::Params,
    persona::{self, Person},
    provider::Provider,
    request::{AuthRequest, Refusal},
    text::Locale,
};

type Shared = State<Arc<Provider>>;

/// More than any level is long; what a form sends ends up in a token.
const ACR_AT_MOST: usize = 200;

pub(super) async fn by_link(State(provider): Shared, RawQuery(query): RawQuery) -> Response {
    show(&provider, &query.unwrap_or_default())
}

/// A relying party may also post its request (`OpenID` Connect Core, 3.1.2.1).
pub(super) async fn by_form(State(provider): Shared, body: String) -> Response {
    show(&provider, &body)
}

fn show(provider: &Provider, query: &str) -> Response {
    match AuthRequest::parse(query, provider) {
        Ok(request) => html(StatusCode::OK, chooser(provider, query, &request, &request.acr, None)),
        Err(refusal) => refuse(provider, query, refusal),
    }
}

/// The forms of the page carry the whole request, so that nothing is remembered until a code
/// is issued, and the back button and a restart do no harm.
pub(super) async fn choose(State(provider): Shared, body: String) -> Response {
    let form = Params::parse(&body);
    let query = form.first("request").unwrap_or_default();
    let request = match AuthRequest::parse(query, &provider) {
        Ok(request) => request,
        Err(refusal) => return refuse(&provider, query, refusal),
    };
    if form.first("cancel").is_some() {
        let cancelled = OAuthError::new("access_denied", "The person cancelled the login.");
        return see_other(&request.back.error_location(&provider, cancelled));
    }
    // Any level may be asked for by hand: a relying party must refuse those it does not know.
    let acr = match form.first("acr") {
        Some(acr) if acr.len() <= ACR_AT_MOST && !acr.contains(char::is_control) => acr,
        _ => &request.acr,
    };
    let person = match form.first("person") {
        Some(key) => provider.persona(key),
        None => form.first("national_id").and_then(persona::national_id).map(|national_id| provider.person(national_id)),
    };
    match person {
        Some(person) => see_other(&log_in(&provider, &request, person, acr)),
        None => {
            let typed = form.first("national_id").unwrap_or_default();
            let page = chooser(&provider, query, &request, acr, Some(typed));
            html(StatusCode::UNPROCESSABLE_ENTITY, page)
        }
    }
}

fn log_in(provider: &Provider, request: &AuthRequest, person: Person, acr: &str) -> String {
    let now = provider.clock.now();
    let grant = Grant {
        client_id: provider.client_id.clone(),
        redirect_uri: request.back.redirect_uri.clone(),
        code_challenge: request.code_challenge.clone(),
        nonce: request.nonce.clone(),
        scope: request.scope.clone(),
        person,
        acr: acr.to_owned(),
        auth_time: now,
        sid: random_token(),
    };
    let code = provider.codes.lock().issue(grant, now);
    request.back.location(provider, [("code", code)])
}

fn chooser(provider: &Provider, query: &str, request: &AuthRequest, acr: &str, mistyped: Option<&str>) -> maud::Markup {
    pages::chooser(&Chooser {
        locale: locale(query),
        base: &provider.base,
        personas: &provider.personas,
        query,
        acr,
        back_to: &request.back.host(),
        mistyped,
    })
}

fn refuse(provider: &Provider, query: &str, refusal: Refusal) -> Response {
    match refusal {
        Refusal::Page(stranger) => html(StatusCode::BAD_REQUEST, pages::stranger(&provider.base, locale(query), stranger)),
        Refusal::Back(back, error) => see_other(&back.error_location(provider, error)),
    }
}

fn locale(query: &str) -> Locale {
    Locale::negotiate(Params::parse(query).first("ui_locales"))
}
