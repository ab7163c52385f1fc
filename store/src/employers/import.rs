//! Loading the register's bulk files: one JSON array each, read as a stream.

use std::io::Read;

use domain::identity::OrgNumber;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, Iterable, QueryFilter, QuerySelect};
use serde::Serialize;
use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};

use crate::entity::employer_unit;
use crate::registry::{clubs, generation};
use crate::{Store, StoreError, scope};

use super::Entity;

/// What came of the bulk files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Not there before.
    pub added: u64,
    /// There, with other contents.
    pub changed: u64,
    /// There, with the same contents.
    pub unchanged: u64,
}

impl std::fmt::Display for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "employers and workplaces: {} added, {} changed, {} unchanged", self.added, self.changed, self.unchanged)
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
        let tx = self.begin().await?;
        // First of all: another import, of this kind or of the other, waits here until this one is over.
        generation::raise_by_any(&tx).await?;
        let mut report = Report::default();
        for file in files {
            // Parsing waits for the disk; it happens on a thread of its own, a few batches ahead of the writing.
            let (send, mut batches) = tokio::sync::mpsc::channel::<Vec<Entity>>(2);
            let parsing = tokio::task::spawn_blocking(move || parse(file, &send));
            while let Some(batch) = batches.recv().await {
                self.load(&tx, batch, &mut report).await?;
            }
            parsing.await.map_err(|_| StoreError::Inconsistent { table: "employer_units", what: "the reader of the file stopped" })??;
        }
        if report.added + report.changed == 0 {
            tx.rollback().await.map_err(StoreError::from)?;
            return Ok(report);
        }
        clubs::derive(&tx).await?;
        crate::reach::derive(&tx).await?;
        tx.commit().await.map_err(StoreError::from)?;
        Ok(report)
    }

    async fn load(&self, db: &impl ConnectionTrait, batch: Vec<Entity>, report: &mut Report) -> Result<(), StoreError> {
        let old: std::collections::HashMap<OrgNumber, Vec<u8>> = scope::employer_units()
            .filter(employer_unit::Column::Number.is_in(batch.iter().map(|entity| entity.organisasjonsnummer)))
            .select_only()
            .columns([employer_unit::Column::Number, employer_unit::Column::Digest])
            .into_tuple::<(OrgNumber, Vec<u8>)>()
            .all(db)
            .await?
            .into_iter()
            .collect();
        let digester = self.keys.digester()?;
        let mut rows = std::collections::BTreeMap::new();
        for entity in batch {
            let digest = digester.digest(&entity)?;
            match old.get(&entity.organisasjonsnummer) {
                None => report.added += 1,
                Some(same) if *same == digest => {
                    report.unchanged += 1;
                    continue;
                }
                Some(_) => report.changed += 1,
            }
            rows.insert(entity.organisasjonsnummer, row(entity, digest));
        }
        if rows.is_empty() {
            return Ok(());
        }
        let columns = employer_unit::Column::iter().filter(|column| !matches!(column, employer_unit::Column::Number));
        employer_unit::Entity::insert_many(rows.into_values())
            .on_conflict(OnConflict::column(employer_unit::Column::Number).update_columns(columns).to_owned())
            .exec_without_returning(db)
            .await?;
        Ok(())
    }
}

fn row(entity: Entity, digest: Vec<u8>) -> employer_unit::ActiveModel {
    let address = entity.address();
    let street = address.adresse.join(", ");
    employer_unit::ActiveModel {
        number: Set(entity.organisasjonsnummer),
        kind: Set(if entity.is_workplace() { "underenhet" } else { "enhet" }.to_owned()),
        name: Set(entity.readable_name()),
        form: Set(entity.form().to_owned()),
        parent_number: Set(entity.overordnet_enhet),
        street: Set(Some(street).filter(|street| !street.is_empty())),
        postal_code: Set(address.postnummer),
        city: Set(address.poststed),
        municipality: Set(address.kommune),
        employees: Set(entity.antall_ansatte),
        bankrupt: Set(entity.konkurs),
        winding_up: Set(entity.under_avvikling || entity.under_tvangsavvikling_eller_tvangsopplosning),
        closed_on: Set(entity.nedleggelsesdato.or(entity.slettedato)),
        digest: Set(digest),
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
