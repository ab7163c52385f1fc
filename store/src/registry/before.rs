//! What the database holds before a file is compared with it. Read outside the transaction that writes: the generation
//! tells whether it is still so when that begins.

use std::collections::{HashMap, HashSet};

use domain::identity::OrgNumber;
use domain::registry::{FileKind, Line, LineType, MandateLine, Reason, Rejected, Standing, UnitLine, quotable};
use domain::{Date, MemberId, UnitId};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::entity::{coverage, employment, mandate, member, unit};
use crate::reach::Facts;
use crate::{StoreError, scope};

use super::generation;
use super::table::{Columns, Table};

pub(super) struct Before {
    pub(super) generation: i64,
    pub(super) units: Table,
    pub(super) members: Table,
    pub(super) employments: Table,
    pub(super) mandates: Table,
    /// Name and parent of every living unit.
    pub(super) named: HashMap<Uuid, (String, Option<UnitId>)>,
    /// Whether each coverage has ended.
    pub(super) coverages: HashMap<(UnitId, OrgNumber), bool>,
    /// The keys of living members who have left, and of living mandates whose last day has gone by.
    pub(super) left: HashSet<String>,
    pub(super) over: HashSet<String>,
    /// Whose each mandate is, or was.
    pub(super) holders: HashMap<String, Uuid>,
    /// What a difference builds on.
    pub(super) standing: Standing,
    pub(super) facts: Facts,
}

const UNITS: Columns<unit::Entity> =
    Columns { id: unit::Column::Id, key: unit::Column::RegistryKey, digest: unit::Column::Digest, ended_at: unit::Column::EndedAt };
const MEMBERS: Columns<member::Entity> =
    Columns { id: member::Column::Id, key: member::Column::RegistryKey, digest: member::Column::Digest, ended_at: member::Column::EndedAt };
const EMPLOYMENTS: Columns<employment::Entity> = Columns {
    id: employment::Column::Id,
    key: employment::Column::RegistryKey,
    digest: employment::Column::Digest,
    ended_at: employment::Column::EndedAt,
};
const MANDATES: Columns<mandate::Entity> = Columns {
    id: mandate::Column::Id,
    key: mandate::Column::RegistryKey,
    digest: mandate::Column::Digest,
    ended_at: mandate::Column::EndedAt,
};

impl Before {
    pub(super) async fn load(db: &impl ConnectionTrait, kind: FileKind, today: Date) -> Result<Self, StoreError> {
        let generation = generation::current(db).await?;
        let mut before = Self {
            generation,
            units: Table::load(db, UNITS).await?,
            members: Table::load(db, MEMBERS).await?,
            employments: Table::load(db, EMPLOYMENTS).await?,
            mandates: Table::load(db, MANDATES).await?,
            named: HashMap::new(),
            coverages: HashMap::new(),
            left: HashSet::new(),
            over: HashSet::new(),
            holders: HashMap::new(),
            standing: Standing::default(),
            facts: Facts::default(),
        };
        before.left = scope::everything::<member::Entity>()
            .filter(member::Column::EndedAt.is_null())
            .filter(member::Column::LeftOn.lt(today))
            .select_only()
            .column(member::Column::RegistryKey)
            .into_tuple::<String>()
            .all(db)
            .await?
            .into_iter()
            .collect();
        let holders: Vec<(String, MemberId)> = scope::everything::<mandate::Entity>()
            .select_only()
            .columns([mandate::Column::RegistryKey, mandate::Column::MemberId])
            .into_tuple()
            .all(db)
            .await?;
        before.holders = holders.into_iter().map(|(key, member)| (key, member.0)).collect();
        let units = scope::units().filter(unit::Column::EndedAt.is_null()).all(db).await?;
        before.named = units.iter().map(|unit| (unit.id.0, (unit.name.clone(), unit.parent_id))).collect();
        let coverages = scope::everything::<coverage::Entity>().all(db).await?;
        before.coverages = coverages.iter().map(|row| ((row.unit_id, row.employer_number), row.ended_at.is_some())).collect();
        let mandates = scope::everything::<mandate::Entity>().filter(mandate::Column::EndedAt.is_null()).all(db).await?;
        let over = mandates.iter().filter(|mandate| mandate.to_date.is_some_and(|to| to < today));
        before.over = over.map(|mandate| mandate.registry_key.clone()).collect();
        if kind == FileKind::Difference {
            before.facts = Facts::load(db).await?;
            before.standing = before.standing(units, mandates);
        }
        Ok(before)
    }

    /// Mandates whose ids stand for somebody else's: who held an office is history, which no file may overwrite.
    pub(super) fn taken_over(&self, lines: &[(u64, Line)]) -> Vec<Rejected> {
        let taken = |(number, line): &(u64, Line)| {
            let Line::Mandate(line) = line else { return None };
            let holder = self.holders.get(&line.id)?;
            let same = self.members.rows.get(&line.member).is_some_and(|row| row.id == *holder);
            (!same).then(|| Rejected { line: *number, reason: Reason::MandateOfAnother { id: quotable(&line.id) } })
        };
        lines.iter().filter_map(taken).collect()
    }

    /// The same as lines, by the registry's keys.
    fn standing(&self, units: Vec<unit::Model>, mandates: Vec<mandate::Model>) -> Standing {
        let keys = |table: &Table| table.rows.iter().map(|(key, row)| (row.id, key.clone())).collect::<HashMap<_, _>>();
        let living = |table: &Table| table.living().map(|(key, _)| key.clone()).collect::<HashSet<_>>();
        let (unit_keys, member_keys) = (keys(&self.units), keys(&self.members));
        let mut standing = Standing { members: living(&self.members), employments: living(&self.employments), ..Standing::default() };
        for (of, table) in [
            (LineType::Unit, &self.units),
            (LineType::Member, &self.members),
            (LineType::Employment, &self.employments),
            (LineType::Mandate, &self.mandates),
        ] {
            standing.ended.extend(table.rows.iter().filter(|(_, row)| row.ended).map(|(key, _)| (of, key.clone())));
        }
        for ((unit, employer), ended) in &self.coverages {
            let Some(key) = unit_keys.get(&unit.0) else { continue };
            if *ended {
                standing.ended.insert((LineType::Coverage, format!("{key} {employer}")));
            } else {
                standing.coverages.insert((key.clone(), *employer));
            }
        }
        let unit_key = |id: UnitId| unit_keys.get(&id.0).cloned();
        standing.units = units
            .into_iter()
            .map(|unit| UnitLine {
                id: unit.registry_key,
                kind: unit.kind,
                name: unit.name,
                parent: unit.parent_id.and_then(unit_key),
                phone: None,
                email: None,
                replaced_by: None,
            })
            .collect();
        let mandate_keys: HashMap<_, _> = mandates.iter().map(|mandate| (mandate.id, mandate.registry_key.clone())).collect();
        standing.mandates = mandates
            .into_iter()
            .filter_map(|mandate| {
                Some(MandateLine {
                    id: mandate.registry_key,
                    member: member_keys.get(&mandate.member_id.0)?.clone(),
                    office: mandate.office,
                    unit: unit_key(mandate.unit_id)?,
                    workplace: mandate.workplace_number,
                    from: mandate.from_date,
                    to: mandate.term_ends_on,
                    elected: mandate.elected_on,
                    employer_notified: mandate.employer_notified_on,
                    substitute_for: mandate.substitute_for.map(|id| mandate_keys.get(&id).cloned().unwrap_or_default()),
                    revoked: mandate.revoked_on,
                })
            })
            .collect();
        standing
    }
}
