//! The import as a whole.

use std::collections::HashSet;

use domain::identity::{Accept, OrgNumber};
use domain::org::UnitKind;
use domain::registry::{CoverageLine, EmploymentLine, Line, MandateLine, MemberLine, Rejected, UnitLine, check};
use sea_orm::sea_query::LockType;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};

use crate::entity::{coverage, employer_unit, employment, mandate, member, unit};
use crate::{Store, StoreError, scope};

use super::apply::{Columns, Table};
use super::report::{Report, Tally};
use super::{clubs, helpers, rows};

/// What came of a file.
#[derive(Debug)]
pub enum Outcome {
    /// Something in it is wrong; nothing was changed.
    Rejected(Vec<Rejected>),
    /// It was applied, whole.
    Applied(Report),
    /// It would be applied; nothing was changed.
    WouldApply(Report),
}

/// The lines, each kind by itself.
#[derive(Default)]
struct Lines {
    units: Vec<UnitLine>,
    coverages: Vec<CoverageLine>,
    members: Vec<MemberLine>,
    employments: Vec<EmploymentLine>,
    mandates: Vec<MandateLine>,
}

impl Lines {
    fn sorted(lines: Vec<(u64, Line)>) -> Self {
        let mut sorted = Self::default();
        for (_, line) in lines {
            match line {
                Line::Unit(line) => sorted.units.push(line),
                Line::Coverage(line) => sorted.coverages.push(line),
                Line::Member(line) => sorted.members.push(line),
                Line::Employment(line) => sorted.employments.push(line),
                Line::Mandate(line) => sorted.mandates.push(line),
            }
        }
        sorted
    }
}

impl Store {
    /// Applies a full registry file, or says what is wrong with it. A dry run undoes what it did.
    pub async fn import_registry(&self, lines: Vec<(u64, Line)>, accept: Accept, dry_run: bool) -> Result<Outcome, StoreError> {
        let tx = self.begin().await?;
        alone(&tx).await?;
        let known = known_employers(&tx, &lines).await?;
        let rejected = check(&lines, accept, &|number| known.contains(number));
        if !rejected.is_empty() {
            return Ok(Outcome::Rejected(rejected));
        }
        let report = self.apply(&tx, &Lines::sorted(lines)).await?;
        if dry_run {
            return Ok(Outcome::WouldApply(report));
        }
        tx.commit().await?;
        Ok(Outcome::Applied(report))
    }

    async fn apply(&self, tx: &impl ConnectionTrait, lines: &Lines) -> Result<Report, StoreError> {
        let now = self.clock.now();
        let keys = &self.keys;
        let old_units = Table::load(tx, UNITS).await?;
        let old_members = Table::load(tx, MEMBERS).await?;
        let old_employments = Table::load(tx, EMPLOYMENTS).await?;
        let old_mandates = Table::load(tx, MANDATES).await?;
        let units = old_units.ids(lines.units.iter().map(|line| line.id.as_str()));
        let members = old_members.ids(lines.members.iter().map(|line| line.id.as_str()));
        let employments = old_employments.ids(lines.employments.iter().map(|line| line.id.as_str()));
        let mandates = old_mandates.ids(lines.mandates.iter().map(|line| line.id.as_str()));
        let unit = |line: &UnitLine, digest| rows::unit(line, digest, &units);
        let member = |line: &MemberLine, digest| rows::member(line, digest, &members, &units, keys);
        let employment = |line: &EmploymentLine, digest| rows::employment(line, digest, &employments, &members);
        let mandate = |line: &MandateLine, digest| rows::mandate(line, digest, &mandates, &members, &units);
        // In this order, because each points at those before it.
        let report = Report {
            units: old_units.apply(tx, keys, &lines.units, |line| &line.id, unit, now).await?,
            coverages: coverages(tx, &lines.coverages, &units, now).await?,
            members: old_members.apply(tx, keys, &lines.members, |line| &line.id, member, now).await?,
            employments: old_employments.apply(tx, keys, &lines.employments, |line| &line.id, employment, now).await?,
            mandates: old_mandates.apply(tx, keys, &lines.mandates, |line| &line.id, mandate, now).await?,
        };
        helpers::write(tx, &lines.members, &members).await?;
        clubs::derive(tx).await?;
        crate::reach::derive(tx).await?;
        Ok(report)
    }
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

/// Waits until no other import is under way, of this kind or of the other: the union's own row stands for all of it.
/// (SQLite has one writer, and knows no such lock.)
pub(crate) async fn alone(tx: &DatabaseTransaction) -> Result<(), StoreError> {
    scope::units().filter(unit::Column::Kind.eq(UnitKind::Union)).lock(LockType::NoKeyUpdate).all(tx).await?;
    Ok(())
}

/// Which of the employers that the file names the business register has.
async fn known_employers(db: &impl ConnectionTrait, lines: &[(u64, Line)]) -> Result<HashSet<OrgNumber>, StoreError> {
    let named: HashSet<OrgNumber> = lines
        .iter()
        .filter_map(|(_, line)| match line {
            Line::Coverage(line) => Some(line.employer),
            Line::Employment(line) => Some(line.workplace),
            Line::Mandate(line) => line.workplace,
            Line::Unit(_) | Line::Member(_) => None,
        })
        .collect();
    let named: Vec<OrgNumber> = named.into_iter().collect();
    let mut known = HashSet::with_capacity(named.len());
    for chunk in named.chunks(10_000) {
        let found: Vec<OrgNumber> = scope::employer_units()
            .filter(employer_unit::Column::Number.is_in(chunk.iter().copied()))
            .select_only()
            .column(employer_unit::Column::Number)
            .into_tuple()
            .all(db)
            .await?;
        known.extend(found);
    }
    Ok(known)
}

/// Coverages have no contents beside their two ends, so they are there or they are not.
async fn coverages(
    db: &impl ConnectionTrait,
    lines: &[CoverageLine],
    units: &rows::Ids<'_>,
    now: domain::Timestamp,
) -> Result<Tally, StoreError> {
    use sea_orm::ActiveValue::Set;
    use sea_orm::sea_query::{Expr, OnConflict};

    let mut old: std::collections::HashMap<_, _> = scope::everything::<coverage::Entity>()
        .all(db)
        .await?
        .into_iter()
        .map(|row| ((row.unit_id, row.employer_number), row.ended_at.is_some()))
        .collect();
    let mut tally = Tally::default();
    let mut write = Vec::new();
    for line in lines {
        let Some(unit_id) = units.get(line.unit.as_str()).copied().map(domain::UnitId) else { continue };
        match old.remove(&(unit_id, line.employer)) {
            None => tally.added += 1,
            Some(true) => tally.changed += 1,
            Some(false) => {
                tally.unchanged += 1;
                continue;
            }
        }
        write.push(coverage::ActiveModel { unit_id: Set(unit_id), employer_number: Set(line.employer), ended_at: Set(None) });
    }
    for batch in write.chunks(5_000) {
        coverage::Entity::insert_many(batch.iter().cloned())
            .on_conflict(
                OnConflict::columns([coverage::Column::UnitId, coverage::Column::EmployerNumber])
                    .update_column(coverage::Column::EndedAt)
                    .to_owned(),
            )
            .exec_without_returning(db)
            .await?;
    }
    for ((unit_id, employer), _) in old.into_iter().filter(|(_, ended)| !ended) {
        coverage::Entity::update_many()
            .col_expr(coverage::Column::EndedAt, Expr::value(now))
            .filter(coverage::Column::UnitId.eq(unit_id))
            .filter(coverage::Column::EmployerNumber.eq(employer))
            .exec(db)
            .await?;
        tally.ended += 1;
    }
    Ok(tally)
}
