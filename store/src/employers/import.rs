//! Loading the register's bulk files: one JSON array each, read as a stream.

use std::io::Read;

use domain::Date;
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
    /// Loads bulk files one after the other in one transaction: all of them, or none. A workplace that has come under
    /// another employer brings its members into other clubs at once.
    pub async fn import_employers<R: Read + Send + 'static>(&self, files: Vec<R>) -> Result<Report, ImportError> {
        self.import_employers_of(files, self.clock.today()).await
    }

    /// The same, with the day the files were made: from there the change feed goes on.
    pub async fn import_employers_of<R: Read + Send + 'static>(&self, files: Vec<R>, made_on: Date) -> Result<Report, ImportError> {
        let tx = self.begin().await?;
        // First of all: another import, of this kind or of the other, waits here until this one is over.
        generation::raise_by_any(&tx).await?;
        let mut report = Report::default();
        let mut moved = Vec::new();
        for file in files {
            // Parsing waits for the disk; it happens on a thread of its own, a few batches ahead of the writing.
            let (send, mut batches) = tokio::sync::mpsc::channel::<Vec<Entity>>(2);
            let parsing = tokio::task::spawn_blocking(move || parse(file, &send));
            while let Some(batch) = batches.recv().await {
                let batch = batch.into_iter().map(|entity| Found::Entity(Box::new(entity))).collect();
                let Written { added, changed, unchanged, alerts, moved: these } = self.write_units(&tx, batch, Source::Bulk).await?;
                moved.extend(these);
                report.added += added;
                report.changed += changed;
                report.unchanged += unchanged;
                report.alerts += alerts;
            }
            parsing.await.map_err(|_| StoreError::Inconsistent { table: "employer_units", what: "the reader of the file stopped" })??;
        }
        if report.added + report.changed == 0 {
            // The generation stays as it was: nothing that anybody compared with has changed.
            tx.rollback().await.map_err(StoreError::from)?;
            let tx = self.begin().await?;
            feed::begin_from(&tx, made_on).await?;
            tx.commit().await.map_err(StoreError::from)?;
            return Ok(report);
        }
        reach::derive_if_moved(&tx, &moved).await?;
        feed::begin_from(&tx, made_on).await?;
        tx.commit().await.map_err(StoreError::from)?;
        Ok(report)
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
