//! The Leptos pages and server functions.

use std::sync::OnceLock;

use axum::Router;
use axum::middleware::from_fn;
use axum::routing::{MethodRouter, any, get, post};
use http::StatusCode;
use http::request::Parts;
use leptos::nonce::Nonce;
use leptos::prelude::{provide_context, use_context};
use leptos_axum::{AxumRouteListing, ErrorHandler, LeptosRoutes, generate_route_list};

use crate::AppState;
use crate::headers::CspNonce;
use crate::{calendar_file, case_file, letter_file, log_file, member_file, protocol_file, refused, whole_file};

/// Every address whose answer is a file, with its method. They are beside the pages, and behind the same guard; the
/// access table has a row for each.
pub const FILES: [(&str, &str); 8] = [
    ("GET", app::routes::READ_ABOUT_FILE),
    ("POST", app::routes::MEMBER_FILE_MADE),
    ("POST", app::routes::CASE_FILE_MADE),
    ("GET", app::routes::CALENDAR),
    ("GET", app::routes::LETTER_PDF),
    ("GET", app::routes::LETTER_DOCX),
    ("GET", app::routes::PROTOCOL_FILE),
    ("POST", app::routes::WHOLE_CASE_FILE),
];

fn file(route: &str) -> MethodRouter<AppState> {
    match route {
        app::routes::CALENDAR => get(calendar_file::calendar),
        app::routes::MEMBER_FILE_MADE => post(member_file::make),
        app::routes::CASE_FILE_MADE => post(case_file::make),
        app::routes::LETTER_PDF => get(letter_file::pdf),
        app::routes::LETTER_DOCX => get(letter_file::docx),
        app::routes::PROTOCOL_FILE => get(protocol_file::pdf),
        app::routes::WHOLE_CASE_FILE => post(whole_file::make),
        _ => get(log_file::read_about),
    }
}

/// All pages, all server functions, and the page for everything else.
pub(crate) fn router(state: &AppState) -> Router<AppState> {
    let options = state.leptos().clone();
    let shell = {
        let options = options.clone();
        move || app::shell(options.clone())
    };
    FILES
        .iter()
        .fold(Router::new().leptos_routes_with_context(state, routes(), context, shell), |router, (_, route)| {
            router.route(route, file(route))
        })
        // Leptos would answer an unknown server function with advice for its developer.
        .route("/api/{*unknown}", any(|| async { (StatusCode::NOT_FOUND, axum::Json(serde_json::json!({ "error": "not_found" }))) }))
        .fallback_service(ErrorHandler::new_with_context(context, app::shell, options.clone()))
        .layer(from_fn(move |request, next| refused::page(options.clone(), request, next)))
}

/// The address of every page.
///
/// Worked out once in a process, before its first router: what begins to load while Leptos works this out, in whatever
/// thread, never ends (leptos-rs/leptos#4773), and there is nothing that could load before there is a router.
pub fn routes() -> Vec<AxumRouteListing> {
    static ROUTES: OnceLock<Vec<AxumRouteListing>> = OnceLock::new();
    ROUTES.get_or_init(|| generate_route_list(app::App)).clone()
}

/// Runs before every page, the page for unknown addresses and every server function. What they need to know of
/// the request lies in its extensions; the nonce takes the place of the one `leptos_axum` made, because the
/// header has been given ours.
pub(crate) fn context() {
    let nonce = use_context::<Parts>().and_then(|parts| parts.extensions.get::<CspNonce>().cloned());
    if let Some(CspNonce(nonce)) = nonce {
        provide_context(Nonce::from_value(nonce));
    }
}
