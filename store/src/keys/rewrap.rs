//! Sealing everything anew with the active key.
//!
//! A few rows at a time, each only if it is still as it was read, so nobody who writes waits for long and nothing
//! that was written meanwhile is lost. There is nothing to remember: whatever names another key is still to be done.

use std::time::{Duration, Instant};

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect, TransactionTrait};

use crate::crypto::{Keys, seal};
use crate::database::immediate;
use crate::entity::{access_log_detail, case_key, draft, import_part, kept_key, member, session};
use crate::{Store, StoreError, scope};

use super::tables::{LOG_DETAILS, SealedTable, log_detail_place, named};

/// Details of the log in one transaction.
const BATCH: u64 = 100;
/// Room for others between two transactions, at least; and as long as the last one took. SQLite's lock is not handed over
/// in turn: whoever waits for it asks again and again, and must find it free.
const PAUSE: Duration = Duration::from_millis(5);
/// How often a lock that somebody else holds is asked for; each time it is waited for five seconds.
const PATIENCE: u32 = 120;

/// What was sealed anew.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rewrapped {
    /// So many values.
    pub done: u64,
    /// Values that no key opens: altered, or moved. They were left as they are.
    pub unreadable: u64,
}

impl Store {
    /// Seals everything anew that is not sealed with the active key. `progress` is told the table and how many values
    /// have been sealed so far. May be broken off at any point, and run again.
    pub async fn rewrap(&self, progress: impl Fn(&'static str, u64) + Send + Sync) -> Result<Rewrapped, StoreError> {
        let mut all = Rewrapped::default();
        self.rewrap_table::<member::Entity>(&mut all, &progress).await?;
        self.rewrap_table::<draft::Entity>(&mut all, &progress).await?;
        self.rewrap_table::<session::Entity>(&mut all, &progress).await?;
        self.rewrap_table::<import_part::Entity>(&mut all, &progress).await?;
        self.rewrap_table::<kept_key::Entity>(&mut all, &progress).await?;
        self.rewrap_table::<case_key::Entity>(&mut all, &progress).await?;
        self.rewrap_log(&mut all, &progress).await?;
        Ok(all)
    }

    async fn rewrap_table<E: SealedTable>(
        &self,
        all: &mut Rewrapped,
        progress: &(impl Fn(&'static str, u64) + Send + Sync),
    ) -> Result<(), StoreError> {
        let mut last: Option<E::Model> = None;
        loop {
            let keys = self.keys.current(&self.db).await?;
            let mut rows = E::in_order(scope::everything::<E>()).filter(E::SEALED.is_not_null()).limit(E::AT_ONCE);
            rows = rows.filter(named(E::SEALED, keys.active()).not());
            if let Some(last) = &last {
                rows = rows.filter(E::after(last));
            }
            let rows = rows.all(&self.db).await?;
            let Some(end) = rows.last() else { return Ok(()) };
            let (mut updates, mut unreadable) = (Vec::with_capacity(rows.len()), 0);
            for row in &rows {
                match swap::<E>(row, &keys) {
                    Ok(update) => updates.push(update),
                    Err(error) => {
                        tracing::error!(%error, table = E::NAME, "a sealed value cannot be opened");
                        unreadable += 1;
                    }
                }
            }
            let (tx, held) = self.begin_patiently().await?;
            if held.active() != keys.active() {
                tx.rollback().await?;
                continue;
            }
            if E::IMPORTED {
                crate::registry::generation::hold(&tx).await?;
            }
            let begun = Instant::now();
            let mut done = 0;
            for update in updates {
                done += update.exec(&tx).await?.rows_affected;
            }
            tx.commit().await?;
            (all.done, all.unreadable) = (all.done + done, all.unreadable + unreadable);
            progress(E::NAME, all.done);
            last = Some(end.clone());
            tokio::time::sleep(begun.elapsed().max(PAUSE)).await;
        }
    }

    /// The log is append-only, and its chain knows the bytes that were first sealed: a detail is taken out and comes back
    /// with those bytes in it, sealed once more.
    async fn rewrap_log(&self, all: &mut Rewrapped, progress: &(impl Fn(&'static str, u64) + Send + Sync)) -> Result<(), StoreError> {
        let mut after = i64::MIN;
        loop {
            let keys = self.keys.current(&self.db).await?;
            let column = access_log_detail::Column::Sealed;
            let rows = scope::log_details()
                .filter(named(column, keys.active()).not())
                .filter(access_log_detail::Column::Seq.gt(after))
                .order_by_asc(access_log_detail::Column::Seq)
                .limit(BATCH)
                .all(&self.log.db)
                .await?;
            let Some(end) = rows.last() else { return Ok(()) };
            after = end.seq;
            let tx = self.begin_log_patiently().await?;
            let begun = Instant::now();
            let mut done = 0;
            for row in rows {
                let place = log_detail_place(&row);
                let again = keys.open(&place, &row.sealed).and_then(|_| keys.seal_again(&place, &row.sealed));
                let Ok(again) = again else {
                    tracing::error!(seq = row.seq, table = LOG_DETAILS, "a sealed value cannot be opened");
                    all.unreadable += 1;
                    continue;
                };
                let this = access_log_detail::Entity::delete_many()
                    .filter(access_log_detail::Column::Seq.eq(row.seq))
                    .filter(column.eq(row.sealed));
                // One that was thrown away meanwhile does not come back.
                if this.exec(&tx).await?.rows_affected == 1 {
                    let row = access_log_detail::ActiveModel { seq: Set(row.seq), sealed: Set(again) };
                    access_log_detail::Entity::insert(row).exec_without_returning(&tx).await?;
                    done += 1;
                }
            }
            tx.commit().await?;
            all.done += done;
            progress(LOG_DETAILS, all.done);
            tokio::time::sleep(begun.elapsed().max(PAUSE)).await;
        }
    }

    async fn begin_patiently(&self) -> Result<(DatabaseTransaction, std::sync::Arc<Keys>), StoreError> {
        let mut tries = 0;
        loop {
            match self.begin_sealing().await {
                Err(error) if is_locked(&error) && tries < PATIENCE => tries += 1,
                begun => return begun,
            }
        }
    }

    async fn begin_log_patiently(&self) -> Result<DatabaseTransaction, StoreError> {
        let mut tries = 0;
        loop {
            match self.log.db.begin_with_options(immediate(&self.log.db)).await.map_err(StoreError::from) {
                Err(error) if is_locked(&error) && tries < PATIENCE => tries += 1,
                begun => return begun,
            }
        }
    }
}

/// An import holds SQLite's lock for longer than anybody else.
fn is_locked(error: &StoreError) -> bool {
    matches!(error, StoreError::Database(error) if error.to_string().contains("locked"))
}

/// The row with its value sealed anew, if it is still as it was read.
fn swap<E: SealedTable>(row: &E::Model, keys: &Keys) -> Result<sea_orm::UpdateMany<E>, StoreError> {
    let place = E::place(row);
    let text = keys.open(&place, E::sealed(row))?;
    let sealed = keys.seal(&place, &text)?;
    debug_assert_eq!(seal::key_number(&sealed), Some(keys.active()));
    let update = E::update_many().col_expr(E::SEALED, Expr::value(sealed)).filter(E::is(row));
    Ok(E::also(update, keys, &text)?.filter(E::SEALED.eq(E::sealed(row).to_vec())))
}
