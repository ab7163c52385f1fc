//! Paths upwards: of units, and of employer units.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::Hash;

use domain::UnitId;
use domain::identity::OrgNumber;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::entity::{coverage, employer_path, employment, unit, unit_path};
use crate::registry::clubs;
use crate::{StoreError, scope};

/// Everything with itself and all that is above it.
pub(super) type Paths<T> = HashMap<T, BTreeSet<T>>;

/// Each living unit with those above it, written and returned.
pub(super) async fn units(db: &impl ConnectionTrait) -> Result<Paths<UnitId>, StoreError> {
    let living: Vec<(UnitId, Option<UnitId>)> = scope::units()
        .filter(unit::Column::EndedAt.is_null())
        .select_only()
        .columns([unit::Column::Id, unit::Column::ParentId])
        .into_tuple()
        .all(db)
        .await?;
    let parents: HashMap<UnitId, UnitId> = living.iter().filter_map(|(id, parent)| Some((*id, (*parent)?))).collect();
    let wanted = paths(living.into_iter().map(|(id, _)| id), &parents);

    let rows = scope::everything::<unit_path::Entity>().all(db).await?;
    let (stale, new) = difference(rows.into_iter().map(|row| (row.unit_id, row.above_id)), &wanted);
    for ids in stale.chunks(super::ROWS) {
        unit_path::Entity::delete_many().filter(unit_path::Column::UnitId.is_in(ids.iter().copied())).exec(db).await?;
    }
    let row = |(id, above)| unit_path::ActiveModel { unit_id: Set(id), above_id: Set(above) };
    super::insert(db, new.into_iter().map(row).collect()).await?;
    Ok(wanted)
}

/// Each employer unit that somebody works at or a club covers, with those above it.
pub(super) async fn employers(db: &impl ConnectionTrait) -> Result<(), StoreError> {
    let mut numbers: HashSet<OrgNumber> = scope::everything::<employment::Entity>()
        .filter(employment::Column::EndedAt.is_null())
        .select_only()
        .distinct()
        .column(employment::Column::WorkplaceNumber)
        .into_tuple::<OrgNumber>()
        .all(db)
        .await?
        .into_iter()
        .collect();
    let covered = scope::everything::<coverage::Entity>().filter(coverage::Column::EndedAt.is_null()).all(db).await?;
    numbers.extend(covered.into_iter().map(|row| row.employer_number));
    let parents = clubs::parents(db, numbers.iter().copied()).await?;
    let wanted = paths(numbers.into_iter(), &parents);

    let rows = scope::everything::<employer_path::Entity>().all(db).await?;
    let (stale, new) = difference(rows.into_iter().map(|row| (row.number, row.above)), &wanted);
    for numbers in stale.chunks(super::ROWS) {
        employer_path::Entity::delete_many().filter(employer_path::Column::Number.is_in(numbers.iter().copied())).exec(db).await?;
    }
    let row = |(number, above)| employer_path::ActiveModel { number: Set(number), above: Set(above) };
    super::insert(db, new.into_iter().map(row).collect()).await
}

/// Walks upwards from each; what is in a loop is above itself, once.
fn paths<T: Copy + Ord + Hash>(all: impl Iterator<Item = T>, parents: &HashMap<T, T>) -> Paths<T> {
    all.map(|start| {
        let mut path = BTreeSet::new();
        let mut next = Some(start);
        while let Some(at) = next.filter(|at| path.insert(*at)) {
            next = parents.get(&at).copied();
        }
        (start, path)
    })
    .collect()
}

/// Which starts have other rows than they should, and the rows those should have.
fn difference<T: Copy + Ord + Hash>(rows: impl Iterator<Item = (T, T)>, wanted: &Paths<T>) -> (Vec<T>, Vec<(T, T)>) {
    let mut there: Paths<T> = HashMap::new();
    for (start, above) in rows {
        there.entry(start).or_default().insert(above);
    }
    let mut new = Vec::new();
    for (start, path) in wanted.iter().filter(|(start, path)| there.get(start) != Some(*path)) {
        new.extend(path.iter().map(|above| (*start, *above)));
    }
    let stale = there.into_iter().filter(|(start, path)| wanted.get(start) != Some(path)).map(|(start, _)| start).collect();
    (stale, new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loop_ends_and_only_what_differs_is_written() {
        let parents = HashMap::from([(1, 2), (2, 3), (4, 5), (5, 4)]);
        let wanted = paths([1, 3, 4].into_iter(), &parents);
        assert_eq!(wanted[&1], BTreeSet::from([1, 2, 3]));
        assert_eq!(wanted[&3], BTreeSet::from([3]));
        assert_eq!(wanted[&4], BTreeSet::from([4, 5]));
        let (stale, new) = difference([(1, 1), (1, 2), (1, 3), (3, 3), (3, 9), (7, 7)].into_iter(), &wanted);
        assert_eq!(stale.into_iter().collect::<BTreeSet<_>>(), BTreeSet::from([3, 7]));
        assert_eq!(new.into_iter().collect::<BTreeSet<_>>(), BTreeSet::from([(3, 3), (4, 4), (4, 5)]));
    }
}
