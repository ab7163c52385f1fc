//! `klar import`: the files of the registry, what to do with one that is held, and the business register's bulk files.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, bail};
use domain::imports::Kept;
use domain::registry::{FileKind, FileLine, Line, Rejected};
use domain::{Date, ImportId, Timestamp};
use flate2::read::MultiGzDecoder;
use sha2::{Digest, Sha256};
use store::registry::{Asked, By, FileRead, Imported, Outcome, Source, Stage, read, read_csv};
use store::{Clock, StoreError};

use super::{open, report, say, tell};
use crate::config::Config;

const GZIP: [u8; 2] = [0x1f, 0x8b];

/// What `klar import registry` was told.
#[derive(Debug, clap::Args)]
pub struct RegistryArgs {
    /// One file of JSON Lines, or the CSV files that together make one import (docs/registry-format.md); plain or gzip
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The CSV files say only what is different from before; a file of JSON Lines says so itself
    #[arg(long)]
    difference: bool,
    /// Say what would be done, and change nothing
    #[arg(long)]
    dry_run: bool,
}

/// `klar import registry FILE…`. Fails when a line is rejected, with every reason on standard output, and when the file is
/// held; nothing has been changed then.
pub async fn registry(config: &Config, arguments: RegistryArgs) -> anyhow::Result<()> {
    let RegistryArgs { files, difference, dry_run } = arguments;
    tell("reading");
    let (FileRead { mut lines, rejected, .. }, source) = tokio::task::spawn_blocking(move || read_all(&files)).await??;
    if difference {
        lines.push((0, Line::File(FileLine { kind: FileKind::Difference })));
    }
    let store = open(config, Clock::System).await?;
    let asked = Asked { dry_run, limits: config.limits, source, progress, ..Asked::of(config.national_ids) };
    let imported = if rejected.is_empty() {
        store.import_registry(lines, &asked).await?
    } else {
        let kind = if difference { FileKind::Difference } else { FileKind::Full };
        store.refuse_registry(kind, rejected, &asked).await?
    };
    tell("");
    result(&imported, &asked.source)
}

/// `klar import approve ID`.
pub async fn approve(config: &Config, id: ImportId) -> anyhow::Result<()> {
    let store = open(config, Clock::System).await?;
    store.begin_approval(By::Command, id).await.map_err(|error| not_held(error, id))?;
    let imported = store.finish_approval(id, progress).await.map_err(|error| not_held(error, id))?;
    tell("");
    result(&imported, &Source::default())
}

/// `klar import reject ID`.
pub async fn reject(config: &Config, id: ImportId) -> anyhow::Result<()> {
    let store = open(config, Clock::System).await?;
    store.reject_import(By::Command, id).await.map_err(|error| not_held(error, id))?;
    say("The held file was rejected, and what it said is thrown away. Nothing was changed.\n")
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

/// Says what came of it. What is not good news is an error, so that whatever runs this notices.
fn result(imported: &Imported, source: &Source) -> anyhow::Result<()> {
    let id = imported.id.map(|id| id.to_string()).unwrap_or_default();
    let warnings = report::warnings(&imported.kept.warnings);
    match &imported.outcome {
        Outcome::Applied(done) if done.is_unchanged() => {
            say(&format!("Nothing was changed: the registry says what it said before.\n{done}{warnings}Report {id}\n"))
        }
        Outcome::Applied(done) => say(&format!("The registry was imported.\n{done}{warnings}Report {id}\n")),
        Outcome::WouldApply(plan) => say(&format!("Dry run: nothing was changed. The import would do this:\n{plan}{warnings}")),
        Outcome::Held(plan) => {
            say(&format!("The file would do this:\n{plan}{warnings}"))?;
            bail!("{}", held(&imported.kept, &id))
        }
        Outcome::Rejected(rejected) => {
            say(&report::rejected(rejected, source))?;
            bail!("nothing was imported: {} of the lines cannot be used", rejected.len());
        }
    }
}

fn held(kept: &Kept, id: &str) -> String {
    let ending = kept.ending;
    format!(
        "the file is held and nothing was changed, because it would end {} of {} members and {} of {} mandates. Look at it, then run \
         `klar import approve {id}` or `klar import reject {id}`",
        ending.members, ending.of_members, ending.mandates, ending.of_mandates
    )
}

fn not_held(error: StoreError, id: ImportId) -> anyhow::Error {
    match error {
        StoreError::NotFound => anyhow!("there is no import {id}"),
        StoreError::Conflict => {
            anyhow!("the import {id} is not held: somebody has decided about it, or a newer file has been taken in since")
        }
        error => error.into(),
    }
}

fn progress(stage: Stage) {
    match stage {
        Stage::Comparing => tell("comparing with what is there"),
        Stage::Preparing => tell("encrypting, and working out who is in which club"),
        Stage::Writing(rows) => tell(&format!("writing {rows} rows")),
    }
}

/// All files as one; the numbers of the lines go on from file to file.
fn read_all(files: &[PathBuf]) -> anyhow::Result<(FileRead, Source)> {
    let mut all = FileRead::default();
    let mut source = Source { command: "klar import registry".to_owned(), ..Source::default() };
    let mut digest = Sha256::new();
    let mut first = 0;
    for path in files {
        let file = read_one(path, &mut digest).with_context(|| cannot_read(path))?;
        all.lines.extend(file.lines.into_iter().map(|(line, text)| (first + line, text)));
        all.rejected.extend(file.rejected.into_iter().map(|Rejected { line, reason }| Rejected { line: first + line, reason }));
        source.files.push((name(path), first));
        first += file.count + 2;
    }
    source.digest = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok((all, source))
}

fn read_one(path: &Path, digest: &mut Sha256) -> std::io::Result<FileRead> {
    let mut file = File::open(path)?;
    let mut buffer = vec![0; 1 << 16];
    while let read @ 1.. = file.read(&mut buffer)? {
        digest.update(buffer.get(..read).unwrap_or_default());
    }
    let name = name(path);
    let is_csv = Path::new(name.strip_suffix(".gz").unwrap_or(&name)).extension().is_some_and(|end| end.eq_ignore_ascii_case("csv"));
    if is_csv { read_csv(&name, reader(path)?) } else { read(reader(path)?) }
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn cannot_read(path: &Path) -> String {
    format!("the file {} cannot be read", path.display())
}

/// The file's text, whether it is compressed or not: its first two bytes tell.
fn reader(path: &Path) -> std::io::Result<Box<dyn BufRead + Send>> {
    let mut file = File::open(path)?;
    let mut magic = Vec::with_capacity(2);
    file.by_ref().take(2).read_to_end(&mut magic)?;
    file.seek(SeekFrom::Start(0))?;
    let file = BufReader::with_capacity(1 << 16, file);
    Ok(if magic == GZIP { Box::new(BufReader::with_capacity(1 << 16, MultiGzDecoder::new(file))) } else { Box::new(file) })
}
