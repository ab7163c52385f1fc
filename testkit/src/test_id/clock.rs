use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// What the provider believes the time to be.
///
/// Clones share the same time, so a test can keep one and move it: a relying party that runs
/// on a frozen clock must meet tokens from the same moment, and a code that lives 60 seconds
/// must be testable without waiting for them.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    frozen_at: Option<i64>,
    ahead: Arc<AtomicI64>,
}

impl Clock {
    /// A clock that stands still at this many seconds after 1970, until moved by [`Clock::advance`].
    #[must_use]
    pub fn frozen(unix_seconds: i64) -> Self {
        Self { frozen_at: Some(unix_seconds), ahead: Arc::default() }
    }

    /// Moves the clock forward, for every clone of it. Parts of a second are dropped.
    pub fn advance(&self, by: Duration) {
        let seconds = i64::try_from(by.as_secs()).unwrap_or(i64::MAX);
        self.ahead.fetch_add(seconds, Ordering::SeqCst);
    }

    /// Seconds after 1970.
    #[must_use]
    pub fn now(&self) -> i64 {
        let base = self.frozen_at.unwrap_or_else(system_seconds);
        base.saturating_add(self.ahead.load(Ordering::SeqCst))
    }
}

#[expect(clippy::disallowed_methods, reason = "the provider is a process of its own, and this is its clock")]
fn system_seconds() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}
