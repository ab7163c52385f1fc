//! The one provider that all requests share.

use std::sync::{
    Mutex, MutexGuard, PoisonError,
    atomic::{AtomicU64, Ordering},
};

use super::{
    clock::Clock,
    codes::Codes,
    config::{Config, ConfigError, check_issuer},
    fault::Fault,
    keys::KeyRing,
    persona::{Person, Persona},
};

pub(super) struct Provider {
    pub(super) issuer: String,
    /// The issuer's path: empty, or `/like-this`.
    pub(super) base: String,
    pub(super) client_id: String,
    pub(super) client_secret: String,
    pub(super) national_id_claim: String,
    pub(super) personas: Vec<Persona>,
    pub(super) clock: Clock,
    pub(super) redirect_uris: Shared<Vec<String>>,
    pub(super) post_logout_redirect_uris: Shared<Vec<String>>,
    pub(super) keys: Shared<KeyRing>,
    pub(super) codes: Shared<Codes>,
    pub(super) fault: Shared<Option<Fault>>,
    pub(super) calls: Calls,
}

impl Provider {
    /// `default_issuer` is where it listens.
    pub(super) fn new(config: Config, default_issuer: &str) -> Result<Self, ConfigError> {
        config.check()?;
        let (issuer, base) = check_issuer(config.issuer.as_deref().unwrap_or(default_issuer))?;
        Ok(Self {
            issuer,
            base,
            client_id: config.client_id,
            client_secret: config.client_secret,
            national_id_claim: config.national_id_claim,
            personas: config.personas,
            clock: config.clock,
            redirect_uris: Shared::new(config.redirect_uris),
            post_logout_redirect_uris: Shared::new(config.post_logout_redirect_uris),
            keys: Shared::new(KeyRing::new(config.key_pem.as_deref())?),
            codes: Shared::default(),
            fault: Shared::default(),
            calls: Calls::default(),
        })
    }

    pub(super) fn fault(&self) -> Option<Fault> {
        *self.fault.lock()
    }

    pub(super) fn persona(&self, key: &str) -> Option<Person> {
        let found = self.personas.iter().find(|persona| persona.key == key);
        found.map(Person::from)
    }

    /// The persona who has this number, or somebody without a name.
    pub(super) fn person(&self, national_id: String) -> Person {
        self.personas.iter().find(|persona| persona.national_id == national_id).map_or_else(|| Person::unnamed(national_id), Person::from)
    }
}

/// How often each endpoint was asked.
#[derive(Default)]
pub(super) struct Calls {
    pub(super) discovery: Counter,
    pub(super) jwks: Counter,
    pub(super) token: Counter,
    pub(super) redirects_followed: Counter,
    pub(super) userinfo: Counter,
    pub(super) logout: Counter,
}

#[derive(Default)]
pub(super) struct Counter(AtomicU64);

impl Counter {
    pub(super) fn add(&self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }

    pub(super) fn get(&self) -> u64 {
        self.0.load(Ordering::SeqCst)
    }
}

/// A mutex that a panic in one request does not take away from the others.
#[derive(Default)]
pub(super) struct Shared<T>(Mutex<T>);

impl<T> Shared<T> {
    fn new(value: T) -> Self {
        Self(Mutex::new(value))
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
