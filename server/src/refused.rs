//! A form sent without script, and refused: people get a page, not the code that programs get.
//!
//! `leptos_axum` would send them back to where they came from with the error in the address. Here the answer to the
//! form itself is the page, with the true status.

use app::AppError;
use app::cx::Refused;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::Method;
use leptos::config::LeptosOptions;

use crate::{pages, plain};

/// An error is a code and at most a few fields.
const ERROR_BYTES: usize = 64 * 1024;

/// Draws the page for a refused form.
pub(crate) async fn page(options: LeptosOptions, request: Request, next: Next) -> Response {
    if request.method() != Method::POST || !plain::accepts_html(request.headers()) {
        return next.run(request).await;
    }
    let mut again = Request::new(Body::empty());
    *again.uri_mut() = request.uri().clone();
    *again.extensions_mut() = request.extensions().clone();
    let response = next.run(request).await;
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let body = to_bytes(response.into_body(), ERROR_BYTES).await.unwrap_or_default();
    let error = serde_json::from_slice(&body).unwrap_or(match status.as_u16() {
        404 => AppError::NotFound,
        400..500 => AppError::Invalid(domain::FieldErrors::default()),
        _ => AppError::Unavailable,
    });
    again.extensions_mut().insert(Refused(error));
    let draw = leptos_axum::render_app_async_with_context(pages::context, move || app::shell(options.clone()));
    let mut page = draw(again).await.into_response();
    *page.status_mut() = status;
    page
}
