//! Files on their way in and out: plain addresses beside the pages, because a file is no text that a server function reads.
//!
//! They are behind the same guard as the pages, and outside of what would hold them up: the compression, and the limits
//! on how large a form may be and how long it may take.

mod check;
mod download;
mod draw;
mod range;
mod receive;
mod upload;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn;
use axum::routing::{get, post};
use tower_http::limit::RequestBodyLimitLayer;

use crate::{AppState, refused};

pub use check::Checker;
pub(crate) use check::Checks;
pub(crate) use draw::Drawer;

/// What one form may hold: as many files as a case takes in a day, each as large as it may be, and what stands between.
const FORM_BYTES: usize = 20 * (domain::documents::FILE_BYTES + 64 * 1024);

/// Every address here, with its method; the access table has a row for each.
pub const ROUTES: [(&str, &str); 5] = [
    ("POST", app::routes::DOCUMENTS),
    ("POST", app::routes::DOCUMENT),
    ("GET", app::routes::DOCUMENT_FILE),
    ("GET", app::routes::DOCUMENT_SHOWN),
    ("GET", app::routes::DOCUMENT_PAGE),
];

/// Sending and fetching.
pub(crate) fn router(state: &AppState) -> Router<AppState> {
    let options = state.leptos().clone();
    Router::new()
        .route(app::routes::DOCUMENTS, post(upload::documents))
        .route(app::routes::DOCUMENT, post(upload::version))
        .route(app::routes::DOCUMENT_FILE, get(download::file))
        .route(app::routes::DOCUMENT_SHOWN, get(download::shown))
        .route(app::routes::DOCUMENT_PAGE, get(download::page))
        .layer(from_fn(move |request, next| refused::page(options.clone(), request, next)))
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(FORM_BYTES))
}
