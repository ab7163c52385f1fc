//! Who is in which club, derived from coverages, employments and the employers' parents.

use std::collections::{HashMap, HashSet};

use domain::identity::OrgNumber;
use domain::org::{CoveringClub, UnitKind, clubs_among};
use domain::{Date, EmploymentId, MemberId, UnitId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};

use crate::entity::{club_member, coverage, employer_unit, employment, member, unit};
use crate::{StoreError, scope};

use super::bulk::Bulk;

/// A living employment: all that decides about clubs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Job {
    pub(super) id: EmploymentId,
    pub(super) member: MemberId,
    pub(super) workplace: OrgNumber,
    pub(super) from: Date,
    pub(super) to: Option<Date>,
}

/// What clubs are derived from.
#[derive(Default)]
pub(super) struct Facts {
    /// The local of each living club.
    pub(super) clubs: HashMap<UnitId, UnitId>,
    /// Which clubs cover what.
    pub(super) coverages: HashSet<(UnitId, OrgNumber)>,
    /// The local of each living member.
    pub(super) locals: HashMap<MemberId, UnitId>,
    /// Every living employment.
    pub(super) jobs: HashMap<EmploymentId, Job>,
}

/// What is to be written: only what differs, because on SQLite everybody waits as long as writing takes.
#[derive(Default)]
pub(super) struct ClubChanges {
    stale: Vec<EmploymentId>,
    rows: Vec<club_member::Model>,
}

impl Facts {
    /// As the database has them.
    pub(super) async fn load(db: &impl ConnectionTrait) -> Result<Self, StoreError> {
        let clubs = scope::units().filter(unit::Column::Kind.eq(UnitKind::Club)).filter(unit::Column::EndedAt.is_null()).all(db).await?;
        let coverages = scope::everything::<coverage::Entity>().filter(coverage::Column::EndedAt.is_null()).all(db).await?;
        let locals: Vec<(MemberId, UnitId)> = scope::everything::<member::Entity>()
            .filter(member::Column::EndedAt.is_null())
            .select_only()
            .columns([member::Column::Id, member::Column::LocalId])
            .into_tuple()
            .all(db)
            .await?;
        let jobs: Vec<(EmploymentId, MemberId, OrgNumber, Date, Option<Date>)> = scope::everything::<employment::Entity>()
            .filter(employment::Column::EndedAt.is_null())
            .select_only()
            .columns([
                employment::Column::Id,
                employment::Column::MemberId,
                employment::Column::WorkplaceNumber,
                employment::Column::FromDate,
                employment::Column::ToDate,
            ])
            .into_tuple()
            .all(db)
            .await?;
        Ok(Self {
            clubs: clubs.into_iter().filter_map(|club| Some((club.id, club.parent_id?))).collect(),
            coverages: coverages.into_iter().map(|row| (row.unit_id, row.employer_number)).collect(),
            locals: locals.into_iter().collect(),
            jobs: jobs.into_iter().map(|(id, member, workplace, from, to)| (id, Job { id, member, workplace, from, to })).collect(),
        })
    }

    /// Where anybody works.
    pub(super) fn workplaces(&self) -> impl Iterator<Item = OrgNumber> {
        self.jobs.values().map(|job| job.workplace)
    }

    /// Compares what follows from the facts with the rows that are there.
    pub(super) fn compare(&self, parents: &HashMap<OrgNumber, OrgNumber>, rows: Vec<club_member::Model>) -> ClubChanges {
        let mut covering: HashMap<OrgNumber, Vec<CoveringClub>> = HashMap::new();
        for (club, employer) in &self.coverages {
            if let Some(local) = self.clubs.get(club) {
                covering.entry(*employer).or_default().push(CoveringClub { club: *club, local: *local });
            }
        }
        let mut old: HashMap<EmploymentId, Vec<club_member::Model>> = HashMap::new();
        for row in rows {
            old.entry(row.employment_id).or_default().push(row);
        }
        // By workplace: thousands have the same.
        let mut there: HashMap<OrgNumber, Vec<CoveringClub>> = HashMap::new();
        let mut changes = ClubChanges::default();
        for job in self.jobs.values() {
            let Some(local) = self.locals.get(&job.member) else { continue };
            let clubs = there.entry(job.workplace).or_insert_with(|| {
                let mut clubs: Vec<CoveringClub> =
                    ancestors(job.workplace, parents).filter_map(|number| covering.get(&number)).flatten().copied().collect();
                clubs.sort_unstable();
                clubs.dedup();
                clubs
            });
            let mut now: Vec<club_member::Model> = clubs_among(*local, clubs)
                .map(|club| club_member::Model {
                    club_id: club,
                    member_id: job.member,
                    employment_id: job.id,
                    workplace_number: job.workplace,
                    from_date: job.from,
                    to_date: job.to,
                })
                .collect();
            now.sort_unstable_by_key(|row| row.club_id);
            let mut before = old.remove(&job.id).unwrap_or_default();
            before.sort_unstable_by_key(|row| row.club_id);
            if before != now {
                changes.stale.extend(before.first().map(|row| row.employment_id));
                changes.rows.extend(now);
            }
        }
        changes.stale.extend(old.into_keys());
        // In the order of the table's key, which is quickest to write.
        changes.rows.sort_unstable_by_key(|row| (row.club_id, row.member_id, row.employment_id));
        changes
    }
}

impl ClubChanges {
    pub(super) fn len(&self) -> usize {
        self.stale.len() + self.rows.len()
    }

    pub(super) async fn write(self, db: &impl ConnectionTrait) -> Result<(), StoreError> {
        for ids in self.stale.chunks(10_000) {
            club_member::Entity::delete_many().filter(club_member::Column::EmploymentId.is_in(ids.iter().copied())).exec(db).await?;
        }
        let rows = self.rows.into_iter().map(|row| Ok(row.into_active_model()));
        Bulk::<club_member::Entity>::new(db.get_database_backend()).upsert(db, rows).await
    }
}

/// Everybody's clubs, as they are in the database.
pub(super) async fn rows(db: &impl ConnectionTrait) -> Result<Vec<club_member::Model>, StoreError> {
    Ok(scope::everything::<club_member::Entity>().all(db).await?)
}

/// Brings `club_members` up to date, in the transaction that changed the employers.
pub(crate) async fn derive(db: &impl ConnectionTrait) -> Result<(), StoreError> {
    let facts = Facts::load(db).await?;
    let parents = parents(db, facts.workplaces()).await?;
    let changes = facts.compare(&parents, rows(db).await?);
    changes.write(db).await
}

/// The parent of each of these employer units, of the parents too, and so on up: as many queries as the chain is long.
pub(crate) async fn parents(
    db: &impl ConnectionTrait,
    of: impl Iterator<Item = OrgNumber>,
) -> Result<HashMap<OrgNumber, OrgNumber>, StoreError> {
    let mut parents = HashMap::new();
    let mut asked: HashSet<OrgNumber> = of.collect();
    let mut level: Vec<OrgNumber> = asked.iter().copied().collect();
    while !level.is_empty() {
        let mut above = Vec::new();
        for chunk in level.chunks(10_000) {
            let rows: Vec<(OrgNumber, Option<OrgNumber>)> = scope::employer_units()
                .filter(employer_unit::Column::Number.is_in(chunk.iter().copied()))
                .select_only()
                .columns([employer_unit::Column::Number, employer_unit::Column::ParentNumber])
                .into_tuple()
                .all(db)
                .await?;
            for (number, parent) in rows.into_iter().filter_map(|(number, parent)| Some((number, parent?))) {
                parents.insert(number, parent);
                if asked.insert(parent) {
                    above.push(parent);
                }
            }
        }
        level = above;
    }
    Ok(parents)
}

/// The unit itself and everything above it; a loop in the register ends the walk.
fn ancestors(number: OrgNumber, parents: &HashMap<OrgNumber, OrgNumber>) -> impl Iterator<Item = OrgNumber> {
    let mut seen = HashSet::new();
    std::iter::successors(Some(number), |number| parents.get(number).copied()).take_while(move |number| seen.insert(*number))
}
