//! What scopes read instead of walking the organisation at each request: paths upwards, the members of each unit,
//! and how many they are. Derived from the registry in the transaction that changes it, so that no reader ever sees
//! the one without the other.

mod members;
mod paths;
mod periods;
mod shortfalls;
mod totals;
mod workplaces;

use domain::{Date, Timestamp};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QuerySelect};

use crate::entity::{member_total, unit, unit_path, unit_period};
use crate::{Store, StoreError, scope};

/// Brings everything derived up to date. `club_members` must be so already. Only what differs is written.
pub(crate) async fn derive(db: &impl ConnectionTrait) -> Result<(), StoreError> {
    let units = paths::units(db).await?;
    paths::employers(db).await?;
    members::derive(db, &units).await?;
    let since = since(db).await?;
    totals::derive(db, since).await?;
    shortfalls::derive(db, &units, since).await
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
    /// Fills the derived tables of a database that was made before there were any.
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

/// Rows in one statement; each has at most five values, and SQLite takes 32,766 of them.
const ROWS: usize = 5_000;

/// Inserts rows in portions.
async fn insert<E, A>(db: &impl ConnectionTrait, rows: Vec<A>) -> Result<(), StoreError>
where
    E: EntityTrait,
    A: sea_orm::ActiveModelTrait<Entity = E>,
{
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let portion: Vec<A> = rows.by_ref().take(ROWS).collect();
        E::insert_many(portion).exec_without_returning(db).await?;
    }
    Ok(())
}
