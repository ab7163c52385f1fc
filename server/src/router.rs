//! Every address and, in one place, everything a request passes on its way to one.

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::limit::RequestBodyLimitLayer;

use crate::{AppState, csrf, documents, guard, headers, health, language, limits, oidc, pages, request_id, session, statics};

/// The whole portal as one service, so that tests drive exactly what `klar serve` runs.
///
/// A request meets, from the outside in:
///
/// 1. its number (`request_id`): ours, never the client's; the access log
/// 2. security headers and the nonce (`headers`): outside everything that may answer, so that every answer has them
/// 3. the panic catcher (`limits`)
/// 4. the time-out, the longest address, the page for a form that was too large (`limits`)
/// 5. the protection against other sites (`csrf`)
/// 6. the largest body (256 KiB)
/// 7. compression, of what is not compressed already
/// 8. for everything but files and the health check: the session (`session`)
/// 9. for pages and server functions: the guard (`guard`)
///
/// Files (`documents`) pass 1 to 5, then a larger body of their own, the session and the guard.
pub async fn router(state: AppState) -> Router {
    let guarded = pages::router(&state).layer(from_fn_with_state(state.clone(), guard::guard));
    let login = Router::new()
        .route(app::routes::LOGIN, get(oidc::start::start).post(oidc::start::start))
        .route(app::routes::LOGIN_CALLBACK, get(oidc::callback::callback))
        .route(app::routes::LOGOUT, post(oidc::logout::logout))
        .route(oidc::logout::ANSWER, get(oidc::logout::logged_out))
        .route(app::routes::LANGUAGE, post(language::choose))
        .layer(from_fn(session::let_go));
    // The quickest setting: pages are small, and the processor has better things to do. A release build has its files
    // compressed already, and better.
    let compression = CompressionLayer::new()
        .quality(CompressionLevel::Fastest)
        .compress_when(SizeAbove::new(1024).and(NotForContentType::IMAGES).and(NotForContentType::const_new("font/")));
    let documents = documents::router(&state).layer(from_fn_with_state(state.clone(), guard::guard));
    let documents = documents.layer(from_fn_with_state(state.clone(), session::resolve));
    guarded
        .merge(login)
        .layer(from_fn_with_state(state.clone(), session::resolve))
        .merge(statics::router(&state))
        .route(health::PATH, get(health::health))
        .layer(compression)
        .layer(RequestBodyLimitLayer::new(limits::BODY_BYTES))
        .merge(documents)
        .layer(from_fn_with_state(state.clone(), csrf::protect))
        .layer(from_fn_with_state(state.clone(), limits::sizes))
        .layer(from_fn_with_state(state.clone(), limits::time_out))
        .layer(from_fn_with_state(state.clone(), limits::catch_panic))
        .layer(from_fn_with_state(state.clone(), headers::secure))
        .layer(from_fn(request_id::number))
        .with_state(state)
}
