//! Who is asking: resolved once for each request.

use std::sync::Arc;

use app::cx::RequestCx;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderMap, StatusCode, header};
use store::crypto::Token;
use store::{SignedIn, Store};

use crate::plain::{self, About, Problem};
use crate::request_id::RequestId;
use crate::{AppState, cookies, language};

/// Says that a session cookie was sent that stands for nobody (any more).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stale;

/// Puts a [`RequestCx`] into the request, and takes a dead session cookie away from the browser.
pub(crate) async fn resolve(State(app): State<AppState>, mut request: Request, next: Next) -> Response {
    let Some(id) = request.extensions().get::<RequestId>().copied() else {
        return plain::problem(&app, About::of(&request), StatusCode::INTERNAL_SERVER_ERROR, Problem::Internal);
    };
    let lang = language::of(request.headers());
    let cookie = cookies::read(request.headers(), app.cookies().session());
    let store = app.store().for_request();
    let signed_in = match signed_in(&store, cookie, id).await {
        Ok(signed_in) => signed_in.map(Arc::new),
        Err(error) => {
            tracing::error!(%error, "the session could not be looked up");
            return plain::problem(&app, About::of(&request), StatusCode::SERVICE_UNAVAILABLE, Problem::Unavailable);
        }
    };
    let stale = cookie.is_some() && signed_in.is_none();
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned();
    let cx = RequestCx { store: store.clone(), signed_in, lang, request_id: id.to_string(), path, press: app.press() };
    request.extensions_mut().insert(cx);
    if stale {
        request.extensions_mut().insert(Stale);
    }
    let mut response = next.run(request).await;
    // The answer is made, however slowly somebody takes it.
    store.let_go().await;
    if stale && !sets_session(response.headers(), app.cookies().session()) {
        response.headers_mut().append(header::SET_COOKIE, app.cookies().expire(app.cookies().session()));
    }
    response
}

/// For a request that waits for somebody else, as a login waits for the provider: it holds no connection meanwhile.
pub(crate) async fn let_go(request: Request, next: Next) -> Response {
    if let Some(store) = request.extensions().get::<RequestCx>().map(|cx| cx.store.clone()) {
        store.let_go().await;
    }
    next.run(request).await
}

async fn signed_in(store: &Store, cookie: Option<&str>, id: RequestId) -> Result<Option<SignedIn>, store::StoreError> {
    match cookie.and_then(Token::received) {
        Some(token) => store.signed_in(&token, &id.to_string()).await,
        None => Ok(None),
    }
}

fn sets_session(headers: &HeaderMap, name: &str) -> bool {
    let prefix = format!("{name}=");
    headers.get_all(header::SET_COOKIE).iter().any(|value| value.as_bytes().starts_with(prefix.as_bytes()))
}
