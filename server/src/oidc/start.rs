//! The way to the provider.

use axum::extract::{Request, State};
use axum::response::Response;
use domain::Lang;
use http::{StatusCode, header};
use openidconnect::core::CoreAuthenticationFlow;
use openidconnect::{AuthenticationContextClass, CsrfToken, LanguageTag, Nonce, PkceCodeChallenge, Scope};
use store::crypto::Token;
use store::sessions::LoginAttempt;
use url::Url;

use super::{Oidc, Refusal, callback};
use crate::plain::{self, About, Problem};
use crate::{AppState, language, paths};

/// `GET /logg-inn?til=…`, and the same as POST for a button: begins an attempt and sends the browser off with it.
///
/// It opens no session and changes nothing of one. Still it is for a person who goes there: another site's picture
/// or frame could otherwise spoil a login under way.
pub(crate) async fn start(State(app): State<AppState>, request: Request) -> Response {
    if !is_navigation(&request) {
        return plain::problem(&app, About::of(&request), StatusCode::FORBIDDEN, Problem::CrossSite);
    }
    if callback::is_logged_in(&request) {
        return paths::see_other(app::routes::TODAY);
    }
    let query = request.uri().query().unwrap_or_default();
    let wanted = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "til").map(|(_, path)| path.into_owned());
    let return_to = wanted.as_deref().and_then(|path| paths::own(path, app.public_url())).filter(|path| *path != app::routes::FRONT);
    match begin(&app, language::of(request.headers()), return_to.unwrap_or(app::routes::TODAY)).await {
        Ok((to, browser)) => {
            let mut response = paths::see_other(to.as_str());
            response.headers_mut().append(header::SET_COOKIE, app.cookies().set_login(browser.expose()));
            response
        }
        Err(refusal) => callback::refuse(&request, refusal),
    }
}

/// Whether the browser is taking a person somewhere; a browser that does not say is believed.
fn is_navigation(request: &Request) -> bool {
    let says = |name: &str, expected: &str| request.headers().get(name).is_none_or(|value| value == expected);
    says("sec-fetch-mode", "navigate") && says("sec-fetch-dest", "document")
}

async fn begin(app: &AppState, lang: Lang, return_to: &str) -> Result<(Url, Token), Refusal> {
    let (browser, state, nonce) = (Token::fresh(), Token::fresh(), Token::fresh());
    let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
    let to = app.oidc().authorization_url(lang, &state, &nonce, challenge).await?;
    let attempt =
        LoginAttempt { nonce: nonce.expose().to_owned(), pkce_verifier: verifier.secret().to_owned(), return_to: return_to.to_owned() };
    app.store().begin_login(&browser, &state, attempt).await?;
    Ok((to, browser))
}

impl Oidc {
    async fn authorization_url(&self, lang: Lang, state: &Token, nonce: &Token, challenge: PkceCodeChallenge) -> Result<Url, Refusal> {
        let known = self.known().await?;
        let client = self.client(&known)?;
        let (state, nonce) = (CsrfToken::new(state.expose().to_owned()), Nonce::new(nonce.expose().to_owned()));
        let mut request =
            client.authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || state, move || nonce).set_pkce_challenge(challenge);
        // The crate asks for `openid` by itself.
        for scope in self.config.scopes.iter().filter(|scope| *scope != "openid") {
            request = request.add_scope(Scope::new(scope.clone()));
        }
        for locale in locales(lang) {
            request = request.add_ui_locale(LanguageTag::new((*locale).to_owned()));
        }
        for acr in &self.config.acr_values {
            request = request.add_auth_context_value(AuthenticationContextClass::new(acr.clone()));
        }
        Ok(request.url().0)
    }
}

/// Most providers have no Nynorsk; whoever reads it reads Bokmål too.
fn locales(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Nb => &["nb"],
        Lang::Nn => &["nn", "nb"],
        Lang::En => &["en"],
    }
}
