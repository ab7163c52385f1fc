//! Userinfo: the person behind an access token, as JSON.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::Response,
};
use serde_json::Value;

use super::{
    answers::{self, OAuthError},
    provider::Provider,
    tokens,
};

pub(super) async fn userinfo(State(provider): State<Arc<Provider>>, headers: HeaderMap) -> Response {
    provider.calls.userinfo.add();
    let token = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim());
    let now = provider.clock.now();
    let codes = provider.codes.lock();
    let Some(grant) = token.and_then(|token| codes.granted_to(token, now)) else {
        let error = OAuthError::new("invalid_token", "The access token is missing or not valid.");
        let mut response = error.answer(StatusCode::UNAUTHORIZED);
        let challenge = r#"Bearer realm="Test-ID", error="invalid_token""#;
        answers::set(&mut response, header::WWW_AUTHENTICATE, challenge);
        return response;
    };
    let mut claims = tokens::person_claims(&provider, grant);
    if let Some(fault) = provider.fault() {
        fault.spoil_national_id(&mut claims, &provider.national_id_claim);
    }
    answers::json(StatusCode::OK, &Value::Object(claims))
}
