//! Test-ID: a small, real OpenID provider for tests, demos and development.
//!
//! It speaks the authorization code flow with PKCE as the Norwegian eID providers do
//! (discovery, ES256 keys, RFC 9207 `iss`, `acr`, a national id claim, RP-initiated logout),
//! so that the portal needs no second way in for tests. Anybody may log in as anybody:
//! it must never stand in front of real data.
//!
//! - As a process: the program `test-id`.
//! - In a test: [`TestId::start`], then [`TestId::authorize`] in place of a browser.
//! - Against a careless relying party: [`TestId::set_fault`] corrupts exactly one thing.
//!
//! ```no_run
//! # async fn login(portal: &str, login_url: &str) -> Result<(), Box<dyn std::error::Error>> {
//! use testkit::test_id::{ACR_HIGH, Config, Fault, TestId};
//!
//! let test_id = TestId::start(Config::default()).await;
//! test_id.allow_redirect_uri(&format!("{portal}/login/callback"))?;
//! test_id.set_fault(Fault::WrongNonce);
//! let callback = test_id.authorize(login_url, "01918502064", ACR_HIGH).await?;
//! // Fetch `callback` from the portal: it must refuse, and say so kindly.
//! # Ok(())
//! # }
//! ```

mod answers;
mod authorize;
mod clock;
mod codes;
mod config;
mod discovery;
mod fault;
mod handle;
mod keys;
mod logout;
mod pages;
mod params;
mod persona;
mod provider;
mod request;
mod routes;
mod text;
mod token;
mod tokens;
mod userinfo;

#[cfg(test)]
mod tests;

pub use clock::Clock;
pub use config::{Config, ConfigError, DEV_CLIENT_ID, DEV_CLIENT_SECRET};
pub use fault::Fault;
pub use handle::{AuthorizeError, StartError, TestId};
pub use persona::{About, Persona, PersonaError};
pub use tokens::{ACR_HIGH, ACR_SUBSTANTIAL};
