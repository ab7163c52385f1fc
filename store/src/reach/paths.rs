//! Paths upwards: of units, and of employer units.

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

use domain::UnitId;
use domain::identity::OrgNumber;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::bulk::Bulk;
use crate::entity::{employer_path, unit_path};
use crate::{StoreError, scope};

/// Ids in one statement that deletes.
const ROWS: usize = 10_000;

/// Everything with itself and all that is above it.
pub(super) type Paths<T> = HashMap<T, BTreeSet<T>>;

/// What is to be written of one kind of path.
pub(super) struct Changes<T> {
    /// Whose paths are other than they should be.
    stale: Vec<T>,
    new: Vec<(T, T)>,
}

impl<T> Default for Changes<T> {
    fn default() -> Self {
        Self { stale: Vec::new(), new: Vec::new() }
    }
}

impl<T> Changes<T> {
    pub(super) fn len(&self) -> usize {
        self.stale.len() + self.new.len()
    }
}

/// How the paths of units differ from the rows that are there.
pub(super) async fn units_against(db: &impl ConnectionTrait, wanted: &Paths<UnitId>) -> Result<Changes<UnitId>, StoreError> {
    let rows = scope::everything::<unit_path::Entity>().all(db).await?;
    Ok(difference(rows.into_iter().map(|row| (row.unit_id, row.above_id)), wanted))
}

/// The same for employer units.
pub(super) async fn employers_against(db: &impl ConnectionTrait, wanted: &Paths<OrgNumber>) -> Result<Changes<OrgNumber>, StoreError> {
    let rows = scope::everything::<employer_path::Entity>().all(db).await?;
    Ok(difference(rows.into_iter().map(|row| (row.number, row.above)), wanted))
}

/// The paths of units as they lie there.
pub(super) async fn stored(db: &impl ConnectionTrait) -> Result<Paths<UnitId>, StoreError> {
    let mut paths: Paths<UnitId> = HashMap::new();
    for row in scope::everything::<unit_path::Entity>().all(db).await? {
        paths.entry(row.unit_id).or_default().insert(row.above_id);
    }
    Ok(paths)
}

impl Changes<UnitId> {
    pub(super) async fn write(self, db: &impl ConnectionTrait) -> Result<(), StoreError> {
        for ids in self.stale.chunks(ROWS) {
            unit_path::Entity::delete_many().filter(unit_path::Column::UnitId.is_in(ids.iter().copied())).exec(db).await?;
        }
        let row = |(id, above)| Ok(unit_path::ActiveModel { unit_id: Set(id), above_id: Set(above) });
        Bulk::<unit_path::Entity>::new(db.get_database_backend()).upsert(db, self.new.into_iter().map(row)).await
    }
}

impl Changes<OrgNumber> {
    pub(super) async fn write(self, db: &impl ConnectionTrait) -> Result<(), StoreError> {
        for numbers in self.stale.chunks(ROWS) {
            employer_path::Entity::delete_many().filter(employer_path::Column::Number.is_in(numbers.iter().copied())).exec(db).await?;
        }
        let row = |(number, above)| Ok(employer_path::ActiveModel { number: Set(number), above: Set(above) });
        Bulk::<employer_path::Entity>::new(db.get_database_backend()).upsert(db, self.new.into_iter().map(row)).await
    }
}

/// Walks upwards from each; what is in a loop is above itself, once.
pub(super) fn paths<T: Copy + Ord + Hash>(all: impl Iterator<Item = T>, parents: &HashMap<T, T>) -> Paths<T> {
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
fn difference<T: Copy + Ord + Hash>(rows: impl Iterator<Item = (T, T)>, wanted: &Paths<T>) -> Changes<T> {
    let mut there: Paths<T> = HashMap::new();
    for (start, above) in rows {
        there.entry(start).or_default().insert(above);
    }
    let mut new = Vec::new();
    for (start, path) in wanted.iter().filter(|(start, path)| there.get(start) != Some(*path)) {
        new.extend(path.iter().map(|above| (*start, *above)));
    }
    let stale = there.into_iter().filter(|(start, path)| wanted.get(start) != Some(path)).map(|(start, _)| start).collect();
    Changes { stale, new }
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
        let Changes { stale, new } = difference([(1, 1), (1, 2), (1, 3), (3, 3), (3, 9), (7, 7)].into_iter(), &wanted);
        assert_eq!(stale.into_iter().collect::<BTreeSet<_>>(), BTreeSet::from([3, 7]));
        assert_eq!(new.into_iter().collect::<BTreeSet<_>>(), BTreeSet::from([(3, 3), (4, 4), (4, 5)]));
    }
}
