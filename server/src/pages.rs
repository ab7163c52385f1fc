//! The Leptos pages and server functions.

use axum::Router;
use axum::routing::any;
use http::StatusCode;
use http::request::Parts;
use leptos::nonce::Nonce;
use leptos::prelude::{provide_context, use_context};
use leptos_axum::{ErrorHandler, LeptosRoutes, generate_route_list};
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::compression::{CompressionLayer, CompressionLevel};

use crate::AppState;
use crate::headers::CspNonce;

/// All pages, all server functions, and the page for everything else.
pub(crate) fn router(state: &AppState) -> Router<AppState> {
    let options = state.leptos().clone();
    let shell = {
        let options = options.clone();
        move || app::shell(options.clone())
    };
    // The quickest setting: pages are small, and the two cores have better things to do.
    let compression = CompressionLayer::new()
        .quality(CompressionLevel::Fastest)
        .compress_when(SizeAbove::new(1024).and(NotForContentType::IMAGES));
    Router::new()
        .leptos_routes_with_context(state, generate_route_list(app::App), context, shell)
        // Leptos would answer an unknown server function with advice for its developer.
        .route("/api/{*unknown}", any(|| async { (StatusCode::NOT_FOUND, axum::Json(serde_json::json!({ "error": "not_found" }))) }))
        .fallback_service(ErrorHandler::new_with_context(context, app::shell, options))
        .layer(compression)
}

/// Runs before every page, the page for unknown addresses and every server function. What they need to know of
/// the request lies in its extensions; the nonce takes the place of the one `leptos_axum` made, because the
/// header has been given ours.
fn context() {
    let nonce = use_context::<Parts>().and_then(|parts| parts.extensions.get::<CspNonce>().cloned());
    if let Some(CspNonce(nonce)) = nonce {
        provide_context(Nonce::from_value(nonce));
    }
}
