//! How far the register's change feeds have been read, and what they brought.
//!
//! One node follows at a time: it holds a lease, and every write proves that it still does and that the cursor is
//! where it was when the page was asked for. Whatever fails leaves the cursor there, and the page is read again.

use std::collections::HashSet;

use domain::identity::OrgNumber;
use domain::{Date, Timestamp};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect};
use serde::Serialize;
use uuid::Uuid;

use crate::entity::{employer_unit, lease, register_feed};
use crate::reach;
use crate::registry::generation;
use crate::{Store, StoreError, scope};

use super::Found;
use super::write::{Source, Written};

/// One of the register's two feeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Feed {
    /// Employers.
    Enheter,
    /// Workplaces.
    Underenheter,
}

impl Feed {
    /// Both, employers first: a workplace may have come under an employer that is new.
    pub const ALL: [Self; 2] = [Self::Enheter, Self::Underenheter];

    /// As in the register's addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Enheter => "enheter",
            Self::Underenheter => "underenheter",
        }
    }
}

/// Where a feed goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cursor {
    /// After this change.
    After(i64),
    /// At the beginning of this day: nothing has been read since the bulk file.
    From(Date),
}

/// One page of a feed, with what the register answered about each unit in it that concerns us.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The change after which it was asked for.
    pub after: i64,
    /// The last change in it.
    pub last: i64,
    /// What was read.
    pub found: Vec<Found>,
}

/// What came of following.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Followed {
    /// Units read again that had changed, or were new.
    pub changed: u64,
    /// Changes that call for attention.
    pub alerts: u64,
}

const LEASE: &str = "register";
/// As long as the longest wait between two signs of life, and then some.
const LEASE_SECONDS: i64 = 180;

impl Store {
    /// Takes the lease, or holds on to it; `false` when another node has it.
    pub async fn hold_register_lease(&self, holder: Uuid) -> Result<bool, StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let first = lease::ActiveModel { name: Set(LEASE.to_owned()), holder: Set(holder), until: Set(Timestamp(0)) };
        lease::Entity::insert(first)
            .on_conflict(OnConflict::column(lease::Column::Name).do_nothing().to_owned())
            .exec_without_returning(&tx)
            .await?;
        let held = lease::Entity::update_many()
            .col_expr(lease::Column::Holder, Expr::value(holder))
            .col_expr(lease::Column::Until, Expr::value(now.plus_seconds(LEASE_SECONDS)))
            .filter(lease::Column::Name.eq(LEASE))
            .filter(lease::Column::Holder.eq(holder).or(lease::Column::Until.lt(now)))
            .exec(&tx)
            .await?;
        tx.commit().await?;
        Ok(held.rows_affected == 1)
    }

    /// Gives the lease back, so that another node need not wait until it has run out.
    pub async fn release_register_lease(&self, holder: Uuid) -> Result<(), StoreError> {
        let tx = self.begin().await?;
        lease::Entity::update_many()
            .col_expr(lease::Column::Until, Expr::value(Timestamp(0)))
            .filter(lease::Column::Name.eq(LEASE))
            .filter(lease::Column::Holder.eq(holder))
            .exec(&tx)
            .await?;
        Ok(tx.commit().await?)
    }

    /// Where a feed goes on; `None` before any bulk file has been loaded.
    pub async fn register_cursor(&self, feed: Feed) -> Result<Option<Cursor>, StoreError> {
        let row = scope::everything::<register_feed::Entity>().filter(register_feed::Column::Feed.eq(feed.code())).one(&self.db).await?;
        Ok(row.map(|row| row.last_id.map_or(Cursor::From(row.begin_on), Cursor::After)))
    }

    /// Sets the cursor of a feed that has none yet.
    pub async fn begin_register_feed(&self, holder: Uuid, feed: Feed, after: i64) -> Result<(), StoreError> {
        let tx = self.begin().await?;
        prove(&tx, holder).await?;
        let none = register_feed::Column::LastId.is_null();
        advance(&tx, feed, none, after).await?;
        Ok(tx.commit().await?)
    }

    /// Which of these the store has.
    pub async fn known_employers(&self, numbers: &[OrgNumber]) -> Result<HashSet<OrgNumber>, StoreError> {
        let mut known = HashSet::new();
        for chunk in numbers.chunks(10_000) {
            let rows: Vec<OrgNumber> = scope::employer_units()
                .filter(employer_unit::Column::Number.is_in(chunk.iter().copied()))
                .select_only()
                .column(employer_unit::Column::Number)
                .into_tuple()
                .all(&self.db)
                .await?;
            known.extend(rows);
        }
        Ok(known)
    }

    /// Writes what a page brought, and moves the cursor past it: both or neither. [`StoreError::Conflict`] when the
    /// lease was lost, or somebody else has moved the cursor.
    pub async fn apply_register_page(&self, holder: Uuid, feed: Feed, page: Page) -> Result<Followed, StoreError> {
        let tx = self.begin().await?;
        prove(&tx, holder).await?;
        if !page.found.is_empty() {
            generation::raise_by_any(&tx).await?;
        }
        advance(&tx, feed, register_feed::Column::LastId.eq(page.after), page.last).await?;
        let mut followed = Followed::default();
        let mut moved = Vec::new();
        let mut found = page.found.into_iter().peekable();
        while found.peek().is_some() {
            let batch = found.by_ref().take(1_000).collect();
            let written: Written = self.write_units(&tx, batch, Source::Feed).await?;
            followed.changed += written.added + written.changed;
            followed.alerts += written.alerts;
            moved.extend(written.moved);
        }
        reach::derive_if_moved(&tx, &moved).await?;
        tx.commit().await?;
        Ok(followed)
    }
}

/// Sees to it that both feeds go on from a bulk file: from the day before it was made, because what is read twice does
/// no harm, and a file may have been made before the day began in Oslo.
pub(super) async fn begin_from(tx: &impl ConnectionTrait, made_on: Date) -> Result<(), StoreError> {
    let rows = Feed::ALL.map(|feed| register_feed::ActiveModel {
        feed: Set(feed.code().to_owned()),
        last_id: Set(None),
        begin_on: Set(made_on.plus_days(-1)),
    });
    register_feed::Entity::insert_many(rows)
        .on_conflict(
            OnConflict::column(register_feed::Column::Feed)
                .update_columns([register_feed::Column::LastId, register_feed::Column::BeginOn])
                .to_owned(),
        )
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Whoever has lost the lease writes nothing more. The row stays locked until the transaction ends.
async fn prove(tx: &impl ConnectionTrait, holder: Uuid) -> Result<(), StoreError> {
    let held = lease::Entity::update_many()
        .col_expr(lease::Column::Holder, Expr::value(holder))
        .filter(lease::Column::Name.eq(LEASE))
        .filter(lease::Column::Holder.eq(holder))
        .exec(tx)
        .await?;
    if held.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

async fn advance(tx: &impl ConnectionTrait, feed: Feed, from: Expr, to: i64) -> Result<(), StoreError> {
    let moved = register_feed::Entity::update_many()
        .col_expr(register_feed::Column::LastId, Expr::value(to))
        .filter(register_feed::Column::Feed.eq(feed.code()))
        .filter(from)
        .exec(tx)
        .await?;
    if moved.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}
