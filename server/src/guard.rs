//! Who gets to which page at all. What they may see there is decided in the store.

use app::cx::RequestCx;
use app::drafts::posted::{form_of, has_draft};
use app::login::LoginFailure;
use app::routes;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::address::pairs;
use domain::drafts::DraftForm;
use http::{Method, StatusCode, Uri, header};
use store::crypto::Token;
use store::{SignedIn, Store};

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
        (Some(SignedIn::Viewer(_)), path) if *request.method() == Method::POST && has_draft(path) => send(&app, request, next).await,
        (Some(SignedIn::Viewer(_)), _) | (Some(_), routes::WITHOUT_MANDATE) => next.run(request).await,
        (Some(SignedIn::WithoutMandate { .. }), path) if routes::is_public(path) && path != routes::FRONT => next.run(request).await,
        (Some(SignedIn::WithoutMandate { .. }), _) if is_page(&request) => paths::see_other(routes::WITHOUT_MANDATE),
        (Some(SignedIn::WithoutMandate { .. }), _) => {
            let request = shred_what_was_typed(&app, request).await;
            refuse(&request, StatusCode::FORBIDDEN, "forbidden", &routes::without_mandate_not_saved())
        }
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

/// A form that has a draft. When it is refused because its sender may not open it any more – their office ended while it
/// was open – they have no draft of it any more either (INP-9); the answer says that nothing is saved.
async fn send(app: &AppState, request: Request, next: Next) -> Response {
    let sender = Sender::of(app, &request);
    let (request, sent) = read(request).await;
    let Ok(Sent { form, body }) = sent else { return StatusCode::PAYLOAD_TOO_LARGE.into_response() };
    let response = next.run(request.map(|_| Body::from(body))).await;
    if matches!(response.status(), StatusCode::FORBIDDEN | StatusCode::NOT_FOUND) {
        sender.shred(form).await;
    }
    response
}

/// A form of somebody whose last office ended while it was open. (INP-9)
async fn shred_what_was_typed(app: &AppState, request: Request) -> Request {
    if *request.method() != Method::POST || !has_draft(request.uri().path()) {
        return request;
    }
    let sender = Sender::of(app, &request);
    let (request, sent) = read(request).await;
    sender.shred(sent.ok().and_then(|sent| sent.form)).await;
    request
}

/// A form whose session ran out while somebody was writing: what they wrote is kept, sealed, for the person whose session
/// it was. They meet it in the form when they have logged in; nobody else does, at the same computer or any other.
async fn keep_what_was_typed(app: &AppState, request: Request) -> (Request, bool) {
    let stale = request.extensions().get::<Stale>().is_some();
    if !stale || *request.method() != Method::POST || !has_draft(request.uri().path()) {
        return (request, false);
    }
    let sender = Sender::of(app, &request);
    let (request, sent) = read(request).await;
    // What is too large is none of our forms; nor is what is no text.
    let kept = match sent {
        Ok(Sent { form: Some(form), body }) => sender.keep(form, std::str::from_utf8(&body).unwrap_or_default()).await,
        _ => false,
    };
    (request, kept)
}

/// Whose session a form came with, over or not.
struct Sender {
    store: Store,
    token: Option<Token>,
    request_id: String,
}

impl Sender {
    fn of(app: &AppState, request: &Request) -> Self {
        let token = cookies::read(request.headers(), app.cookies().session()).and_then(Token::received);
        let (store, request_id) = match request.extensions().get::<RequestCx>() {
            Some(cx) => (cx.store.clone(), cx.request_id.clone()),
            None => (app.store().clone(), String::new()),
        };
        Self { store, token, request_id }
    }

    async fn keep(&self, form: DraftForm, sent: &str) -> bool {
        let Some(token) = &self.token else { return false };
        self.store.keep_for_session(token, &self.request_id, form, sent).await.unwrap_or_else(|error| {
            tracing::error!(%error, "what came with a session that was over could not be kept");
            false
        })
    }

    async fn shred(&self, form: Option<DraftForm>) {
        let (Some(token), Some(form)) = (&self.token, form) else { return };
        if let Err(error) = self.store.shred_unless_open(token, &self.request_id, form).await {
            tracing::error!(%error, "the draft of a form that its sender may not open any more could not be thrown away");
        }
    }
}

/// What was sent, and which form it is.
struct Sent {
    form: Option<DraftForm>,
    body: Bytes,
}

/// Takes out of a request what was sent with it.
async fn read(request: Request) -> (Request, Result<Sent, axum::Error>) {
    let (parts, body) = request.into_parts();
    let sent = to_bytes(body, limits::BODY_BYTES).await.map(|body| {
        let text = std::str::from_utf8(&body).unwrap_or_default();
        let form = form_of(parts.uri.path(), |name| pairs(text).find_map(|(field, value)| (field == name).then_some(value)));
        Sent { form, body }
    });
    (Request::from_parts(parts, Body::empty()), sent)
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
