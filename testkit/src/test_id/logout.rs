//! RP-initiated logout. There is no session here to end; what counts is that nobody is sent
//! to an address that is not registered, and that the relying party gets its `state` back.

use std::sync::Arc;

use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::Response,
};
use serde_json::Value;

use super::{
    answers::{html, see_other},
    pages,
    params::Params,
    provider::Provider,
    request::with_query,
    text::Locale,
};

type Shared = State<Arc<Provider>>;

pub(super) async fn by_link(State(provider): Shared, RawQuery(query): RawQuery) -> Response {
    end_session(&provider, &query.unwrap_or_default())
}

pub(super) async fn by_form(State(provider): Shared, body: String) -> Response {
    end_session(&provider, &body)
}

fn end_session(provider: &Provider, query: &str) -> Response {
    provider.calls.logout.add();
    let params = Params::parse(query);
    let locale = Locale::negotiate(params.first("ui_locales"));
    match way_back(provider, &params) {
        Ok(Some(location)) => see_other(&location),
        Ok(None) => html(StatusCode::OK, pages::logged_out(&provider.base, locale)),
        Err(NotOurs) => html(StatusCode::BAD_REQUEST, pages::logout_refused(&provider.base, locale)),
    }
}

/// The hint, the client or the address is not one we know.
struct NotOurs;

fn way_back(provider: &Provider, params: &Params) -> Result<Option<String>, NotOurs> {
    if params.has_doubles() {
        return Err(NotOurs);
    }
    let hint = params.first("id_token_hint");
    if hint.is_some_and(|hint| !is_own_token(provider, hint)) {
        return Err(NotOurs);
    }
    if params.first("client_id").is_some_and(|id| id != provider.client_id) {
        return Err(NotOurs);
    }
    let Some(uri) = params.first("post_logout_redirect_uri") else {
        return Ok(None);
    };
    let registered = provider.post_logout_redirect_uris.lock().iter().any(|own| own == uri);
    if hint.is_none() || !registered {
        return Err(NotOurs);
    }
    let state = params.first("state").map(|s| ("state", s.to_owned()));
    Ok(Some(with_query(uri, state.as_slice())))
}

/// An expired token is as good a hint as a fresh one.
fn is_own_token(provider: &Provider, id_token: &str) -> bool {
    let Some(claims) = provider.keys.lock().claims_of_own(id_token) else {
        return false;
    };
    let issuer = claims.get("iss").and_then(Value::as_str);
    let for_client = match claims.get("aud") {
        Some(Value::String(audience)) => *audience == provider.client_id,
        Some(Value::Array(all)) => all.iter().any(|one| *one == provider.client_id.as_str()),
        _ => false,
    };
    issuer == Some(provider.issuer.as_str()) && for_client
}
