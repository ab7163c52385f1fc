//! `klar audit`: whether the access log is whole, and signing how it is.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, bail};
use store::access_log::checkpoints::{Checkpoint, CheckpointError, Made};
use store::{Clock, Store};

use super::{open, say};
use crate::config::Config;

/// A checkpoint is made when it is this long since the last one, or so many rows have come.
const EVERY: Duration = Duration::from_secs(5 * 60);
const ROWS: i64 = 1_000;
/// How often that is looked at.
const LOOK: Duration = Duration::from_secs(5);

/// `klar audit verify`. Fails unless the log is whole, and known to be: without a checkpoint nobody knows its end.
pub async fn verify(config: &Config, folder: Option<&Path>) -> anyhow::Result<()> {
    let store = open(config, Clock::System).await?;
    let folder = folder.map_or_else(|| config.audit_checkpoints(), Path::to_owned);
    let checkpoints = store.checkpoints(&folder)?;
    let whole = match store.verify_log(&checkpoints).await? {
        Ok(whole) => whole,
        Err(fault) => bail!("the access log is not whole: {fault}"),
    };
    if whole.set_back > 0 {
        say(&format!(
            "{} rows are more than a minute earlier than the row before them: a clock was set back. The order is that of the numbers. The first: {}\n",
            whole.set_back,
            whole.first_set_back.iter().map(i64::to_string).collect::<Vec<_>>().join(", ")
        ))?;
    }
    let signed = checkpoints.iter().map(Checkpoint::size).max();
    match signed {
        None if whole.rows > 0 => {
            bail!(
                "the {} rows of the access log are chained, but there is no checkpoint in {}: whether the end was cut off cannot be known",
                whole.rows,
                folder.display()
            );
        }
        signed => say(&format!(
            "The access log is whole: {} rows, {} checkpoints, the last of row {}. The sealed detail of {} rows has been thrown away.\n",
            whole.rows,
            whole.checkpoints,
            signed.unwrap_or_default(),
            whole.shredded
        )),
    }
}

/// `klar audit checkpoint`: signs now, and tells the public key.
pub async fn checkpoint(config: &Config) -> anyhow::Result<()> {
    let (folder, origin) = (config.audit_checkpoints(), config.log_origin());
    let store = open(config, Clock::System).await?;
    match store.make_checkpoint(&folder, &origin).await? {
        Made::Written(path, checkpoint) => say(&format!("Row {} is signed: {}\n", checkpoint.size(), path.display()))?,
        Made::Nothing => say("Nothing has been logged since the last checkpoint.\n")?,
        Made::Refused(fault) => bail!("nothing was signed, because the access log does not follow from the last checkpoint: {fault}"),
    }
    say(&format!("The public key: {}\n", store.checkpoint_key(&origin).context("the public key")?))
}

/// Makes checkpoints for as long as the portal is served.
pub(super) async fn keep_signing(store: Store, folder: PathBuf, origin: String) {
    let (mut signed_rows, mut since) = (0, EVERY);
    loop {
        tokio::time::sleep(LOOK).await;
        since += LOOK;
        match sign(&store, &folder, &origin, since >= EVERY, signed_rows).await {
            Ok(Some(rows)) => (signed_rows, since) = (rows, Duration::ZERO),
            Ok(None) => {}
            Err(error) => {
                tracing::error!(%error, "no checkpoint of the access log could be made");
                since = Duration::ZERO;
            }
        }
    }
}

/// When the portal stops: what came since the last checkpoint is signed too.
pub(super) async fn sign_last(store: &Store, folder: &Path, origin: &str) {
    if let Err(error) = sign(store, folder, origin, true, 0).await {
        tracing::error!(%error, "no checkpoint of the access log could be made");
    }
}

/// Signs if it is time to; returns how many rows are signed then.
async fn sign(store: &Store, folder: &Path, origin: &str, time: bool, signed_rows: i64) -> Result<Option<i64>, CheckpointError> {
    if !time && store.log_size().await? < signed_rows + ROWS {
        return Ok(None);
    }
    match store.make_checkpoint(folder, origin).await? {
        Made::Written(_, checkpoint) => Ok(Some(checkpoint.size())),
        Made::Nothing => Ok(Some(store.log_size().await?)),
        Made::Refused(fault) => {
            tracing::error!(%fault, "THE ACCESS LOG WAS ALTERED: it does not follow from the last checkpoint, and is not signed");
            // Said again when more has come, not every few seconds.
            Ok(Some(store.log_size().await?))
        }
    }
}
