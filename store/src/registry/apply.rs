//! Bringing one table in line with the file: add, change, end.

use std::collections::HashMap;

use domain::Timestamp;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, Iterable, PrimaryKeyToColumn, QueryFilter, QuerySelect,
};
use uuid::Uuid;

use crate::{StoreError, scope};

use super::report::Tally;

/// The variables one statement may carry: SQLite's limit is 32,766, PostgreSQL's is higher.
const VARIABLES: usize = 30_000;

/// Where a table keeps what every imported row has.
pub(super) struct Columns<E: EntityTrait> {
    pub(super) id: E::Column,
    pub(super) key: E::Column,
    pub(super) digest: E::Column,
    pub(super) ended_at: E::Column,
}

/// What the database holds of one table, by the registry's key.
pub(super) struct Existing {
    rows: HashMap<String, (Uuid, Vec<u8>, bool)>,
}

impl Existing {
    pub(super) async fn load<E: EntityTrait>(db: &impl ConnectionTrait, columns: &Columns<E>) -> Result<Self, StoreError> {
        let rows: Vec<(String, Uuid, Vec<u8>, Option<Timestamp>)> = scope::everything::<E>()
            .select_only()
            .columns([columns.key, columns.id, columns.digest, columns.ended_at])
            .into_tuple()
            .all(db)
            .await?;
        Ok(Self { rows: rows.into_iter().map(|(key, id, digest, ended)| (key, (id, digest, ended.is_some()))).collect() })
    }

    /// The id of each line's row: the one it has, or a new one.
    pub(super) fn ids<'a>(&self, keys: impl Iterator<Item = &'a str>) -> HashMap<&'a str, Uuid> {
        keys.map(|key| (key, self.rows.get(key).map_or_else(Uuid::now_v7, |(id, ..)| *id))).collect()
    }
}

/// Writes what is new or changed and ends what is gone.
///
/// `lines` gives each line's key and digest and a way to make its row; rows are only made where they are written.
pub(super) async fn table<E, A, L>(
    db: &impl ConnectionTrait,
    columns: &Columns<E>,
    existing: &Existing,
    lines: &[L],
    key: impl Fn(&L) -> &str,
    digest: impl Fn(&L) -> Result<Vec<u8>, StoreError>,
    make: impl Fn(&L, Vec<u8>) -> Result<A, StoreError>,
    now: Timestamp,
) -> Result<Tally, StoreError>
where
    E: EntityTrait,
    A: ActiveModelTrait<Entity = E>,
    E::Model: IntoActiveModel<A>,
{
    let mut tally = Tally::default();
    let mut seen = std::collections::HashSet::with_capacity(lines.len());
    let mut write = Vec::new();
    let mut aside = Vec::new();
    for line in lines {
        seen.insert(key(line));
        let digest = digest(line)?;
        match existing.rows.get(key(line)) {
            None => tally.added += 1,
            Some((_, same, false)) if *same == digest => {
                tally.unchanged += 1;
                continue;
            }
            Some((id, _, ended)) => {
                tally.changed += 1;
                aside.extend(Some(*id).filter(|_| !ended));
            }
        }
        write.push(make(line, digest)?);
    }
    let gone = existing.rows.iter().filter(|(key, (.., ended))| !ended && !seen.contains(key.as_str())).map(|(_, (id, ..))| *id);
    let changed = aside.len();
    aside.extend(gone);
    tally.ended = (aside.len() - changed) as u64;
    // What is changed ends with what is gone and comes back when it is written: what only one living row may hold,
    // as a national id, can then move from one row to another, or two rows can exchange it.
    for ids in aside.chunks(VARIABLES) {
        E::update_many()
            .col_expr(columns.ended_at, Expr::value(now))
            .filter(columns.id.is_in(ids.iter().copied()))
            .exec(db)
            .await?;
    }
    let conflict = OnConflict::column(columns.id).update_columns(E::Column::iter().filter(|column| !is_key::<E>(column))).to_owned();
    let per_statement = VARIABLES / E::Column::iter().count().max(1);
    let mut write = write.into_iter().peekable();
    while write.peek().is_some() {
        let batch: Vec<A> = write.by_ref().take(per_statement).collect();
        E::insert_many(batch).on_conflict(conflict.clone()).exec_without_returning(db).await?;
    }
    Ok(tally)
}

fn is_key<E: EntityTrait>(column: &E::Column) -> bool {
    E::PrimaryKey::from_column(*column).is_some()
}
