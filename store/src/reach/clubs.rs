//! Who is in which club, from coverages, employments and the employers' parents.

use std::collections::{HashMap, HashSet};

use domain::identity::OrgNumber;
use domain::org::{CoveringClub, clubs_among};
use domain::{EmploymentId, MemberId, UnitId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

use crate::bulk::Bulk;
use crate::entity::club_member;
use crate::{StoreError, scope};

use super::facts::Facts;
use super::periods::Period;

/// The rows that should be there, by employment; an employment that puts nobody in a club has none.
pub(super) struct Clubs(HashMap<EmploymentId, Vec<club_member::Model>>);

/// What is to be written: only what differs, because on SQLite everybody waits as long as writing takes.
#[derive(Default)]
pub(super) struct ClubChanges {
    stale: Vec<EmploymentId>,
    rows: Vec<club_member::Model>,
}

impl Clubs {
    pub(super) fn of(facts: &Facts, parents: &HashMap<OrgNumber, OrgNumber>) -> Self {
        let mut covering: HashMap<OrgNumber, Vec<CoveringClub>> = HashMap::new();
        for (club, employer) in &facts.coverages {
            if let Some(local) = facts.clubs.get(club) {
                covering.entry(*employer).or_default().push(CoveringClub { club: *club, local: *local });
            }
        }
        // By workplace: thousands have the same.
        let mut there: HashMap<OrgNumber, Vec<CoveringClub>> = HashMap::new();
        let mut rows = HashMap::with_capacity(facts.jobs.len());
        for (id, job) in &facts.jobs {
            let Some(person) = facts.people.get(&job.member) else { continue };
            let clubs = there.entry(job.workplace).or_insert_with(|| {
                let mut clubs: Vec<CoveringClub> =
                    ancestors(job.workplace, parents).filter_map(|number| covering.get(&number)).flatten().copied().collect();
                clubs.sort_unstable();
                clubs.dedup();
                clubs
            });
            let mut now: Vec<club_member::Model> = clubs_among(person.local, clubs)
                .map(|club| club_member::Model {
                    club_id: club,
                    member_id: job.member,
                    employment_id: *id,
                    workplace_number: job.workplace,
                    from_date: job.from,
                    to_date: job.to,
                })
                .collect();
            if !now.is_empty() {
                now.sort_unstable_by_key(|row| row.club_id);
                rows.insert(*id, now);
            }
        }
        Self(rows)
    }

    /// The clubs of each member, and when.
    pub(super) fn of_members(&self) -> HashMap<MemberId, Vec<(UnitId, Period)>> {
        let mut clubs: HashMap<MemberId, Vec<(UnitId, Period)>> = HashMap::new();
        for row in self.0.values().flatten() {
            clubs.entry(row.member_id).or_default().push((row.club_id, Period { from: row.from_date, to: row.to_date }));
        }
        clubs
    }

    /// What differs from the rows that are there.
    pub(super) async fn against(self, db: &impl ConnectionTrait) -> Result<ClubChanges, StoreError> {
        let mut old: HashMap<EmploymentId, Vec<club_member::Model>> = HashMap::new();
        for row in scope::everything::<club_member::Entity>().all(db).await? {
            old.entry(row.employment_id).or_default().push(row);
        }
        let mut changes = ClubChanges::default();
        for (job, now) in self.0 {
            let mut before = old.remove(&job).unwrap_or_default();
            before.sort_unstable_by_key(|row| row.club_id);
            if before != now {
                changes.stale.extend(before.first().map(|row| row.employment_id));
                changes.rows.extend(now);
            }
        }
        changes.stale.extend(old.into_keys());
        // In the order of the table's key, which is quickest to write.
        changes.rows.sort_unstable_by_key(|row| (row.club_id, row.member_id, row.employment_id));
        Ok(changes)
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

/// The unit itself and everything above it; a loop in the register ends the walk.
fn ancestors(number: OrgNumber, parents: &HashMap<OrgNumber, OrgNumber>) -> impl Iterator<Item = OrgNumber> {
    let mut seen = HashSet::new();
    std::iter::successors(Some(number), |number| parents.get(number).copied()).take_while(move |number| seen.insert(*number))
}
