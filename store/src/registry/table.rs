//! One table compared with the file: what is new, changed, unchanged, gone.

use std::collections::{HashMap, HashSet};

use domain::Timestamp;
use domain::imports::Tally;
use rayon::prelude::*;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QuerySelect};
use serde::Serialize;
use uuid::Uuid;

use crate::crypto::Digester;
use crate::{StoreError, scope};

/// Where a table keeps what every imported row has.
pub(super) struct Columns<E: EntityTrait> {
    pub(super) id: E::Column,
    pub(super) key: E::Column,
    pub(super) digest: E::Column,
    pub(super) ended_at: E::Column,
}

/// One table as it was before the file: what the database holds, by the registry's key.
#[derive(Default)]
pub(super) struct Table {
    pub(super) rows: HashMap<String, Row>,
}

pub(super) struct Row {
    pub(super) id: Uuid,
    pub(super) digest: Vec<u8>,
    pub(super) ended: bool,
}

/// A line that is to be written as a row.
pub(super) struct Write {
    /// Its place among the lines of its type.
    pub(super) line: usize,
    pub(super) id: Uuid,
    pub(super) digest: Vec<u8>,
    /// Whether there is a living row already.
    pub(super) living: bool,
}

/// What is to happen to one table.
#[derive(Default)]
pub(super) struct Changes {
    pub(super) tally: Tally,
    pub(super) write: Vec<Write>,
    /// The keys and ids of what is no more.
    pub(super) gone: Vec<(String, Uuid)>,
}

/// What a file ends.
pub(super) enum Gone<'a> {
    /// Whatever is not in it.
    Absent,
    /// What it names.
    Named(&'a HashSet<String>),
}

impl Table {
    pub(super) async fn load<E: EntityTrait>(db: &impl ConnectionTrait, columns: Columns<E>) -> Result<Self, StoreError>
    where
        E::Column: ColumnTrait,
    {
        let rows: Vec<(String, Uuid, Vec<u8>, Option<Timestamp>)> = scope::everything::<E>()
            .select_only()
            .columns([columns.key, columns.id, columns.digest, columns.ended_at])
            .into_tuple()
            .all(db)
            .await?;
        let rows = rows.into_iter().map(|(key, id, digest, ended)| (key, Row { id, digest, ended: ended.is_some() })).collect();
        Ok(Self { rows })
    }

    pub(super) fn living(&self) -> impl Iterator<Item = (&String, &Row)> {
        self.rows.iter().filter(|(_, row)| !row.ended)
    }

    /// Compares. `closes` says of a line that what it tells of has ended.
    pub(super) fn compare<L: Serialize + Sync>(
        &self,
        lines: &[L],
        key: impl Fn(&L) -> &str + Sync,
        closes: impl Fn(&L) -> bool,
        gone: &Gone<'_>,
        digester: &Digester,
    ) -> Result<Changes, StoreError> {
        let digests: Vec<Vec<u8>> = lines.par_iter().map(|line| digester.digest(line)).collect::<Result<_, _>>()?;
        let mut changes = Changes::default();
        let mut seen = HashSet::with_capacity(lines.len());
        for (at, (line, digest)) in lines.iter().zip(digests).enumerate() {
            seen.insert(key(line));
            let row = self.rows.get(key(line));
            let tally = &mut changes.tally;
            match row {
                None => tally.added += 1,
                Some(row) if row.ended == closes(line) && digester.is_same(&row.digest, &digest, line) => {
                    tally.unchanged += 1;
                    continue;
                }
                Some(row) if !row.ended && closes(line) => tally.ended += 1,
                Some(_) => tally.changed += 1,
            }
            let living = row.is_some_and(|row| !row.ended);
            changes.write.push(Write { line: at, id: row.map_or_else(Uuid::now_v7, |row| row.id), digest, living });
        }
        let is_gone = |key: &str| match gone {
            Gone::Absent => !seen.contains(key),
            Gone::Named(named) => named.contains(key),
        };
        changes.gone = self.living().filter(|(key, _)| is_gone(key)).map(|(key, row)| (key.clone(), row.id)).collect();
        changes.tally.ended += changes.gone.len() as u64;
        if let Gone::Named(named) = gone {
            changes.tally.unchanged += named.iter().filter(|key| self.rows.get(*key).is_some_and(|row| row.ended)).count() as u64;
        }
        Ok(changes)
    }
}

/// The ids of rows by the registry's key: of those that are there, and of those that are to be.
pub(super) struct Ids<'a> {
    table: &'a Table,
    new: HashMap<&'a str, Uuid>,
}

impl<'a> Ids<'a> {
    pub(super) fn of<L>(table: &'a Table, changes: &Changes, lines: &'a [L], key: impl Fn(&'a L) -> &'a str) -> Self {
        let new = |write: &Write| Some((key(lines.get(write.line)?), write.id));
        Self { table, new: changes.write.iter().filter_map(new).collect() }
    }

    pub(super) fn get(&self, key: &str) -> Option<Uuid> {
        self.new.get(key).copied().or_else(|| self.table.rows.get(key).map(|row| row.id))
    }
}
