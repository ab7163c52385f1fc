//! A form sent without script, and refused: people get a page, not the code that programs get.
//!
//! `leptos_axum` would send them back to where they came from, with the error in the address or with none at all. So
//! Leptos is asked as a program asks, and here the answer to the form itself is made: where it leads, or the page that
//! says why not, with the true status. Programs get the true status too: what Leptos cannot read, it would call a fault
//! of ours.

use app::AppError;
use app::cx::Refused;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, Method, StatusCode, header};
use leptos::config::LeptosOptions;

use crate::{AppState, pages, paths, plain};

/// An error is a code and at most a few fields.
const ERROR_BYTES: usize = 64 * 1024;

/// Answers a form: with where it leads, or with the page that says why it was refused.
pub(crate) async fn page(options: LeptosOptions, mut request: Request, next: Next) -> Response {
    if request.method() != Method::POST {
        return next.run(request).await;
    }
    if !plain::accepts_html(request.headers()) {
        return with_true_status(next.run(request).await).await;
    }
    let mut again = Request::new(Body::empty());
    *again.uri_mut() = request.uri().clone();
    *again.extensions_mut() = request.extensions().clone();
    request.headers_mut().insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    let response = with_true_status(next.run(request).await).await;
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) {
        return led_on(response);
    }
    let body = to_bytes(response.into_body(), ERROR_BYTES).await.unwrap_or_default();
    let error = serde_json::from_slice(&body).unwrap_or(match status.as_u16() {
        404 => AppError::NotFound,
        400..500 => AppError::Invalid(domain::FieldErrors::default()),
        _ => AppError::Unavailable,
    });
    draw(options, again, error, status).await
}

/// The page that says why an address gives nothing.
async fn draw(options: LeptosOptions, mut request: Request, error: AppError, status: StatusCode) -> Response {
    request.extensions_mut().insert(Refused(error));
    let page = leptos_axum::render_app_async_with_context(pages::context, move || app::shell(options.clone()));
    let mut page = page(request).await.into_response();
    *page.status_mut() = status;
    page
}

/// The answer to a request for a file that is not given: the page that says why, or the code for programs.
pub(crate) async fn drawn(state: &AppState, request: Request, error: AppError) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    if !plain::accepts_html(request.headers()) {
        return (status, axum::Json(error)).into_response();
    }
    draw(state.leptos().clone(), request, error, status).await
}

/// Leads the browser on. A file is an answer itself. What leads nowhere was a question, which no form of ours asks by post.
fn led_on(response: Response) -> Response {
    if response.headers().contains_key(header::CONTENT_DISPOSITION) {
        return response;
    }
    let Some(to) = response.headers().get(header::LOCATION).cloned() else { return paths::see_other(app::routes::TODAY) };
    (StatusCode::FOUND, [(header::LOCATION, to)]).into_response()
}

/// The status that the error in the body has.
async fn with_true_status(response: Response) -> Response {
    if response.status() != StatusCode::INTERNAL_SERVER_ERROR {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let body = to_bytes(body, ERROR_BYTES).await.unwrap_or_default();
    let error = serde_json::from_slice::<AppError>(&body).ok();
    if let Some(status) = error.and_then(|error| StatusCode::from_u16(error.status()).ok()) {
        parts.status = status;
    }
    Response::from_parts(parts, Body::from(body))
}
