//! Logging out: here first, then at the provider.

use axum::extract::{Request, State};
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use domain::Lang;
use http::{HeaderName, HeaderValue, StatusCode, header};
use maud::{PreEscaped, html};
use sha2::{Digest, Sha256};
use store::crypto::Token;
use subtle::ConstantTimeEq;

use crate::plain::{self, About, Problem};
use crate::{AppState, cookies, language, paths};

/// Where the provider leads people back to; to be registered there.
pub(crate) const ANSWER: &str = "/logg-ut/svar";

/// `POST /logg-ut`. The session is over before anything else happens, whatever becomes of the rest.
///
/// The ID token goes to the provider in a form, not in an address: it holds the national id, and addresses are kept
/// in the browser's history and in logs.
pub(crate) async fn logout(State(app): State<AppState>, request: Request) -> Response {
    let about = About::of(&request);
    let session = cookies::read(request.headers(), app.cookies().session()).and_then(Token::received);
    let ended = match session {
        Some(token) => match app.store().end_session(&token).await {
            Ok(ended) => ended.id_token,
            Err(error) => {
                tracing::error!(%error, "a session could not be ended");
                return plain::problem(&app, about, StatusCode::SERVICE_UNAVAILABLE, Problem::Unavailable);
            }
        },
        None => None,
    };
    let (lang, state) = (language::of(request.headers()), Token::fresh());
    let mut response = match (ended, app.oidc().end_session_endpoint().await) {
        (Some(id_token), Some(endpoint)) => {
            let fields = [
                ("id_token_hint", id_token.as_str()),
                ("client_id", app.oidc().config.client_id.as_str()),
                ("post_logout_redirect_uri", app.oidc().after_logout.as_str()),
                ("state", state.expose()),
            ];
            let mut response = on_to_the_provider(&app, &endpoint, &fields, lang);
            response.headers_mut().append(header::SET_COOKIE, app.cookies().set_logout(state.expose()));
            response
        }
        _ => paths::see_other(&app::routes::front_after_logout()),
    };
    let headers = response.headers_mut();
    for name in [app.cookies().session(), app.cookies().login()] {
        headers.append(header::SET_COOKIE, app.cookies().expire(name));
    }
    // Not "cookies": it would take those of every host under the same domain, and the language chosen.
    headers.insert(HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\", \"storage\""));
    response
}

/// `GET /logg-ut/svar`: back from the provider. An answer to a question that this browser did not ask says nothing.
pub(crate) async fn logged_out(State(app): State<AppState>, request: Request) -> Response {
    let asked = cookies::read(request.headers(), app.cookies().logout());
    let query = request.uri().query().unwrap_or_default();
    let state = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "state").map(|(_, state)| state);
    let ours = asked.zip(state).is_some_and(|(asked, state)| bool::from(asked.as_bytes().ct_eq(state.as_bytes())));
    let mut response = if ours { paths::see_other(&app::routes::front_after_logout()) } else { paths::see_other(app::routes::FRONT) };
    response.headers_mut().append(header::SET_COOKIE, app.cookies().expire(app.cookies().logout()));
    response
}

impl super::Oidc {
    /// `None` when the provider has none, or cannot be asked: the person is logged out here all the same.
    async fn end_session_endpoint(&self) -> Option<String> {
        let known = self.known().await.ok()?;
        known.metadata.additional_metadata().end_session_endpoint.as_ref().map(|endpoint| endpoint.url().to_string())
    }
}

/// Sends the form by itself; without script it is a button.
const SUBMIT: &str = "document.forms[0].submit()";

fn on_to_the_provider(app: &AppState, endpoint: &str, fields: &[(&str, &str)], lang: Lang) -> Response {
    let (title, sentence, button) = match lang {
        Lang::Nb => ("Du er logget ut av KLAR", "Ett steg gjenstår: å logge ut der du logget inn.", "Fullfør utloggingen"),
        Lang::Nn => ("Du er logga ut av KLAR", "Eitt steg står att: å logge ut der du logga inn.", "Fullfør utlogginga"),
        Lang::En => ("You are logged out of KLAR", "One step is left: to log out where you logged in.", "Finish logging out"),
    };
    let body = html! {
        form.k-form method="post" action=(endpoint) {
            @for (name, value) in fields {
                input type="hidden" name=(name) value=(value);
            }
            button.ds-button type="submit" { (button) }
        }
        script { (PreEscaped(SUBMIT)) }
    };
    let mut response = plain::page(app, StatusCode::OK, lang, title, sentence, &body);
    // The provider may send people on to other hosts of its own, and Chromium applies `form-action` to each of them.
    // This page has one form, so the rule can be wider here than elsewhere.
    let hash = BASE64.encode(Sha256::digest(SUBMIT));
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{hash}'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'"
    );
    if let Ok(policy) = HeaderValue::try_from(policy) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}
