//! The imports, for those who look after the registry.

use domain::ImportId;
use domain::imports::{ImportRow, ImportView, Kept};
use sea_orm::{QueryOrder, QuerySelect};

use crate::entity::import;
use crate::{Store, StoreError, Viewer, members, scope};

use super::approve::By;

/// As many as anybody looks back on.
const SHOWN: u64 = 100;

impl Store {
    /// The latest imports, the latest first.
    pub async fn imports(&self, viewer: &Viewer) -> Result<Vec<ImportRow>, StoreError> {
        By::Person(viewer).may()?;
        let latest = scope::imports().order_by_desc(import::Column::BegunAt).order_by_desc(import::Column::Id).limit(SHOWN);
        Ok(latest.all(&self.db).await?.iter().map(row).collect())
    }

    /// One import.
    pub async fn import(&self, viewer: &Viewer, id: ImportId) -> Result<ImportView, StoreError> {
        By::Person(viewer).may()?;
        let import = scope::import(id).one(&self.db).await?.ok_or(StoreError::NotFound)?;
        let row = row(&import);
        let damaged = |_| StoreError::Inconsistent { table: "imports", what: "a report that cannot be read" };
        let kept: Kept = serde_json::from_str(&import.report).map_err(damaged)?;
        let by = match import.decided_by {
            Some(person) => members::names::of(&self.db, [person]).await?.remove(&person),
            None => None,
        };
        Ok(ImportView {
            row,
            took_ms: import.took_ms,
            command: import.command,
            digest: import.digest,
            decided: import.decided_at.map(|at| (at, by)),
            kept,
        })
    }
}

fn row(import: &import::Model) -> ImportRow {
    ImportRow {
        id: import.id,
        begun_at: import.begun_at,
        state: import.state,
        kind: import.kind,
        files: import.files.clone(),
        unchanged: import.unchanged,
    }
}
