//! The members of each unit, and how many they are from day to day.

use std::collections::{BTreeMap, HashMap};

use domain::{Date, MemberId, UnitId};
use futures::TryStreamExt as _;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, StreamTrait};

use crate::bulk::Bulk;
use crate::entity::{member_change, reach};
use crate::{StoreError, scope};

use super::listed::Listed;
use super::paths::Paths;
use super::periods::{Period, merged};

/// Rows named one by one in a statement that deletes: so many that the database plans them well.
const NAMED: usize = 200;
/// Sums in one statement.
const SUMS: usize = 5_000;

/// A row of `reach` within its unit: the person by rank among the listed, so that order is the order of ranks.
#[derive(Debug, Clone, Copy)]
struct Place {
    rank: usize,
    period: Period,
}

/// The rows that should be there, in the order of their key.
pub(super) struct Places(BTreeMap<UnitId, Vec<Place>>);

/// What is to be written.
#[derive(Default)]
pub(super) struct Changes {
    stale: Vec<reach::Model>,
    new: Vec<(UnitId, Place)>,
    sums: HashMap<(UnitId, Date), i64>,
}

impl Places {
    /// Somebody is in their local and their clubs while they are a member, and in everything above those.
    pub(super) fn of(listed: &Listed, clubs: &HashMap<MemberId, Vec<(UnitId, Period)>>, units: &Paths<UnitId>) -> Self {
        let mut places: BTreeMap<UnitId, Vec<Place>> = BTreeMap::new();
        let mut theirs: BTreeMap<UnitId, Vec<Period>> = BTreeMap::new();
        for (rank, person) in listed.iter().enumerate() {
            let mut add = |unit: UnitId, period: Period| {
                for above in units.get(&unit).into_iter().flatten() {
                    theirs.entry(*above).or_default().push(period);
                }
            };
            add(person.local, person.membership);
            for (club, period) in clubs.get(&person.id).into_iter().flatten() {
                if let Some(period) = person.membership.within(*period) {
                    add(*club, period);
                }
            }
            while let Some((unit, periods)) = theirs.pop_first() {
                places.entry(unit).or_default().extend(merged(periods).into_iter().map(|period| Place { rank, period }));
            }
        }
        Self(places)
    }

    /// What differs from the rows that are there: both are walked in the order of the key.
    pub(super) async fn against(self, db: &(impl ConnectionTrait + StreamTrait), listed: &Listed) -> Result<Changes, StoreError> {
        let mut changes = Changes::default();
        let mut wanted = self.0.into_iter().flat_map(|(unit, places)| places.into_iter().map(move |place| (unit, place))).peekable();
        let mut there = scope::everything::<reach::Entity>()
            .order_by_asc(reach::Column::UnitId)
            .order_by_asc(reach::Column::NameSort)
            .order_by_asc(reach::Column::MemberId)
            .order_by_asc(reach::Column::FromDate)
            .stream(db)
            .await?;
        while let Some(row) = there.try_next().await? {
            while let Some((unit, place)) = wanted.next_if(|(unit, place)| key(*unit, *place, listed) < key_of(&row)) {
                changes.appears(unit, place);
            }
            match wanted.next_if(|(unit, place)| key(*unit, *place, listed) == key_of(&row)) {
                Some((_, place)) if place.period.to == row.to_date => {}
                Some((unit, place)) => {
                    changes.sum(row.unit_id, Period { from: row.from_date, to: row.to_date }, -1);
                    changes.appears(unit, place);
                }
                None => {
                    changes.sum(row.unit_id, Period { from: row.from_date, to: row.to_date }, -1);
                    changes.stale.push(row);
                }
            }
        }
        for (unit, place) in wanted {
            changes.appears(unit, place);
        }
        Ok(changes)
    }
}

type Key<'a> = (UnitId, &'a str, MemberId, Date);

fn key(unit: UnitId, place: Place, listed: &Listed) -> Key<'_> {
    // A rank comes from the list itself.
    let (name, id) = listed.get(place.rank).map_or(("", MemberId(uuid::Uuid::nil())), |person| (person.name_sort.as_str(), person.id));
    (unit, name, id, place.period.from)
}

fn key_of(row: &reach::Model) -> Key<'_> {
    (row.unit_id, &row.name_sort, row.member_id, row.from_date)
}

impl Changes {
    fn appears(&mut self, unit: UnitId, place: Place) {
        self.sum(unit, place.period, 1);
        self.new.push((unit, place));
    }

    fn sum(&mut self, unit: UnitId, period: Period, sign: i64) {
        *self.sums.entry((unit, period.from)).or_default() += sign;
        if let Some(to) = period.to {
            *self.sums.entry((unit, to.plus_days(1))).or_default() -= sign;
        }
    }

    pub(super) fn len(&self) -> usize {
        self.stale.len() + self.new.len()
    }

    pub(super) async fn write(self, db: &impl ConnectionTrait, listed: &Listed) -> Result<(), StoreError> {
        for rows in self.stale.chunks(NAMED) {
            let named = rows.iter().fold(Condition::any(), |any, row| {
                any.add(
                    Condition::all()
                        .add(reach::Column::UnitId.eq(row.unit_id))
                        .add(reach::Column::NameSort.eq(row.name_sort.as_str()))
                        .add(reach::Column::MemberId.eq(row.member_id))
                        .add(reach::Column::FromDate.eq(row.from_date)),
                )
            });
            reach::Entity::delete_many().filter(named).exec(db).await?;
        }
        let rows = self.new.into_iter().filter_map(|(unit, place)| {
            let person = listed.get(place.rank)?;
            Some(Ok(reach::ActiveModel {
                unit_id: Set(unit),
                name_sort: Set(person.name_sort.clone()),
                member_id: Set(person.id),
                from_date: Set(place.period.from),
                to_date: Set(place.period.to),
            }))
        });
        Bulk::<reach::Entity>::new(db.get_database_backend()).upsert(db, rows).await?;
        count(db, self.sums).await
    }
}

async fn count(db: &impl ConnectionTrait, sums: HashMap<(UnitId, Date), i64>) -> Result<(), StoreError> {
    let mut rows: Vec<_> = sums.into_iter().filter(|(_, change)| *change != 0).collect();
    if rows.is_empty() {
        return Ok(());
    }
    rows.sort_unstable_by_key(|(key, _)| *key);
    let table = Alias::new("member_changes");
    let column = Alias::new("change");
    let sum = Expr::col((table, column.clone())).add(Expr::col((Alias::new("excluded"), column)));
    let add = OnConflict::columns([member_change::Column::UnitId, member_change::Column::OnDate])
        .value(member_change::Column::Change, sum)
        .to_owned();
    for portion in rows.chunks(SUMS) {
        let rows = portion.iter().map(|((unit, date), change)| member_change::ActiveModel {
            unit_id: Set(*unit),
            on_date: Set(*date),
            change: Set(*change),
        });
        member_change::Entity::insert_many(rows).on_conflict(add.clone()).exec_without_returning(db).await?;
    }
    member_change::Entity::delete_many().filter(member_change::Column::Change.eq(0)).exec(db).await?;
    Ok(())
}
