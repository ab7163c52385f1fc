//! What can go wrong in the store.

use std::sync::Arc;

use domain::{CaseId, FieldErrors, Timestamp};

/// Why something was not read or written. Nothing has been changed when one of these is returned.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It does not exist, or the viewer may not know that it does. The two are never told apart.
    #[error("not found")]
    NotFound,
    /// The viewer may see it, but not do this.
    #[error("not allowed")]
    Forbidden,
    /// The case is closed and takes nothing new; whoever would write in it must open it again first.
    #[error("the case is closed")]
    Closed(CaseId),
    /// Somebody else changed it first.
    #[error("changed by somebody else")]
    Conflict,
    /// The form's key was used before, for something else. That is saved, and what comes now is not.
    #[error("the key was used for something else")]
    OtherBody,
    /// What was asked for cannot be saved as it is.
    #[error("invalid fields")]
    Invalid(FieldErrors),
    /// The viewer has searched among members more often than the limits allow, and may again from then on.
    #[error("too many searches until {}", .0.0)]
    TooManySearches(Timestamp),
    /// The viewer has asked for too much that is not there for them, and may again from then on.
    #[error("too many misses until {}", .0.0)]
    TooManyMisses(Timestamp),
    /// The key file does not fit the database.
    #[error("{0}")]
    Keys(String),
    /// Encrypted contents could not be opened: the wrong key, or somebody altered them.
    #[error("cannot decrypt {0}")]
    Sealed(&'static str),
    /// A row that should not exist.
    #[error("inconsistent row in {table}: {what}")]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// What is wrong with it, without personal data.
        what: &'static str,
    },
    /// The look could not be written to the access log, so nothing is shown. All who waited for the same write get this.
    #[error("the access log cannot be written: {0}")]
    Log(Arc<StoreError>),
    /// The access log is stopping.
    #[error("the access log takes no more")]
    LogStopped,
    /// The place where documents lie did not do what it should.
    #[error("the store of documents: {0}")]
    Objects(String),
    /// The database said no.
    #[error("database: {0}")]
    Database(#[from] sea_orm::DbErr),
}
