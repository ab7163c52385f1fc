//! `klar import`: the registry file and the business register's bulk files.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use domain::{Date, Timestamp};
use flate2::read::MultiGzDecoder;
use store::Clock;
use store::registry::{FileRead, Outcome, read};

use super::{open, report, say};
use crate::config::Config;

const GZIP: [u8; 2] = [0x1f, 0x8b];

/// `klar import registry FILE`. Fails, with every reason on standard output, when a line is rejected; nothing has
/// been changed then.
pub async fn registry(config: &Config, file: &Path, dry_run: bool) -> anyhow::Result<()> {
    let path = file.to_owned();
    let reading = tokio::task::spawn_blocking(move || read(&mut reader(&path)?).map_err(anyhow::Error::from)).await?;
    let FileRead { lines, rejected } = reading.with_context(|| format!("the file {} cannot be read", file.display()))?;
    if !rejected.is_empty() {
        say(&report::rejected(&rejected))?;
        bail!("nothing was imported: {} of the lines cannot be used", rejected.len());
    }
    let store = open(config, Clock::System).await?;
    match store.import_registry(lines, config.national_ids, dry_run).await? {
        Outcome::Applied(done) => say(&format!("The registry was imported.\n{done}")),
        Outcome::WouldApply(plan) => say(&format!("Dry run: nothing was changed. The import would do this:\n{plan}")),
        Outcome::Rejected(rejected) => {
            say(&report::rejected(&rejected))?;
            bail!("nothing was imported: {} of the lines do not fit the others", rejected.len());
        }
    }
}

/// `klar import employers FILE…`: all files, or none. The change feed goes on from the day the files were made: the one
/// given, else that of the last change of the oldest file.
pub async fn employers(config: &Config, files: &[PathBuf], made_on: Option<Date>) -> anyhow::Result<()> {
    let made_on = made_on.or_else(|| files.iter().filter_map(|file| changed_on(file)).min());
    let readers = files
        .iter()
        .map(|file| reader(file).with_context(|| format!("the file {} cannot be read", file.display())))
        .collect::<anyhow::Result<Vec<_>>>()?;
    let store = open(config, Clock::System).await?;
    let made_on = made_on.unwrap_or_else(|| store.clock().today());
    let done = store.import_employers_of(readers, made_on).await.context("nothing was imported")?;
    say(&done.to_string())
}

fn changed_on(path: &Path) -> Option<Date> {
    let changed = std::fs::metadata(path).ok()?.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
    Some(Timestamp(i64::try_from(changed.as_millis()).ok()?).oslo_date())
}

/// The file's text, whether it is compressed or not: its first two bytes tell.
fn reader(path: &Path) -> anyhow::Result<Box<dyn BufRead + Send>> {
    let mut file = File::open(path)?;
    let mut magic = Vec::with_capacity(2);
    file.by_ref().take(2).read_to_end(&mut magic)?;
    file.seek(SeekFrom::Start(0))?;
    let file = BufReader::with_capacity(1 << 16, file);
    Ok(if magic == GZIP { Box::new(BufReader::with_capacity(1 << 16, MultiGzDecoder::new(file))) } else { Box::new(file) })
}
