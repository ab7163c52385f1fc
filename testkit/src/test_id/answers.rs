//! The few shapes an answer takes.

use axum::{
    body::Body,
    http::{
        HeaderValue, StatusCode,
        header::{self, HeaderName},
    },
    response::Response,
};
use maud::Markup;
use serde_json::{Value, json};

/// No script, nothing from elsewhere, in nobody's frame. There is no `form-action`: browsers
/// apply it to the redirect after the form too, and that one leads back to the relying party.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; \
     base-uri 'none'; frame-ancestors 'none'";

/// An error as OAuth names it, with a sentence for whoever reads the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OAuthError {
    pub(super) error: &'static str,
    pub(super) description: &'static str,
}

impl OAuthError {
    pub(super) const fn new(error: &'static str, description: &'static str) -> Self {
        Self { error, description }
    }

    pub(super) const fn invalid_request(description: &'static str) -> Self {
        Self::new("invalid_request", description)
    }

    pub(super) fn answer(self, status: StatusCode) -> Response {
        json(status, &json!({ "error": self.error, "error_description": self.description }))
    }
}

pub(super) fn html(status: StatusCode, page: Markup) -> Response {
    plain(status, "text/html; charset=utf-8", page.into_string())
}

pub(super) fn json(status: StatusCode, value: &Value) -> Response {
    plain(status, "application/json", value.to_string())
}

pub(super) fn plain(status: StatusCode, content_type: &'static str, body: impl Into<Body>) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    set(&mut response, header::CONTENT_TYPE, content_type);
    response
}

/// Keys, discovery and looks may be kept for a while; nothing else may.
pub(super) fn cacheable(mut response: Response) -> Response {
    set(&mut response, header::CACHE_CONTROL, "public, max-age=300");
    response
}

pub(super) fn see_other(location: &str) -> Response {
    redirect(StatusCode::SEE_OTHER, location)
}

pub(super) fn redirect(status: StatusCode, location: &str) -> Response {
    let mut response = Response::new(Body::empty());
    match HeaderValue::from_str(location) {
        Ok(location) => {
            *response.status_mut() = status;
            response.headers_mut().insert(header::LOCATION, location);
        }
        Err(_) => *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR,
    }
    response
}

pub(super) fn set(response: &mut Response, name: HeaderName, value: &'static str) {
    response.headers_mut().insert(name, HeaderValue::from_static(value));
}

/// What every answer carries.
pub(super) async fn with_safe_headers(mut response: Response) -> Response {
    if !response.headers().contains_key(header::CACHE_CONTROL) {
        set(&mut response, header::CACHE_CONTROL, "no-store");
        set(&mut response, header::PRAGMA, "no-cache");
    }
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
    ];
    for (name, value) in fixed {
        set(&mut response, name, value);
    }
    response
}
