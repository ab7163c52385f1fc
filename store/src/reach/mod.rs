//! What scopes read instead of walking the organisation at each request: who is in which club, paths upwards, the
//! members of each unit, how many they are, and the words of their names.
//!
//! All of it follows from the registry's [`Facts`], and is written in the transaction that changes them, so that no
//! reader ever sees the one without the other. What takes time, working it out and comparing it with what is there,
//! needs no transaction, as long as that one makes sure that the facts are still the same.

mod clubs;
mod facts;
mod listed;
mod members;
mod paths;
mod periods;
mod shortfalls;
mod totals;
mod words;
mod workplaces;

use std::collections::HashMap;

use domain::identity::OrgNumber;
use domain::{Date, Timestamp, UnitId};
use sea_orm::{ColumnTrait, ConnectionTrait, PaginatorTrait, QueryFilter, QuerySelect, StreamTrait};

use crate::entity::{employer_path, member_total, unit, unit_path, unit_period};
use crate::{Store, StoreError, scope};

pub(crate) use facts::{Facts, Job, Person, Standing, parents};

use clubs::{ClubChanges, Clubs};
use listed::Listed;
use members::Places;
use paths::Paths;

/// What follows from the facts.
pub(crate) struct Derived {
    clubs: Clubs,
    units: Paths<UnitId>,
    employers: Paths<OrgNumber>,
    listed: Listed,
    places: Places,
    words: Vec<(String, usize)>,
}

/// How that differs from what is there. Nothing by default.
#[derive(Default)]
pub(crate) struct Changes {
    clubs: ClubChanges,
    units: paths::Changes<UnitId>,
    employers: paths::Changes<OrgNumber>,
    listed: Listed,
    members: members::Changes,
    words: words::Changes,
}

impl Derived {
    /// Works it out; `parents` are the employers' (see [`parents()`]). Seconds, for a whole union.
    pub(crate) fn of(mut facts: Facts, parents: &HashMap<OrgNumber, OrgNumber>) -> Self {
        let clubs = Clubs::of(&facts, parents);
        let above = facts.units.iter().filter_map(|(unit, parent)| Some((*unit, (*parent)?))).collect();
        let units = paths::paths(facts.units.keys().copied(), &above);
        let employers = paths::paths(facts.employers(), parents);
        let listed = Listed::of(&mut facts);
        let places = Places::of(&listed, &clubs.of_members(), &units);
        let words = words::of(&listed);
        Self { clubs, units, employers, listed, places, words }
    }

    /// Compares it with what is there.
    pub(crate) async fn against(self, db: &(impl ConnectionTrait + StreamTrait)) -> Result<Changes, StoreError> {
        Ok(Changes {
            clubs: self.clubs.against(db).await?,
            units: paths::units_against(db, &self.units).await?,
            employers: paths::employers_against(db, &self.employers).await?,
            members: self.places.against(db, &self.listed).await?,
            words: words::against(db, self.words, &self.listed).await?,
            listed: self.listed,
        })
    }
}

impl Changes {
    /// How many rows will be written.
    pub(crate) fn len(&self) -> usize {
        self.clubs.len() + self.units.len() + self.employers.len() + self.members.len() + self.words.len()
    }

    /// Writes what differs, and brings in line what follows from that and from mandates, which may have changed too.
    pub(crate) async fn write(self, db: &impl ConnectionTrait) -> Result<(), StoreError> {
        self.clubs.write(db).await?;
        let moved = self.units.len() > 0;
        self.units.write(db).await?;
        self.employers.write(db).await?;
        self.members.write(db, &self.listed).await?;
        self.words.write(db, &self.listed).await?;
        let since = since(db).await?;
        totals::derive(db, since).await?;
        shortfalls::derive(db, &paths::stored(db).await?, since).await?;
        // Last: from here on no case is opened until this transaction is over.
        if moved { crate::cases::totals::recount(db).await } else { Ok(()) }
    }
}

/// Brings everything up to date within the caller's transaction.
pub(crate) async fn derive(db: &(impl ConnectionTrait + StreamTrait)) -> Result<(), StoreError> {
    let facts = Facts::load(db).await?;
    let parents = parents(db, facts.employers()).await?;
    Derived::of(facts, &parents).against(db).await?.write(db).await
}

/// The same, if any of these employer units is one that members work at, or lies above such a one. Most changes of the
/// business register are about others.
pub(crate) async fn derive_if_moved(db: &(impl ConnectionTrait + StreamTrait), moved: &[OrgNumber]) -> Result<(), StoreError> {
    for numbers in moved.chunks(10_000) {
        let ours = scope::everything::<employer_path::Entity>().filter(employer_path::Column::Above.is_in(numbers.iter().copied()));
        if ours.one(db).await?.is_some() {
            return derive(db).await;
        }
    }
    Ok(())
}

/// Brings in line what is missing where, when only what counts as missing has changed.
pub(crate) async fn derive_shortfalls(db: &impl ConnectionTrait) -> Result<(), StoreError> {
    let since = since(db).await?;
    shortfalls::derive(db, &paths::stored(db).await?, since).await
}

/// A day about which, and before which, nobody asks any more: the day before the newest change of a unit was taken in.
/// A day's margin, because two nodes' clocks may differ about midnight.
async fn since(db: &impl ConnectionTrait) -> Result<Date, StoreError> {
    let newest: Option<Option<Timestamp>> = scope::everything::<unit_period::Entity>()
        .select_only()
        .column_as(unit_period::Column::FromAt.max(), "newest")
        .into_tuple()
        .one(db)
        .await?;
    Ok(newest.flatten().unwrap_or(Timestamp(0)).oslo_date().plus_days(-1))
}

impl Store {
    /// Fills the derived tables of a database that was made before there were any, or before they were as they are.
    pub(crate) async fn derive_if_never_done(&self) -> Result<(), StoreError> {
        let derived = scope::everything::<unit_path::Entity>().count(&self.db).await? > 0
            && scope::everything::<member_total::Entity>().count(&self.db).await? > 0;
        let nothing_to_do = scope::everything::<unit::Entity>().count(&self.db).await? == 0;
        if derived || nothing_to_do {
            return Ok(());
        }
        let tx = self.begin().await?;
        derive(&tx).await?;
        tx.commit().await?;
        Ok(())
    }
}
