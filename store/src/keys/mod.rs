//! Rotation of the keys, while the portal is used: add a key, make it the active one, seal everything anew with it, and
//! retire the old one. What each step does and how far it has come stands in the database and in the key file, so a step
//! that was broken off is simply run again.

mod activate;
mod add;
mod lasting;
mod nodes;
mod remove;
mod retire;
mod rewrap;
mod status;
mod tables;

pub use nodes::{Node, SEEN_SECONDS};
pub use rewrap::Rewrapped;
pub use status::{KeyState, KeyStatus};

use std::collections::BTreeMap;

use domain::Date;

use crate::StoreError;

/// How many values are sealed with a key, by table; tables with none are left out.
pub type Sealed = BTreeMap<&'static str, u64>;

/// Why a step was not taken. Nothing has been changed then.
#[derive(Debug, thiserror::Error)]
pub enum KeyRefusal {
    /// The file has no such key.
    #[error("there is no key {0} in the key file")]
    NotThere(u32),
    /// It seals; another has to, first.
    #[error("key {0} is the active one")]
    Active(u32),
    /// It does not seal any more, and will not again.
    #[error("key {0} is retired")]
    Retired(u32),
    /// It must be retired first.
    #[error("key {0} is not retired")]
    NotRetired(u32),
    /// Somebody else was quicker.
    #[error("another key was made active meanwhile")]
    Overtaken,
    /// Programs that would not be able to read what it seals.
    #[error("key {number} is not known yet on {}: give the key file to those machines", hosts.join(", "))]
    NodesWithout {
        /// The key.
        number: u32,
        /// Where they run.
        hosts: Vec<String>,
    },
    /// Values that nobody could read without it.
    #[error("key {number} is still needed by {}", said(sealed))]
    InUse {
        /// The key.
        number: u32,
        /// By what.
        sealed: Sealed,
    },
    /// Backups that nobody could read without it.
    #[error("key {number} is needed to read backups that were made before it was retired, and they are kept until {until}")]
    Backups {
        /// The key.
        number: u32,
        /// The last day on which it is needed.
        until: Date,
    },
    /// The store said no.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for KeyRefusal {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}

fn said(sealed: &Sealed) -> String {
    sealed.iter().map(|(table, count)| format!("{count} in {table}")).collect::<Vec<_>>().join(", ")
}
