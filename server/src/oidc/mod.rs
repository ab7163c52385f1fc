//! Login at an OpenID provider: authorization code flow with PKCE, checked in the order of [`callback`].

pub(crate) mod callback;
mod claims;
mod discovery;
mod exchange;
mod http;
pub(crate) mod logout;
mod person;
mod refusal;
pub(crate) mod start;
mod verify;
#[cfg(test)]
mod verify_tests;

use std::sync::Arc;

use domain::identity::Accept;
use openidconnect::{ClientId, ClientSecret, RedirectUrl};
use store::Clock;

use crate::config::{Config, ConfigError, OidcConfig};
use discovery::{Directory, Known};
use http::Http;
use refusal::Refusal;

/// The provider as this program uses it.
#[derive(Debug)]
pub struct Oidc {
    config: OidcConfig,
    accept: Accept,
    clock: Clock,
    http: Http,
    directory: Directory,
    redirect_uri: RedirectUrl,
    /// Where the provider leads people back to after a logout.
    after_logout: String,
}

impl Oidc {
    pub(crate) fn new(config: &Config, clock: Clock) -> Result<Self, ConfigError> {
        let oidc = config.oidc()?.clone();
        let unusable = |error: String| ConfigError::Unusable(error);
        let http =
            Http::new(oidc.issuer.is_https()).map_err(|error| unusable(format!("no connection to a provider can be made: {error}")))?;
        let redirect_uri =
            RedirectUrl::new(config.public_url.at(app::routes::LOGIN_CALLBACK)).map_err(|error| unusable(error.to_string()))?;
        let directory = Directory::new(&oidc.issuer, clock.clone()).map_err(|error| unusable(error.to_string()))?;
        let after_logout = config.public_url.at(logout::ANSWER);
        Ok(Self { config: oidc, accept: config.national_ids, clock, http, directory, redirect_uri, after_logout })
    }

    /// Keeps trying until the provider has said where everything is, so that the first login need not wait for it.
    /// A login that comes earlier tries by itself.
    pub async fn warm_up(&self) {
        let mut seconds = 1;
        while self.known().await.is_err() {
            tracing::warn!(seconds, "the OpenID provider does not answer; trying again");
            tokio::time::sleep(std::time::Duration::from_secs(seconds)).await;
            seconds = (seconds * 2).min(60);
        }
        tracing::info!("the OpenID provider has answered");
    }

    /// The origins a browser is sent to, for the content security policy.
    pub(crate) fn origins(&self) -> Arc<str> {
        self.directory.origins()
    }

    async fn known(&self) -> Result<Arc<Known>, Refusal> {
        self.directory.known(&self.http).await
    }

    fn client_id(&self) -> ClientId {
        ClientId::new(self.config.client_id.clone())
    }

    fn client_secret(&self) -> ClientSecret {
        ClientSecret::new(self.config.client_secret.expose().to_owned())
    }
}
