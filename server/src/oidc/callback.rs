//! The way back from the provider.

use std::collections::HashMap;

use app::cx::RequestCx;
use app::login::LoginFailure;
use axum::extract::{Request, State};
use axum::response::Response;
use domain::IncidentId;
use domain::sessions::Device;
use http::header;
use openidconnect::{OAuth2TokenResponse, TokenResponse};
use store::crypto::Token;
use store::sessions::LoginAttempt;
use store::{SignedIn, StoreError};

use super::discovery::Known;
use super::verify::Disbelief;
use super::{Oidc, Refusal};
use crate::request_id::RequestId;
use crate::{AppState, cookies, paths};

/// `GET /logg-inn/svar`: a session for the person the provider vouches for, or none and a reason.
///
/// The order is the protection: nothing of the answer is used before the browser has shown that it asked the
/// question, and no code is redeemed before the answer is known to come from our provider.
pub(crate) async fn callback(State(app): State<AppState>, request: Request) -> Response {
    let browser = cookies::read(request.headers(), app.cookies().login()).and_then(Token::received);
    let old_session = cookies::read(request.headers(), app.cookies().session()).and_then(Token::received);
    let agent = request.headers().get(header::USER_AGENT).and_then(|agent| agent.to_str().ok());
    let device = Device::from_user_agent(agent.unwrap_or_default());
    let answer = parameters(request.uri().query().unwrap_or_default());
    let (attempt, answer) = match take(&app, browser, answer).await {
        Ok(taken) => taken,
        // The cookie stays: it may belong to a login in another window.
        Err(refusal) => return refuse(&request, refusal),
    };
    let mut response = match log_in(&app, &attempt, answer, device).await {
        Ok(session) => {
            end(&app, old_session).await;
            tracing::info!("somebody logged in");
            let mut response = paths::see_other(&attempt.return_to);
            response.headers_mut().append(header::SET_COOKIE, app.cookies().set_session(session.expose()));
            response
        }
        Err(refusal) => refuse(&request, refusal),
    };
    response.headers_mut().append(header::SET_COOKIE, app.cookies().expire(app.cookies().login()));
    response
}

/// Whether somebody with an active mandate is logged in already.
pub(super) fn is_logged_in(request: &Request) -> bool {
    let cx = request.extensions().get::<RequestCx>();
    cx.and_then(|cx| cx.signed_in.as_deref()).is_some_and(|signed_in| matches!(signed_in, SignedIn::Viewer(_)))
}

/// Sends the person to the page that says why, and writes the same number in the log.
pub(super) fn refuse(request: &Request, refusal: Refusal) -> Response {
    let incident = request.extensions().get::<RequestId>().copied().map_or(IncidentId(uuid::Uuid::nil()), IncidentId::from);
    let Refusal { failure, reason, source } = refusal;
    match source {
        Some(error) => tracing::error!(%incident, kind = failure.code(), reason, %error, "a login failed"),
        None => tracing::warn!(%incident, kind = failure.code(), reason, "a login was refused"),
    }
    paths::see_other(&app::routes::login_failed(failure, incident))
}

/// The parameters, if none came twice.
fn parameters(query: &str) -> Result<HashMap<String, String>, Refusal> {
    let mut all = HashMap::new();
    for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
        if all.insert(name.into_owned(), value.into_owned()).is_some() {
            return Err(Refusal::refused("a parameter came twice"));
        }
    }
    Ok(all)
}

type Answer = HashMap<String, String>;

/// Finds the attempt that this browser began with this `state`, and uses it up.
async fn take(app: &AppState, browser: Option<Token>, answer: Result<Answer, Refusal>) -> Result<(LoginAttempt, Answer), Refusal> {
    let browser = browser.ok_or(Refusal::expired("no login cookie"))?;
    let answer = answer?;
    let state = answer.get("state").and_then(|state| Token::received(state)).ok_or(Refusal::expired("no state"))?;
    match app.store().take_login(&browser, &state).await {
        Ok(attempt) => Ok((attempt, answer)),
        Err(StoreError::NotFound) => Err(Refusal::expired("no such attempt")),
        Err(error) => Err(error.into()),
    }
}

async fn log_in(app: &AppState, attempt: &LoginAttempt, mut answer: Answer, device: Device) -> Result<Token, Refusal> {
    let oidc = app.oidc();
    oidc.is_from_the_provider(answer.get("iss").map(String::as_str))?;
    if let Some(error) = answer.get("error") {
        return Err(said_no(error));
    }
    let code = answer.remove("code").ok_or(Refusal::refused("no code"))?;
    let mut known = oidc.known().await?;
    let tokens = oidc.exchange(&known, code, attempt.pkce_verifier.clone()).await?;
    let id_token = tokens.id_token().ok_or(Refusal::refused("no ID token"))?;
    let believe = |known: &Known| oidc.verify(known, id_token, tokens.access_token(), &attempt.nonce);
    let claims = match believe(&known) {
        Err(Disbelief::UnknownKey) => {
            // The provider may have changed its keys since we asked.
            known = oidc.directory.with_new_keys(&oidc.http, &known).await.ok_or(refused(Disbelief::UnknownKey))?;
            believe(&known)
        }
        believed => believed,
    };
    let claims = claims.map_err(refused)?;
    let national_id = oidc.national_id(&known, claims, tokens.access_token()).await?;
    let person = app.store().person_by_national_id(&national_id).await?;
    let person = person.ok_or(Refusal::new(LoginFailure::NotRecognised, "not in the registry"))?;
    let acr = claims.auth_context_ref().map(|acr| acr.as_str()).unwrap_or_default();
    Ok(app.store().open_session_on(&person, acr, Some(&id_token.to_string()), device).await?)
}

impl Oidc {
    /// RFC 9207: an answer from another provider must not be taken for one from ours.
    fn is_from_the_provider(&self, iss: Option<&str>) -> Result<(), Refusal> {
        match iss {
            Some(iss) if iss == self.config.issuer.as_str() => Ok(()),
            Some(_) => Err(Refusal::refused("the answer has another iss")),
            None if self.config.require_iss => Err(Refusal::refused("the answer has no iss")),
            None => Ok(()),
        }
    }
}

fn refused(disbelief: Disbelief) -> Refusal {
    match disbelief {
        Disbelief::UnknownKey => Refusal::refused("the key is unknown"),
        Disbelief::Refused(refusal) => refusal,
    }
}

/// What the provider answers instead of a code.
fn said_no(error: &str) -> Refusal {
    match error {
        "access_denied" | "user_cancelled" | "user_canceled" => Refusal::new(LoginFailure::Cancelled, "the provider says access_denied"),
        "server_error" | "temporarily_unavailable" => Refusal::provider_down("the provider says server_error"),
        _ => Refusal::refused("the provider refuses the request"),
    }
}

/// Whoever was logged in in this browser before is not any more.
async fn end(app: &AppState, old_session: Option<Token>) {
    if let Some(old) = old_session
        && let Err(error) = app.store().end_session(&old).await
    {
        tracing::error!(%error, "an old session could not be ended; it will run out by itself");
    }
}
