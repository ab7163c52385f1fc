//! Who gets to which page at all. What they may see there is decided in the store.

use app::cx::RequestCx;
use app::drafts::posted::form_of;
use app::login::LoginFailure;
use app::routes;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::address::pairs;
use http::{Method, StatusCode, Uri, header};
use store::SignedIn;
use store::crypto::Token;
use store::drafts::Fields;

use crate::session::Stale;
use crate::{AppState, cookies, limits, paths, plain};

/// Lets through, sends to the right page, or refuses.
pub(crate) async fn guard(State(app): State<AppState>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let signed_in = request.extensions().get::<RequestCx>().and_then(|cx| cx.signed_in.as_deref());
    match (signed_in, path) {
        (Some(SignedIn::Viewer(_)), routes::FRONT | routes::WITHOUT_MANDATE) if is_page(&request) => paths::see_other(routes::TODAY),
        // The back button, or a second click, after the login went well.
        (Some(SignedIn::Viewer(_)), routes::LOGIN_FAILED) if has_expired(request.uri()) => paths::see_other(routes::TODAY),
        (Some(SignedIn::Viewer(_)), _) | (Some(_), routes::WITHOUT_MANDATE) => next.run(request).await,
        (Some(SignedIn::WithoutMandate { .. }), path) if routes::is_public(path) && path != routes::FRONT => next.run(request).await,
        (Some(SignedIn::WithoutMandate { .. }), _) => refuse(&request, StatusCode::FORBIDDEN, "forbidden", routes::WITHOUT_MANDATE),
        (None, path) if routes::is_public(path) => next.run(request).await,
        (None, _) => {
            let page = way_back(&app, &request);
            let to = way_in(&request, &page);
            let (request, kept) = keep_what_was_typed(&app, request).await;
            let to = if kept { routes::front_after_timeout_kept(&page) } else { to };
            refuse(&request, StatusCode::UNAUTHORIZED, "unauthenticated", &to)
        }
    }
}

/// A page sends people on; so does a form sent without script. A program gets a status and a code.
fn refuse(request: &Request, status: StatusCode, code: &'static str, to: &str) -> Response {
    let form = request.method() == Method::POST && plain::accepts_html(request.headers());
    if is_page(request) || form {
        return paths::see_other(to);
    }
    (status, axum::Json(serde_json::json!({ "error": code }))).into_response()
}

/// A form whose session ran out while somebody was writing: what they wrote is kept, sealed, for the person whose session
/// it was. They meet it in the form when they have logged in; nobody else does, at the same computer or any other.
async fn keep_what_was_typed(app: &AppState, request: Request) -> (Request, bool) {
    let token = cookies::read(request.headers(), app.cookies().session()).and_then(Token::received);
    let stale = request.extensions().get::<Stale>().is_some();
    let posted = *request.method() == Method::POST;
    let (Some(token), true, true) = (token, stale, posted) else { return (request, false) };
    let (parts, body) = request.into_parts();
    // What is too large is none of our forms; nor is what is no text.
    let body = to_bytes(body, limits::BODY_BYTES).await.unwrap_or_default();
    let fields: Fields = std::str::from_utf8(&body).map(|text| pairs(text).collect()).unwrap_or_default();
    let kept = match form_of(parts.uri.path(), |name| fields.get(name).cloned()) {
        Some(form) => app.store().keep_for_session(&token, form, &fields).await.unwrap_or_else(|error| {
            tracing::error!(%error, "what came with a session that was over could not be kept");
            false
        }),
        None => false,
    };
    (Request::from_parts(parts, Body::empty()), kept)
}

fn is_page(request: &Request) -> bool {
    let api = request.uri().path().strip_prefix(routes::API).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    matches!(*request.method(), Method::GET | Method::HEAD) && !api
}

/// Straight to the provider for somebody who comes by a link; the front page, with a word about it, for
/// somebody whose session is over.
fn way_in(request: &Request, to: &str) -> String {
    if request.extensions().get::<Stale>().is_some() || !is_page(request) { routes::front_after_timeout(to) } else { routes::login_to(to) }
}

/// The page that somebody wanted, or sent a form from.
fn way_back(app: &AppState, request: &Request) -> String {
    let here =
        if is_page(request) { request.uri().path_and_query().map(|path| path.as_str().to_owned()) } else { from_referer(app, request) };
    here.as_deref().and_then(|path| paths::own(path, app.public_url())).unwrap_or(routes::TODAY).to_owned()
}

/// The page a form was sent from.
fn from_referer(app: &AppState, request: &Request) -> Option<String> {
    let referer = request.headers().get(header::REFERER)?.to_str().ok()?;
    let path = referer.strip_prefix(app.public_url().origin())?;
    path.starts_with('/').then(|| path.to_owned())
}

fn has_expired(uri: &Uri) -> bool {
    let query = uri.query().unwrap_or_default();
    url::form_urlencoded::parse(query.as_bytes()).any(|(name, value)| name == "hvorfor" && value == LoginFailure::Expired.code())
}
