//! Why a login came to nothing.

use app::login::LoginFailure;
use store::StoreError;

/// What the person is told, and what the log says. The log's text is fixed: it can hold nothing personal.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) failure: LoginFailure,
    pub(super) reason: &'static str,
    /// For faults of our own, which may be logged in full.
    pub(super) source: Option<StoreError>,
}

impl Refusal {
    /// A check failed.
    pub(super) const fn refused(reason: &'static str) -> Self {
        Self::new(LoginFailure::Refused, reason)
    }

    /// The provider cannot be reached, or does not do its part.
    pub(super) const fn provider_down(reason: &'static str) -> Self {
        Self::new(LoginFailure::ProviderDown, reason)
    }

    /// Too late, or in another window: trying again helps.
    pub(super) const fn expired(reason: &'static str) -> Self {
        Self::new(LoginFailure::Expired, reason)
    }

    pub(super) const fn new(failure: LoginFailure, reason: &'static str) -> Self {
        Self { failure, reason, source: None }
    }
}

impl From<StoreError> for Refusal {
    fn from(source: StoreError) -> Self {
        Self { failure: LoginFailure::Refused, reason: "the database failed", source: Some(source) }
    }
}
