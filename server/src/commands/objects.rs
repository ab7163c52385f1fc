//! `klar objects`: the place where documents lie.

use std::time::Duration;

use clap::Subcommand;
use store::{Clock, Store};

use super::{open, say};
use crate::config::Config;

/// What no row names is let alone for so long: an upload may be under way, or a backup be put back in the wrong order.
const KEPT_SECONDS: i64 = 24 * 60 * 60;
/// How often the portal sweeps while it serves.
const EVERY: Duration = Duration::from_secs(6 * 60 * 60);
/// And how long after its start it does so first.
const FIRST: Duration = Duration::from_secs(10 * 60);

/// What can be done there.
#[derive(Debug, Clone, Copy, Subcommand)]
pub enum Objects {
    /// Throw away what nothing names: half-written files, and documents of erased cases
    Sweep,
}

/// `klar objects`.
pub async fn objects(config: &Config, what: Objects) -> anyhow::Result<()> {
    let Objects::Sweep = what;
    let store = open(config, Clock::System).await?;
    say(&format!("{} objects that nothing names were thrown away.\n", sweep(&store).await?))
}

/// Sweeps for as long as the portal is served. Two that sweep at once do no harm.
pub(super) async fn keep_sweeping(store: Store) {
    let mut wait = FIRST;
    loop {
        tokio::time::sleep(wait).await;
        wait = EVERY;
        match sweep(&store).await {
            Ok(0) => {}
            Ok(swept) => tracing::info!(swept, "objects that nothing named were thrown away"),
            Err(error) => tracing::error!(%error, "the store of documents could not be swept"),
        }
    }
}

async fn sweep(store: &Store) -> Result<u64, store::StoreError> {
    // The machine's own time: it is what the objects are dated by.
    store.sweep_objects(Clock::System.now().plus_seconds(-KEPT_SECONDS)).await
}
