//! Loading the register's bulk files: one JSON array each, read as a stream.

use std::collections::HashSet;
use std::io::Read;

use domain::Date;
use domain::identity::OrgNumber;
use sea_orm::DatabaseTransaction;
use serde::Serialize;
use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};

use crate::reach;
use crate::registry::generation;
use crate::{Store, StoreError};

use super::write::{Source, Written};
use super::{Entity, Found, feed};

/// What came of the bulk files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Not there before.
    pub added: u64,
    /// There, with other contents.
    pub changed: u64,
    /// There, with the same contents.
    pub unchanged: u64,
    /// Changes that call for attention.
    pub alerts: u64,
}

impl std::fmt::Display for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(
            f,
            "employers and workplaces: {} added, {} changed, {} unchanged; {} alerts",
            self.added, self.changed, self.unchanged, self.alerts
        )
    }
}

/// The file is not what it should be; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Not the register's JSON, or cut short. The message names the line and column.
    #[error("not a bulk file of the business register: {0}")]
    File(#[from] serde_json::Error),
    /// The store said no.
    #[error(transparent)]
    Store(#[from] StoreError),
}

const BATCH: usize = 1_000;

impl Store {
    /// Loads bulk files one after the other: all of them, or none. They are read and compared before anything is locked;
    /// one transaction writes what differs. A workplace that has come under
    /// another employer brings its members into other clubs at once.
    pub async fn import_employers<R: Read + Send + 'static>(&self, files: Vec<R>) -> Result<Report, ImportError> {
        self.import_employers_of(files, self.clock.today()).await
    }

    /// The same, with the day the files were made: from there the change feed goes on.
    pub async fn import_employers_of<R: Read + Send + 'static>(&self, files: Vec<R>, made_on: Date) -> Result<Report, ImportError> {
        let mut done = Done::default();
        let mut gathered = Gathered::default();
        for file in files {
            // Parsing waits for the disk; it happens on a thread of its own, a few batches ahead.
            let (send, mut batches) = tokio::sync::mpsc::channel::<Vec<Entity>>(2);
            let parsing = tokio::task::spawn_blocking(move || parse(file, &send));
            while let Some(batch) = batches.recv().await {
                let batch = batch.into_iter().map(|entity| Found::Entity(Box::new(entity))).collect();
                self.gather(batch, &mut gathered, &mut done).await?;
            }
            parsing.await.map_err(|_| StoreError::Inconsistent { table: "employer_units", what: "the reader of the file stopped" })??;
        }
        let tx = self.written(gathered, &mut done).await?;
        if done.report.added + done.report.changed == 0 {
            // The generation stays as it was: nothing that anybody compared with has changed.
            if let Some(tx) = tx {
                tx.rollback().await.map_err(StoreError::from)?;
            }
            let tx = self.begin().await?;
            feed::begin_from(&tx, made_on).await?;
            tx.commit().await.map_err(StoreError::from)?;
            return Ok(done.report);
        }
        let tx = tx.ok_or(StoreError::Inconsistent { table: "employer_units", what: "a change without a transaction" })?;
        reach::derive_if_moved(&tx, &done.moved).await?;
        feed::begin_from(&tx, made_on).await?;
        tx.commit().await.map_err(StoreError::from)?;
        Ok(done.report)
    }
}

/// What has been done so far.
#[derive(Default)]
struct Done {
    report: Report,
    /// What lies under another unit than before, or may.
    moved: Vec<OrgNumber>,
}

/// What differs from what is there, and the transaction that writes it once there is one.
#[derive(Default)]
struct Gathered {
    differing: Vec<Found>,
    numbers: HashSet<OrgNumber>,
    tx: Option<DatabaseTransaction>,
}

/// More than this is not held in memory: the first time, the whole register differs. The rest is then read while the
/// lock is held.
const MANY: usize = 100_000;

impl Store {
    /// Compares before anything is locked: nearly all that a bulk file says is there already.
    async fn gather(&self, batch: Vec<Found>, gathered: &mut Gathered, done: &mut Done) -> Result<(), StoreError> {
        if let Some(tx) = &gathered.tx {
            return self.write_batch(tx, batch, done).await;
        }
        let same = self.same_as_there(&batch).await?;
        for found in batch {
            // Of a unit that stands twice, the last counts, also when that is the one that is there.
            let number = found.number();
            if same.contains(&number) && !gathered.numbers.contains(&number) {
                done.report.unchanged += 1;
            } else {
                gathered.numbers.insert(number);
                gathered.differing.push(found);
            }
        }
        if gathered.differing.len() > MANY {
            gathered.tx = self.written(std::mem::take(gathered), done).await?;
        }
        Ok(())
    }

    /// Writes what has gathered; the transaction goes on. There is none when nothing differs.
    async fn written(&self, gathered: Gathered, done: &mut Done) -> Result<Option<DatabaseTransaction>, StoreError> {
        if gathered.tx.is_some() || gathered.differing.is_empty() {
            return Ok(gathered.tx);
        }
        let tx = self.begin().await?;
        // First of all: another import, of this kind or of the other, waits here until this one is over.
        generation::raise_by_any(&tx).await?;
        let mut differing = gathered.differing.into_iter();
        loop {
            let batch: Vec<Found> = differing.by_ref().take(BATCH).collect();
            if batch.is_empty() {
                return Ok(Some(tx));
            }
            self.write_batch(&tx, batch, done).await?;
        }
    }

    async fn write_batch(&self, tx: &DatabaseTransaction, batch: Vec<Found>, done: &mut Done) -> Result<(), StoreError> {
        let Written { added, changed, unchanged, alerts, moved } = self.write_units(tx, batch, Source::Bulk).await?;
        done.report.added += added;
        done.report.changed += changed;
        done.report.unchanged += unchanged;
        done.report.alerts += alerts;
        done.moved.extend(moved);
        Ok(())
    }
}

type Sender = tokio::sync::mpsc::Sender<Vec<Entity>>;

fn parse(file: impl Read, send: &Sender) -> Result<(), serde_json::Error> {
    let mut json = serde_json::Deserializer::from_reader(std::io::BufReader::with_capacity(1 << 16, file));
    Batches(send).deserialize(&mut json)?;
    json.end()
}

/// Reads a JSON array and sends it on in batches, never holding the whole.
struct Batches<'a>(&'a Sender);

impl<'de> DeserializeSeed<'de> for Batches<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Batches<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an array of entities")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let gone = |_| serde::de::Error::custom("the import was given up");
        let mut batch = Vec::with_capacity(BATCH);
        while let Some(entity) = seq.next_element()? {
            batch.push(entity);
            if batch.len() == BATCH {
                self.0.blocking_send(std::mem::replace(&mut batch, Vec::with_capacity(BATCH))).map_err(gone)?;
            }
        }
        self.0.blocking_send(batch).map_err(gone)
    }
}
