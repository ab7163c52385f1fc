//! How long a request may take, how long its address may be, and what happens when its handler panics.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures::FutureExt;
use http::StatusCode;

use crate::AppState;
use crate::plain::{self, About, Problem};

/// What a form may hold. Documents do not go this way. The longest note is 100,000 characters, and a form writes an å in
/// six bytes.
pub(crate) const BODY_BYTES: usize = 1024 * 1024;
const URI_BYTES: usize = 8 * 1024;
/// More than the slowest login: discovery, keys, token and userinfo at five seconds each.
const SECONDS: u64 = 30;
/// What sending files may take: twenty photos over a bad connection. Who sends nothing is given up much sooner.
const FILES_SECONDS: u64 = 15 * 60;

/// A panic is a fault of ours: logged with the request's number, and a page with that number for the person.
pub(crate) async fn catch_panic(State(app): State<AppState>, request: Request, next: Next) -> Response {
    let about = About::of(&request);
    match AssertUnwindSafe(next.run(request)).catch_unwind().await {
        Ok(response) => response,
        Err(_) => {
            // The text of a panic may quote data; the panic hook has written where it happened.
            tracing::error!("a handler panicked");
            plain::problem(&app, about, StatusCode::INTERNAL_SERVER_ERROR, Problem::Internal)
        }
    }
}

/// Gives up after half a minute, and where files are sent after a quarter of an hour. What was being written is rolled back when its transaction is dropped.
pub(crate) async fn time_out(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let about = About::of(&request);
    let files = request.method() == http::Method::POST && app::routes::takes_files(request.uri().path());
    let seconds = if files { FILES_SECONDS } else { SECONDS };
    match tokio::time::timeout(Duration::from_secs(seconds), next.run(request)).await {
        Ok(response) => response,
        Err(_) => {
            tracing::error!("a request took too long");
            plain::problem(&state, about, StatusCode::SERVICE_UNAVAILABLE, Problem::Unavailable)
        }
    }
}

/// Refuses an address longer than any of ours, and tells a person whose form was too large what happened.
pub(crate) async fn sizes(State(state): State<AppState>, request: Request, next: Next) -> Response {
    if request.uri().path_and_query().is_some_and(|path| path.as_str().len() > URI_BYTES) {
        return StatusCode::URI_TOO_LONG.into_response();
    }
    let about = About::of(&request);
    let files = app::routes::takes_files(request.uri().path());
    let response = next.run(request).await;
    if response.status() == StatusCode::PAYLOAD_TOO_LARGE {
        let problem = if files { Problem::FilesTooLarge } else { Problem::TooLarge };
        return plain::problem(&state, about, StatusCode::PAYLOAD_TOO_LARGE, problem);
    }
    response
}
