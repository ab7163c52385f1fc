//! A person's own sessions: where they are logged in.

mod device;

pub use device::{Browser, Device, System};

use crate::Timestamp;
pub use crate::ids::SessionId;

/// One of a person's own live sessions.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct OwnSession {
    /// What it is called; it opens nothing.
    pub id: SessionId,
    /// When the person logged in.
    pub begun_at: Timestamp,
    /// When it was last used, to the minute.
    pub last_used_at: Timestamp,
    /// On what.
    pub device: Device,
    /// Whether it is the one that asks.
    pub is_this: bool,
}
