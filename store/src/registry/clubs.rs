//! Who is in which club, derived anew from coverages, employments and the employers' parents.

use std::collections::{HashMap, HashSet};

use domain::identity::OrgNumber;
use domain::org::{CoveringClub, UnitKind, clubs_among};
use domain::{EmploymentId, MemberId, UnitId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};

use crate::entity::{club_member, coverage, employer_unit, employment, member, unit};
use crate::{StoreError, scope};

/// Brings `club_members` up to date, in the transaction that changed what it is made from. Only what differs is written:
/// on SQLite everybody waits as long as this takes.
pub(crate) async fn derive(db: &impl ConnectionTrait) -> Result<(), StoreError> {
    let covering = covering(db).await?;
    let employments = scope::everything::<employment::Entity>().filter(employment::Column::EndedAt.is_null()).all(db).await?;
    let parents = parents(db, employments.iter().map(|row| row.workplace_number)).await?;
    let locals: HashMap<MemberId, UnitId> = scope::everything::<member::Entity>()
        .filter(member::Column::EndedAt.is_null())
        .select_only()
        .columns([member::Column::Id, member::Column::LocalId])
        .into_tuple::<(MemberId, UnitId)>()
        .all(db)
        .await?
        .into_iter()
        .collect();

    let mut old: HashMap<EmploymentId, Vec<club_member::Model>> = HashMap::new();
    for row in scope::everything::<club_member::Entity>().all(db).await? {
        old.entry(row.employment_id).or_default().push(row);
    }
    let mut rows = Vec::new();
    let mut stale = Vec::new();
    for employment in employments {
        let Some(local) = locals.get(&employment.member_id) else { continue };
        let mut clubs: Vec<CoveringClub> =
            ancestors(employment.workplace_number, &parents).filter_map(|number| covering.get(&number)).flatten().copied().collect();
        clubs.sort_unstable();
        clubs.dedup();
        let now: Vec<club_member::Model> = clubs_among(*local, &clubs)
            .map(|club| club_member::Model {
                club_id: club,
                member_id: employment.member_id,
                employment_id: employment.id,
                workplace_number: employment.workplace_number,
                from_date: employment.from_date,
                to_date: employment.to_date,
            })
            .collect();
        let mut before = old.remove(&employment.id).unwrap_or_default();
        before.sort_unstable_by_key(|row| row.club_id);
        if before != now {
            stale.extend(before.first().map(|row| row.employment_id));
            rows.extend(now);
        }
    }
    stale.extend(old.into_keys());
    for ids in stale.chunks(10_000) {
        club_member::Entity::delete_many().filter(club_member::Column::EmploymentId.is_in(ids.iter().copied())).exec(db).await?;
    }
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let batch: Vec<_> = rows.by_ref().take(5_000).map(IntoActiveModel::into_active_model).collect();
        club_member::Entity::insert_many(batch).exec_without_returning(db).await?;
    }
    Ok(())
}

/// The living clubs that cover each employer unit themselves.
async fn covering(db: &impl ConnectionTrait) -> Result<HashMap<OrgNumber, Vec<CoveringClub>>, StoreError> {
    let locals: HashMap<UnitId, UnitId> = scope::units()
        .filter(unit::Column::Kind.eq(UnitKind::Club))
        .filter(unit::Column::EndedAt.is_null())
        .all(db)
        .await?
        .into_iter()
        .filter_map(|club| Some((club.id, club.parent_id?)))
        .collect();
    let mut covering: HashMap<OrgNumber, Vec<CoveringClub>> = HashMap::new();
    for row in scope::everything::<coverage::Entity>().filter(coverage::Column::EndedAt.is_null()).all(db).await? {
        if let Some(local) = locals.get(&row.unit_id) {
            covering.entry(row.employer_number).or_default().push(CoveringClub { club: row.unit_id, local: *local });
        }
    }
    Ok(covering)
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
