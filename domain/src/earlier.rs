//! What stood somewhere before it was changed.

use serde::{Deserialize, Serialize};

use crate::Timestamp;

/// Something as it was, until somebody changed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier<T> {
    /// As it was.
    pub was: T,
    /// Until when.
    pub until: Timestamp,
    /// Who changed it then.
    pub changed_by: String,
}

impl<T> Earlier<T> {
    /// The same, seen as something else; nothing when it is none of that.
    pub fn seen_as<U>(self, see: impl FnOnce(T) -> Option<U>) -> Option<Earlier<U>> {
        let Self { was, until, changed_by } = self;
        see(was).map(|was| Earlier { was, until, changed_by })
    }
}
