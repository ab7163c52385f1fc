//! What the provider says about itself.

use std::sync::Arc;

use axum::{extract::State, http::StatusCode, response::Response};
use serde_json::{Value, json};

use super::{
    answers::{cacheable, json},
    provider::Provider,
    tokens::{ACR_HIGH, ACR_SUBSTANTIAL},
};

pub(super) async fn document(State(provider): State<Arc<Provider>>) -> Response {
    provider.calls.discovery.add();
    let issuer = &provider.issuer;
    let mut document = json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "userinfo_endpoint": format!("{issuer}/userinfo"),
        "end_session_endpoint": format!("{issuer}/logout"),
        "jwks_uri": format!("{issuer}/jwks"),
        "scopes_supported": ["openid", "profile"],
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["ES256"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": true,
        "acr_values_supported": [ACR_HIGH, ACR_SUBSTANTIAL],
        "ui_locales_supported": ["nb", "nn", "en"],
        "claims_supported": [
            "iss", "sub", "aud", "azp", "exp", "iat", "auth_time", "nonce", "acr", "amr", "sid",
            "name", "given_name", "family_name", "birthdate", provider.national_id_claim,
        ],
        "claims_parameter_supported": false,
        "request_parameter_supported": false,
        "request_uri_parameter_supported": false,
    });
    if let (Some(fault), Value::Object(members)) = (provider.fault(), &mut document) {
        fault.spoil_discovery(members);
    }
    cacheable(json(StatusCode::OK, &document))
}

pub(super) async fn jwks(State(provider): State<Arc<Provider>>) -> Response {
    provider.calls.jwks.add();
    let keys = provider.keys.lock().jwks();
    cacheable(json(StatusCode::OK, &keys))
}
