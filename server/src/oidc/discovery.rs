//! What the provider says about itself, and its keys: fetched when first needed, renewed each day.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use domain::Timestamp;
use openidconnect::core::CoreJsonWebKeySet;
use openidconnect::{IssuerUrl, ProviderMetadataWithLogout};
use store::Clock;
use tokio::sync::Mutex;

use super::Refusal;
use super::http::Http;
use crate::config;

const DAY_SECONDS: i64 = 24 * 60 * 60;
/// How often an overdue renewal is tried, and the keys are fetched for a key that is not among them.
const AGAIN_SECONDS: i64 = 60;

/// The provider's metadata and keys at some time.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) metadata: ProviderMetadataWithLogout,
    pub(super) keys: CoreJsonWebKeySet,
}

#[derive(Debug)]
pub(super) struct Directory {
    issuer: IssuerUrl,
    clock: Clock,
    known: RwLock<Option<Entry>>,
    origins: RwLock<Arc<str>>,
    /// Held while something is fetched: many logins at once make one request.
    fetching: Mutex<()>,
    failures: AtomicU64,
}

#[derive(Debug, Clone)]
struct Entry {
    known: Arc<Known>,
    /// When the metadata is to be renewed.
    renew_at: Timestamp,
    /// The keys were fetched for an unknown one; not again before.
    keys_again_at: Timestamp,
}

impl Directory {
    pub(super) fn new(issuer: &config::IssuerUrl, clock: Clock) -> Result<Self, openidconnect::url::ParseError> {
        Ok(Self {
            issuer: IssuerUrl::new(issuer.as_str().to_owned())?,
            clock,
            known: RwLock::new(None),
            origins: RwLock::new(issuer.origin().into()),
            fetching: Mutex::new(()),
            failures: AtomicU64::new(0),
        })
    }

    pub(super) fn origins(&self) -> Arc<str> {
        self.origins.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn entry(&self) -> Option<Entry> {
        self.known.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn keep(&self, entry: Entry) {
        *self.origins.write().unwrap_or_else(PoisonError::into_inner) = origins_of(&self.issuer, &entry.known.metadata).into();
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = Some(entry);
    }

    /// What is known, if it is not a day old; else what the provider says now; else what was known.
    pub(super) async fn known(&self, http: &Http) -> Result<Arc<Known>, Refusal> {
        let fresh = |entry: Entry| (self.clock.now() < entry.renew_at).then_some(entry.known);
        if let Some(known) = self.entry().and_then(fresh) {
            return Ok(known);
        }
        let failures = self.failures.load(Ordering::SeqCst);
        let _held = self.fetching.lock().await;
        if let Some(known) = self.entry().and_then(fresh) {
            return Ok(known);
        }
        if self.failures.load(Ordering::SeqCst) != failures {
            // Somebody tried while we waited. Trying one after the other would only make the last ones wait long.
            return self.entry().map(|entry| entry.known).ok_or(DOWN);
        }
        let now = self.clock.now();
        match ProviderMetadataWithLogout::discover_async(self.issuer.clone(), http).await {
            Ok(metadata) => {
                let known = Arc::new(Known { keys: metadata.jwks().clone(), metadata });
                self.keep(Entry { known: known.clone(), renew_at: now.plus_seconds(DAY_SECONDS), keys_again_at: now });
                Ok(known)
            }
            Err(error) => {
                self.failures.fetch_add(1, Ordering::SeqCst);
                tracing::error!(error = %sentence(&error), "discovery at the OpenID provider failed");
                let old = self.entry().ok_or(DOWN)?;
                let known = old.known.clone();
                self.keep(Entry { renew_at: now.plus_seconds(AGAIN_SECONDS), ..old });
                Ok(known)
            }
        }
    }

    /// The keys as they are now, for a token whose key was not among those we had; at most once a minute.
    /// `None` when it is too early, or the provider does not answer.
    pub(super) async fn with_new_keys(&self, http: &Http, had: &Arc<Known>) -> Option<Arc<Known>> {
        let _held = self.fetching.lock().await;
        let entry = self.entry()?;
        if !Arc::ptr_eq(&entry.known, had) {
            return Some(entry.known);
        }
        let now = self.clock.now();
        if now < entry.keys_again_at {
            return None;
        }
        let fetched = CoreJsonWebKeySet::fetch_async(entry.known.metadata.jwks_uri(), http).await;
        let keys_again_at = now.plus_seconds(AGAIN_SECONDS);
        match fetched {
            Ok(keys) => {
                let known = Arc::new(Known { metadata: entry.known.metadata.clone(), keys });
                self.keep(Entry { known: known.clone(), keys_again_at, ..entry });
                Some(known)
            }
            Err(error) => {
                tracing::error!(error = %sentence(&error), "the OpenID provider's keys could not be fetched");
                self.keep(Entry { keys_again_at, ..entry });
                None
            }
        }
    }
}

const DOWN: Refusal = Refusal::provider_down("no discovery document");

/// The error and what caused it. Discovery is about the provider, not about a person.
fn sentence(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(error) = next {
        text.push_str(": ");
        text.push_str(&error.to_string());
        next = error.source();
    }
    text
}

fn origins_of(issuer: &IssuerUrl, metadata: &ProviderMetadataWithLogout) -> String {
    let logout = metadata.additional_metadata().end_session_endpoint.as_ref().map(|endpoint| endpoint.url().clone());
    let all: BTreeSet<String> = [Some(issuer.url().clone()), Some(metadata.authorization_endpoint().url().clone()), logout]
        .into_iter()
        .flatten()
        .map(|url| url.origin().ascii_serialization())
        .collect();
    all.into_iter().collect::<Vec<_>>().join(" ")
}
