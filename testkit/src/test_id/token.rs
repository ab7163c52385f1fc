//! The token endpoint: a code, the client's secret and the verifier for an ID token.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::Response,
};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD as BASE64, URL_SAFE_NO_PAD as BASE64URL},
};
use serde_json::json;
use sha2::{Digest, Sha256};
use url::form_urlencoded;

use super::{
    answers::{self, OAuthError},
    codes::{Grant, TOKEN_SECONDS},
    fault::Fault,
    params::Params,
    provider::Provider,
    tokens,
};

/// One sentence for every code that is not good: which of the reasons it was is nobody's business.
const BAD_CODE: OAuthError =
    OAuthError::new("invalid_grant", "The code is unknown, used or too old, or belongs to another redirect_uri or verifier.");

pub(super) async fn token(State(provider): State<Arc<Provider>>, headers: HeaderMap, body: String) -> Response {
    provider.calls.token.add();
    match provider.fault() {
        Some(Fault::TokenEndpointDown) => {
            return OAuthError::new("server_error", "The fault TokenEndpointDown is set.").answer(StatusCode::INTERNAL_SERVER_ERROR);
        }
        Some(Fault::TokenRedirect) => {
            let elsewhere = format!("{}/token/elsewhere", provider.issuer);
            return answers::redirect(StatusCode::TEMPORARY_REDIRECT, &elsewhere);
        }
        Some(Fault::SlowToken(delay)) => tokio::time::sleep(delay).await,
        _ => {}
    }
    answer(&provider, &headers, &body)
}

/// Where the fault `TokenRedirect` leads: it answers well, so that following it is noticed.
pub(super) async fn elsewhere(State(provider): State<Arc<Provider>>, headers: HeaderMap, body: String) -> Response {
    provider.calls.redirects_followed.add();
    answer(&provider, &headers, &body)
}

fn answer(provider: &Provider, headers: &HeaderMap, body: &str) -> Response {
    let is_form = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|kind| kind.trim() == "application/x-www-form-urlencoded");
    if !is_form {
        return OAuthError::invalid_request("The body must be form-encoded.").answer(StatusCode::BAD_REQUEST);
    }
    let params = Params::parse(body);
    match exchange(provider, headers, &params) {
        Ok(tokens) => answers::json(StatusCode::OK, &tokens),
        Err(error) if error.error == "invalid_client" => {
            let mut response = error.answer(StatusCode::UNAUTHORIZED);
            let challenge = r#"Basic realm="Test-ID""#;
            answers::set(&mut response, header::WWW_AUTHENTICATE, challenge);
            response
        }
        Err(error) if error.error == "server_error" => error.answer(StatusCode::INTERNAL_SERVER_ERROR),
        Err(error) => error.answer(StatusCode::BAD_REQUEST),
    }
}

fn exchange(provider: &Provider, headers: &HeaderMap, params: &Params) -> Result<serde_json::Value, OAuthError> {
    if params.has_doubles() {
        return Err(OAuthError::invalid_request("A parameter was sent more than once."));
    }
    authenticate_client(provider, headers, params)?;
    match params.first("grant_type") {
        Some("authorization_code") => {}
        Some(_) => {
            return Err(OAuthError::new("unsupported_grant_type", "Only authorization_code is supported."));
        }
        None => return Err(OAuthError::invalid_request("grant_type is missing.")),
    }
    let code = params.first("code").ok_or(OAuthError::invalid_request("code is missing."))?;
    let now = provider.clock.now();
    let grant = provider.codes.lock().redeem(code, now).ok_or(BAD_CODE)?;
    if !belongs(&grant, params) {
        return Err(BAD_CODE);
    }
    let mut claims = tokens::id_token_claims(provider, &grant, now);
    let fault = provider.fault();
    if let Some(fault) = fault {
        fault.spoil_claims(&mut claims, &provider.national_id_claim);
    }
    let id_token = tokens::sign(provider.keys.lock().current(), &claims, fault)
        .map_err(|_| OAuthError::new("server_error", "The token could not be signed."))?;
    let scope = grant.scope.clone();
    let access_token = provider.codes.lock().issue_access(code, grant, now);
    Ok(json!({
        "access_token": access_token,
        "token_type": "Bearer",
        "expires_in": TOKEN_SECONDS,
        "scope": scope,
        "id_token": id_token,
    }))
}

/// The code is for this redirect address and for whoever has the verifier. (The client is the
/// only one there is, and has shown its secret.)
fn belongs(grant: &Grant, params: &Params) -> bool {
    let verifier = params.first("code_verifier").unwrap_or_default();
    let well_formed = (43..=128).contains(&verifier.len())
        && verifier.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'~'));
    well_formed
        && BASE64URL.encode(Sha256::digest(verifier)) == grant.code_challenge
        && params.first("redirect_uri") == Some(grant.redirect_uri.as_str())
}

fn authenticate_client(provider: &Provider, headers: &HeaderMap, params: &Params) -> Result<(), OAuthError> {
    const BAD_CLIENT: OAuthError = OAuthError::new("invalid_client", "The client id or secret is wrong.");
    let own = (provider.client_id.as_str(), Some(provider.client_secret.as_str()));
    let posted = (params.first("client_id"), params.first("client_secret"));
    match headers.get(header::AUTHORIZATION) {
        Some(_) if posted.1.is_some() => Err(OAuthError::invalid_request("The client secret was sent in two ways.")),
        Some(value) => {
            let basic = value.to_str().ok().and_then(basic).ok_or(BAD_CLIENT)?;
            let same_id = posted.0.is_none_or(|id| id == basic.0);
            let right = (basic.0.as_str(), Some(basic.1.as_str())) == own;
            (same_id && right).then_some(()).ok_or(BAD_CLIENT)
        }
        None => (posted == (Some(own.0), own.1)).then_some(()).ok_or(BAD_CLIENT),
    }
}

/// Id and secret of a Basic header. Both are form-encoded inside it (RFC 6749, 2.3.1).
fn basic(header: &str) -> Option<(String, String)> {
    let (scheme, credentials) = header.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let decoded = String::from_utf8(BASE64.decode(credentials.trim()).ok()?).ok()?;
    let (id, secret) = decoded.split_once(':')?;
    Some((form_decoded(id), form_decoded(secret)))
}

fn form_decoded(text: &str) -> String {
    // `&` and `=` cannot occur in a form-encoded word; in a raw one they are meant literally.
    let escaped = text.replace('&', "%26").replace('=', "%3D");
    form_urlencoded::parse(escaped.as_bytes()).next().map(|(word, _)| word.into_owned()).unwrap_or_default()
}
