//! Bringing one table in line with the file: add, change, end.

use std::collections::{HashMap, HashSet};

use domain::Timestamp;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, Iterable, PrimaryKeyToColumn, QueryFilter, QuerySelect,
};
use serde::Serialize;
use uuid::Uuid;

use crate::crypto::Keys;
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

/// One table as it was before the file: what the database holds, by the registry's key.
pub(super) struct Table<E: EntityTrait> {
    columns: Columns<E>,
    rows: HashMap<String, Row>,
}

struct Row {
    id: Uuid,
    digest: Vec<u8>,
    ended: bool,
}

impl<E: EntityTrait> Table<E> {
    pub(super) async fn load(db: &impl ConnectionTrait, columns: Columns<E>) -> Result<Self, StoreError> {
        let rows: Vec<(String, Uuid, Vec<u8>, Option<Timestamp>)> = scope::everything::<E>()
            .select_only()
            .columns([columns.key, columns.id, columns.digest, columns.ended_at])
            .into_tuple()
            .all(db)
            .await?;
        let rows = rows.into_iter().map(|(key, id, digest, ended)| (key, Row { id, digest, ended: ended.is_some() })).collect();
        Ok(Self { columns, rows })
    }

    /// The id of each line's row: the one it has, or a new one.
    pub(super) fn ids<'a>(&self, keys: impl Iterator<Item = &'a str>) -> HashMap<&'a str, Uuid> {
        keys.map(|key| (key, self.rows.get(key).map_or_else(Uuid::now_v7, |row| row.id))).collect()
    }

    /// Writes what is new or changed and ends what is gone. `make` is called only for rows that are written.
    pub(super) async fn apply<A, L>(
        &self,
        db: &impl ConnectionTrait,
        keys: &Keys,
        lines: &[L],
        key: impl Fn(&L) -> &str,
        make: impl Fn(&L, Vec<u8>) -> Result<A, StoreError>,
        now: Timestamp,
    ) -> Result<Tally, StoreError>
    where
        A: ActiveModelTrait<Entity = E>,
        E::Model: IntoActiveModel<A>,
        L: Serialize,
    {
        let mut tally = Tally::default();
        let mut seen = HashSet::with_capacity(lines.len());
        let mut write = Vec::new();
        let mut aside = Vec::new();
        for line in lines {
            seen.insert(key(line));
            let digest = keys.digest(line)?;
            match self.rows.get(key(line)) {
                None => tally.added += 1,
                Some(row) if !row.ended && row.digest == digest => {
                    tally.unchanged += 1;
                    continue;
                }
                Some(row) => {
                    tally.changed += 1;
                    aside.extend(Some(row.id).filter(|_| !row.ended));
                }
            }
            write.push(make(line, digest)?);
        }
        let gone = self.rows.iter().filter(|(key, row)| !row.ended && !seen.contains(key.as_str()));
        tally.ended = self.end(db, gone.map(|(_, row)| row.id).collect(), now).await?;
        // What is changed is ended with what is gone, and comes back as it is written: what only one living row may
        // hold, as a national id, can so move from one row to another, or be exchanged between two.
        self.end(db, aside, now).await?;
        self.write(db, write).await?;
        Ok(tally)
    }

    async fn write<A>(&self, db: &impl ConnectionTrait, rows: Vec<A>) -> Result<(), StoreError>
    where
        A: ActiveModelTrait<Entity = E>,
        E::Model: IntoActiveModel<A>,
    {
        let conflict =
            OnConflict::column(self.columns.id).update_columns(E::Column::iter().filter(|column| !is_key::<E>(column))).to_owned();
        let per_statement = VARIABLES / E::Column::iter().count().max(1);
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let batch: Vec<A> = rows.by_ref().take(per_statement).collect();
            E::insert_many(batch).on_conflict(conflict.clone()).exec_without_returning(db).await?;
        }
        Ok(())
    }

    async fn end(&self, db: &impl ConnectionTrait, gone: Vec<Uuid>, now: Timestamp) -> Result<u64, StoreError> {
        for ids in gone.chunks(VARIABLES) {
            E::update_many()
                .col_expr(self.columns.ended_at, Expr::value(now))
                .filter(self.columns.id.is_in(ids.iter().copied()))
                .exec(db)
                .await?;
        }
        Ok(gone.len() as u64)
    }
}

fn is_key<E: EntityTrait>(column: &E::Column) -> bool {
    E::PrimaryKey::from_column(*column).is_some()
}
