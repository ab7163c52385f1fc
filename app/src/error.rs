//! What can go wrong between a page and the server, as codes.
//!
//! An error carries no prose and no personal data: it may end up in an address or a log.

use domain::{CaseId, FieldErrors, IncidentId, Timestamp};
use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};

/// What somebody may know of what the store said. The rest is a fault of ours: it goes to the log, as what could not be done,
/// without personal data.
#[cfg(feature = "ssr")]
pub fn of_store(error: store::StoreError, request_id: &str, could_not: &str) -> AppError {
    use store::StoreError;
    match error {
        StoreError::NotFound => AppError::NotFound,
        StoreError::Forbidden => AppError::Forbidden,
        StoreError::Closed(case) => AppError::Closed(case),
        StoreError::Conflict => AppError::Conflict,
        StoreError::OtherBody => AppError::Invalid(FieldErrors::default()),
        StoreError::Invalid(errors) => AppError::Invalid(errors),
        StoreError::TooManySearches(again) => AppError::TooManySearches(again),
        StoreError::TooManyMisses(again) => AppError::TooManyMisses(again),
        error => {
            let incident = IncidentId(uuid::Uuid::new_v4());
            tracing::error!(%incident, request_id, %error, "{could_not}");
            AppError::Internal(incident)
        }
    }
}

/// The one error type of every server function.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum AppError {
    /// Nobody is logged in (any more).
    #[error("not logged in")]
    Unauthenticated,
    /// It does not exist, or the viewer may not know that it does.
    #[error("not found")]
    NotFound,
    /// Visible, but this may not be done.
    #[error("not allowed")]
    Forbidden,
    /// The case is closed, and takes nothing new.
    #[error("the case is closed")]
    Closed(CaseId),
    /// Somebody else changed it first.
    #[error("changed by somebody else")]
    Conflict,
    /// Something in the form must be put right.
    #[error("invalid fields")]
    Invalid(FieldErrors),
    /// The viewer has searched among members too often, and may again from then on.
    #[error("too many searches")]
    TooManySearches(Timestamp),
    /// The viewer has asked for too much that is not there for them, and may again from then on.
    #[error("too many misses")]
    TooManyMisses(Timestamp),
    /// No connection, or a program too old for the server.
    #[error("unavailable")]
    Unavailable,
    /// Our fault. The id is in the log too.
    #[error("internal error {0}")]
    Internal(IncidentId),
}

impl AppError {
    /// The HTTP status that says the same.
    pub const fn status(&self) -> u16 {
        match self {
            Self::Unauthenticated => 401,
            Self::NotFound => 404,
            Self::Forbidden => 403,
            Self::Closed(_) | Self::Conflict => 409,
            Self::Invalid(_) => 422,
            Self::TooManySearches(_) | Self::TooManyMisses(_) => 429,
            Self::Unavailable => 503,
            Self::Internal(_) => 500,
        }
    }
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) | ServerFnErrorErr::Deserialization(_) => {
                Self::Invalid(FieldErrors::default())
            }
            _ => Self::Unavailable,
        }
    }
}
