//! Those whom lists may show, in the order of lists.

use domain::{MemberId, UnitId};
use rayon::slice::ParallelSliceMut;

use super::facts::Facts;
use super::periods::Period;

/// Somebody whom lists may show while they are a member.
#[derive(Debug)]
pub(super) struct One {
    pub(super) id: MemberId,
    pub(super) name_sort: String,
    pub(super) name_search: String,
    pub(super) local: UnitId,
    pub(super) membership: Period,
}

/// All of them, by name and id: where somebody stands is their rank.
#[derive(Debug, Default)]
pub(super) struct Listed(Vec<One>);

impl Listed {
    pub(super) fn of(facts: &mut Facts) -> Self {
        let mut listed: Vec<One> = std::mem::take(&mut facts.people)
            .into_iter()
            .filter_map(|(id, person)| {
                let membership = person.listed?;
                Some(One { id, name_sort: person.name_sort, name_search: person.name_search, local: person.local, membership })
            })
            .collect();
        listed.par_sort_unstable_by(|a, b| (&a.name_sort, a.id).cmp(&(&b.name_sort, b.id)));
        Self(listed)
    }

    pub(super) fn get(&self, rank: usize) -> Option<&One> {
        self.0.get(rank)
    }

    pub(super) fn iter(&self) -> std::slice::Iter<'_, One> {
        self.0.iter()
    }
}
