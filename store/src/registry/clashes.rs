//! What only the database can tell about a difference.

use std::collections::{HashMap, HashSet};

use domain::registry::{Line, LineType, Reason, Rejected};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use crate::entity::member;
use crate::{Store, StoreError, scope};

use super::before::Before;
use super::lines::Lines;

impl Store {
    /// What a difference says that does not go with what is there, and cannot be seen without the database's keys: a
    /// national id that another living member has, and a unit that is ended while members belong to it.
    pub(super) async fn clashes(&self, lines: &[(u64, Line)], sorted: &Lines<'_>, before: &Before) -> Result<Vec<Rejected>, StoreError> {
        let indexers = self.keys.current(&self.db).await?.indexers()?;
        let members = lines.iter().filter_map(|(number, line)| if let Line::Member(line) = line { Some((*number, line)) } else { None });
        let written: HashMap<Vec<u8>, (u64, &str)> = members
            .clone()
            .flat_map(|(number, line)| indexers.iter().map(move |indexer| (indexer.index(&line.national_id), (number, line.id.as_str()))))
            .collect();
        let in_file: HashSet<&str> = members.map(|(_, line)| line.id.as_str()).collect();
        let ended = sorted.ended(LineType::Member);
        let elsewhere = |key: &str| !in_file.contains(key) && !ended.contains(key);
        let mut rejected = Vec::new();
        let indexes: Vec<&Vec<u8>> = written.keys().collect();
        for chunk in indexes.chunks(10_000) {
            let found: Vec<(Vec<u8>, String)> = scope::everything::<member::Entity>()
                .filter(member::Column::EndedAt.is_null())
                .filter(member::Column::NationalIdIndex.is_in(chunk.iter().map(|index| (*index).clone())))
                .select_only()
                .columns([member::Column::NationalIdIndex, member::Column::RegistryKey])
                .into_tuple()
                .all(&self.db)
                .await?;
            for (index, key) in found.into_iter().filter(|(_, key)| elsewhere(key)) {
                let line = written.get(&index).filter(|(_, own)| *own != key).map(|(line, _)| *line);
                rejected.extend(line.map(|line| Rejected { line, reason: Reason::DuplicateNationalId }));
            }
        }
        for (number, key) in closing(lines) {
            let Some(row) = before.units.rows.get(key) else { continue };
            let belonging: Vec<String> = scope::everything::<member::Entity>()
                .filter(member::Column::EndedAt.is_null())
                .filter(member::Column::LocalId.eq(domain::UnitId(row.id)))
                .select_only()
                .column(member::Column::RegistryKey)
                .into_tuple()
                .all(&self.db)
                .await?;
            if belonging.iter().any(|key| elsewhere(key) && !before.left.contains(key)) {
                rejected.push(Rejected { line: number, reason: Reason::StillInUse { id: key.to_owned() } });
            }
        }
        rejected.sort_by_key(|one| one.line);
        Ok(rejected)
    }
}

/// The units that a difference ends, with the numbers of the lines.
fn closing(lines: &[(u64, Line)]) -> impl Iterator<Item = (u64, &str)> {
    lines.iter().filter_map(|(number, line)| match line {
        Line::End(end) if end.of == LineType::Unit => Some((*number, end.id.as_deref()?)),
        Line::Unit(unit) if unit.replaced_by.is_some() => Some((*number, unit.id.as_str())),
        _ => None,
    })
}
