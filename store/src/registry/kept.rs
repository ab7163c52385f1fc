//! What is kept of an import: a report of each, and of one that is held, what the file says, sealed.

use std::io::{BufReader, Write};
use std::time::Instant;

use domain::imports::{ImportState, Kept};
use domain::registry::{FileKind, Line};
use domain::{ImportId, MemberId, Timestamp};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::crypto::Place;
use crate::entity::{import, import_part};
use crate::{Store, StoreError, scope};

use super::import::new_id;
use super::read::read;
use super::report::Source;

/// So much is sealed at a time.
const PART: usize = 1 << 20;

/// A row of the table of imports, before it is known what becomes of it.
pub(super) struct Record {
    id: ImportId,
    begun_at: Timestamp,
    kind: FileKind,
    source: Source,
    pub(super) kept: Kept,
}

/// Somebody's yes.
pub(super) struct Decided {
    pub(super) id: ImportId,
    pub(super) at: Timestamp,
    pub(super) by: Option<MemberId>,
}

impl Record {
    pub(super) fn new(begun_at: Timestamp, kind: FileKind, source: Source) -> Self {
        Self { id: new_id(), begun_at, kind, source, kept: Kept::default() }
    }

    pub(super) fn begun_at(&self) -> Timestamp {
        self.begun_at
    }

    fn row(self, state: ImportState, took_ms: i64) -> Result<import::ActiveModel, StoreError> {
        Ok(import::ActiveModel {
            id: Set(self.id),
            begun_at: Set(self.begun_at),
            took_ms: Set(took_ms),
            command: Set(self.source.command.clone()),
            files: Set(self.source.names()),
            digest: Set(self.source.digest.clone()),
            kind: Set(self.kind),
            state: Set(state),
            decided_at: Set(None),
            decided_by: Set(None),
            unchanged: Set(self.kept.report.is_unchanged()),
            report: Set(written(&self.kept)?),
        })
    }

    /// In the transaction that applies it, so that there is no change without a report.
    pub(super) async fn keep_applied(
        self,
        tx: &impl ConnectionTrait,
        decided: Option<&Decided>,
        clock: Instant,
    ) -> Result<ImportId, StoreError> {
        let Some(decided) = decided else {
            let id = self.id;
            import::Entity::insert(self.row(ImportState::Applied, milliseconds(clock))?).exec_without_returning(tx).await?;
            return Ok(id);
        };
        settle(tx, decided, ImportState::Approved, Some((&self.kept, milliseconds(clock)))).await?;
        Ok(decided.id)
    }
}

fn milliseconds(clock: Instant) -> i64 {
    i64::try_from(clock.elapsed().as_millis()).unwrap_or(i64::MAX)
}

fn written(kept: &Kept) -> Result<String, StoreError> {
    serde_json::to_string(kept).map_err(|_| StoreError::Inconsistent { table: "imports", what: "a report that cannot be written down" })
}

/// Ends the waiting of a held file, and throws away what was sealed; a conflict when somebody was quicker.
pub(super) async fn settle(
    tx: &impl ConnectionTrait,
    decided: &Decided,
    state: ImportState,
    with: Option<(&Kept, i64)>,
) -> Result<(), StoreError> {
    let mut update = import::Entity::update_many()
        .col_expr(import::Column::State, Expr::value(state))
        .col_expr(import::Column::DecidedAt, Expr::value(decided.at))
        .col_expr(import::Column::DecidedBy, Expr::value(decided.by));
    if let Some((kept, took_ms)) = with {
        update = update
            .col_expr(import::Column::Report, Expr::value(written(kept)?))
            .col_expr(import::Column::Unchanged, Expr::value(kept.report.is_unchanged()))
            .col_expr(import::Column::TookMs, Expr::value(took_ms));
    }
    let waiting = import::Column::State.eq(ImportState::Held);
    let updated = update.filter(import::Column::Id.eq(decided.id)).filter(waiting).exec(tx).await?;
    if updated.rows_affected != 1 {
        return Err(StoreError::Conflict);
    }
    import_part::Entity::delete_many().filter(import_part::Column::ImportId.eq(decided.id)).exec(tx).await?;
    Ok(())
}

impl Store {
    pub(super) async fn keep_refused(&self, record: Record) -> Result<ImportId, StoreError> {
        let id = record.id;
        let tx = self.begin().await?;
        import::Entity::insert(record.row(ImportState::Refused, 0)?).exec_without_returning(&tx).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Keeps a file that is held.
    pub(super) async fn keep_held(&self, record: Record, lines: &[(u64, Line)], clock: Instant) -> Result<ImportId, StoreError> {
        let id = record.id;
        let packed = packed(lines)?;
        let (tx, keys) = self.begin_sealing().await?;
        let mut parts = Vec::new();
        for (part, text) in (0..).zip(packed.chunks(PART)) {
            let sealed = keys.seal(&place(id, part), text)?;
            parts.push(import_part::ActiveModel { import_id: Set(id), part: Set(part), sealed: Set(sealed) });
        }
        import::Entity::insert(record.row(ImportState::Held, milliseconds(clock))?).exec_without_returning(&tx).await?;
        for part in parts {
            import_part::Entity::insert(part).exec_without_returning(&tx).await?;
        }
        tx.commit().await?;
        Ok(id)
    }

    /// What a held file says.
    pub(super) async fn held_lines(&self, id: ImportId) -> Result<Vec<(u64, Line)>, StoreError> {
        let parts = scope::parts_of(id).order_by_asc(import_part::Column::Part).all(&self.db).await?;
        let mut packed = zeroize::Zeroizing::new(Vec::new());
        for part in parts {
            packed.extend_from_slice(&self.open_sealed(&place(id, part.part), &part.sealed).await?);
        }
        let damaged = StoreError::Inconsistent { table: "import_parts", what: "a held file that cannot be read" };
        match read(BufReader::new(GzDecoder::new(packed.as_slice()))) {
            Ok(file) if file.rejected.is_empty() => Ok(file.lines),
            _ => Err(damaged),
        }
    }
}

pub(crate) fn place(id: ImportId, part: i32) -> Place {
    Place::new("import_parts", "sealed", format!("{id}/{part}"))
}

/// The lines as they would stand in a file.
fn packed(lines: &[(u64, Line)]) -> Result<Vec<u8>, StoreError> {
    let failed = |_| StoreError::Inconsistent { table: "import_parts", what: "a line that cannot be written down" };
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    for (_, line) in lines {
        let mut text = serde_json::to_vec(line).map_err(|error| failed(error.into()))?;
        text.push(b'\n');
        gzip.write_all(&text).map_err(failed)?;
    }
    gzip.finish().map_err(failed)
}
