//! The words of names, for searching a whole union.

use std::cmp::Ordering;

use futures::TryStreamExt as _;
use rayon::slice::ParallelSliceMut;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, StreamTrait};

use crate::bulk::Bulk;
use crate::entity::member_word;
use crate::{StoreError, scope};

use super::listed::Listed;

/// Rows named one by one in a statement that deletes.
const NAMED: usize = 200;

/// A word, and the rank of whose name it is in.
type Word = (String, usize);

/// What is to be written.
#[derive(Default)]
pub(super) struct Changes {
    stale: Vec<member_word::Model>,
    new: Vec<Word>,
}

/// Every word once for each name it is in, in the order of the table's key.
pub(super) fn of(listed: &Listed) -> Vec<Word> {
    let mut words: Vec<Word> = listed
        .iter()
        .enumerate()
        .flat_map(|(rank, person)| person.name_search.split_whitespace().map(move |word| (word.to_owned(), rank)))
        .collect();
    words.par_sort_unstable();
    words.dedup();
    words
}

/// What differs from the rows that are there: both are walked in the order of the key.
pub(super) async fn against(db: &(impl ConnectionTrait + StreamTrait), wanted: Vec<Word>, listed: &Listed) -> Result<Changes, StoreError> {
    let mut changes = Changes::default();
    let mut wanted = wanted.into_iter().peekable();
    let mut there = scope::everything::<member_word::Entity>()
        .order_by_asc(member_word::Column::Word)
        .order_by_asc(member_word::Column::NameSort)
        .order_by_asc(member_word::Column::MemberId)
        .stream(db)
        .await?;
    while let Some(row) = there.try_next().await? {
        while let Some(word) = wanted.next_if(|word| order(word, &row, listed).is_lt()) {
            changes.new.push(word);
        }
        if wanted.next_if(|word| order(word, &row, listed).is_eq()).is_none() {
            changes.stale.push(row);
        }
    }
    changes.new.extend(wanted);
    Ok(changes)
}

/// Which of the two comes first in the order of the table's key.
fn order((word, rank): &Word, row: &member_word::Model, listed: &Listed) -> Ordering {
    // A rank comes from the list itself.
    let (name, id) = listed.get(*rank).map_or(("", row.member_id), |person| (person.name_sort.as_str(), person.id));
    (word.as_str(), name, id).cmp(&(&row.word, &row.name_sort, row.member_id))
}

impl Changes {
    pub(super) fn len(&self) -> usize {
        self.stale.len() + self.new.len()
    }

    pub(super) async fn write(self, db: &impl ConnectionTrait, listed: &Listed) -> Result<(), StoreError> {
        for rows in self.stale.chunks(NAMED) {
            let named = rows.iter().fold(Condition::any(), |any, row| {
                any.add(
                    Condition::all()
                        .add(member_word::Column::Word.eq(row.word.as_str()))
                        .add(member_word::Column::NameSort.eq(row.name_sort.as_str()))
                        .add(member_word::Column::MemberId.eq(row.member_id)),
                )
            });
            member_word::Entity::delete_many().filter(named).exec(db).await?;
        }
        let rows = self.new.into_iter().filter_map(|(word, rank)| {
            let person = listed.get(rank)?;
            Some(Ok(member_word::ActiveModel { word: Set(word), name_sort: Set(person.name_sort.clone()), member_id: Set(person.id) }))
        });
        Bulk::<member_word::Entity>::new(db.get_database_backend()).upsert(db, rows).await
    }
}
