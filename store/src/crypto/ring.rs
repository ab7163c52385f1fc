//! The keys of a running program. The file may get another key, and the database another active one, at any time; this is
//! where the program notices.
//!
//! Which key seals is said by the database (`counters`, `active_key`), so that all nodes change at the same instant. A
//! transaction that will write something sealed holds that row for reading, and whoever activates another key waits for
//! it: after an activation, nothing comes that was sealed with an older key.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use sea_orm::sea_query::{Alias, Expr, ExprTrait, LockType, OnConflict, Query};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use zeroize::Zeroizing;

use crate::entity::key_check;
use crate::{StoreError, scope};

use super::{Keys, Place, file};

#[derive(Debug)]
pub(crate) struct KeyRing {
    pub(crate) path: PathBuf,
    now: RwLock<Arc<Keys>>,
}

impl KeyRing {
    /// The keys as they were last read.
    pub(crate) fn now(&self) -> Arc<Keys> {
        self.now.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The keys, if what was last read still holds, and else read anew.
    pub(crate) async fn current(&self, db: &impl ConnectionTrait) -> Result<Arc<Keys>, StoreError> {
        let active = active(db, false).await?;
        self.with_active(active, db).await
    }

    /// The same for a transaction that will write something sealed: until it is over, no other key is made active.
    pub(crate) async fn held(&self, tx: &impl ConnectionTrait) -> Result<Arc<Keys>, StoreError> {
        let active = active(tx, true).await?;
        self.with_active(active, tx).await
    }

    async fn with_active(&self, active: Option<u32>, db: &impl ConnectionTrait) -> Result<Arc<Keys>, StoreError> {
        let keys = self.now();
        if active == Some(keys.active()) { Ok(keys) } else { self.read(db).await }
    }

    /// Reads the file and what the database says of keys.
    pub(crate) async fn read(&self, db: &impl ConnectionTrait) -> Result<Arc<Keys>, StoreError> {
        let keys = Keys::of(&file::read(&self.path)?)?;
        let keys = Arc::new(complete(keys, db).await?);
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = keys.clone();
        Ok(keys)
    }

    /// What is sealed for this place, opened. A key that is not known may have come into the file meanwhile.
    pub(crate) async fn open(&self, db: &impl ConnectionTrait, place: &Place, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let keys = self.now();
        if keys.knows(place, sealed) { keys.open(place, sealed) } else { self.read(db).await?.open(place, sealed) }
    }
}

/// Reads the key file for a start, or makes it where nothing was ever sealed. `db` has not been changed yet: what is wrong
/// is said before anything is written.
pub(crate) async fn load(path: PathBuf, db: &impl ConnectionTrait, sealed: bool) -> Result<KeyRing, StoreError> {
    let keys = Keys::of(&if sealed { file::read(&path)? } else { file::read_or_make(&path)? })?;
    if sealed {
        check(&keys, db).await?;
    }
    Ok(KeyRing { path, now: RwLock::new(Arc::new(keys)) })
}

impl KeyRing {
    /// When the tables are up to date: the newest key of the file becomes the active one of a database that has none.
    pub(crate) async fn begin(&self, tx: &impl ConnectionTrait) -> Result<(), StoreError> {
        if active(tx, true).await?.is_none() {
            let keys = self.now();
            // Whatever was sealed by a program that did not say so yet, was sealed with the newest key that has a check.
            let checked = scope::key_checks().all(tx).await?.into_iter().filter_map(|check| u32::try_from(check.key_id).ok()).max();
            let first = checked.unwrap_or_else(|| keys.active());
            let mut insert = Query::insert();
            insert.into_table(Alias::new("counters")).columns([Alias::new("name"), Alias::new("value")]);
            insert.values_panic([Expr::val(ACTIVE_KEY), Expr::val(i64::from(first))]);
            insert.on_conflict(OnConflict::column(Alias::new("name")).do_nothing().to_owned());
            tx.execute(&insert).await?;
            add_check(&keys, first, tx).await?;
        }
        check(&*self.read(tx).await?, tx).await
    }
}

const ACTIVE_KEY: &str = "active_key";
const CHECK: &[u8] = b"these keys fit this database";

/// Which key seals, as the database says; held for reading until the transaction is over, if that is asked.
async fn active(db: &impl ConnectionTrait, held: bool) -> Result<Option<u32>, StoreError> {
    let mut query = Query::select();
    query.expr(Expr::col(Alias::new("value"))).from(Alias::new("counters")).and_where(Expr::col(Alias::new("name")).eq(ACTIVE_KEY));
    if held {
        query.lock(LockType::Share);
    }
    let Some(row) = db.query_one(&query).await? else { return Ok(None) };
    let number: i64 = row.try_get_by_index(0)?;
    u32::try_from(number).map(Some).map_err(|_| StoreError::Inconsistent { table: "counters", what: "an active key that is none" })
}

/// Makes another key the active one, if `before` still is. Waits for whoever is writing something sealed.
pub(crate) async fn activate(tx: &impl ConnectionTrait, keys: &Keys, before: u32, number: u32) -> Result<bool, StoreError> {
    let mut update = Query::update();
    update.table(Alias::new("counters")).value(Alias::new("value"), i64::from(number));
    update.and_where(Expr::col(Alias::new("name")).eq(ACTIVE_KEY)).and_where(Expr::col(Alias::new("value")).eq(i64::from(before)));
    if tx.execute(&update).await?.rows_affected() != 1 {
        return Ok(false);
    }
    add_check(keys, number, tx).await?;
    Ok(true)
}

/// Adds what the database says: which key is active, and which derived keys outlive their roots.
async fn complete(keys: Keys, db: &impl ConnectionTrait) -> Result<Keys, StoreError> {
    let mut keys = match active(db, false).await? {
        Some(active) => keys.with_active(active)?,
        None => keys,
    };
    for row in scope::kept_keys().all(db).await? {
        let number = u32::try_from(row.key_id).map_err(|_| StoreError::Sealed("kept_keys"))?;
        let text = keys.open(&Place::kept_key(row.key_id, &row.purpose), &row.sealed)?;
        let key = <[u8; 32]>::try_from(text.as_slice()).map_err(|_| StoreError::Sealed("kept_keys"))?;
        keys.keep(number, row.purpose, Zeroizing::new(key));
    }
    Ok(keys)
}

/// Compares the keys with the database's check texts.
async fn check(keys: &Keys, db: &impl ConnectionTrait) -> Result<(), StoreError> {
    let misfit =
        || StoreError::Keys("the key file does not fit this database: it belongs to another one. Nothing has been changed".to_owned());
    for check in &scope::key_checks().all(db).await? {
        if !u32::try_from(check.key_id).is_ok_and(|number| keys.has(number)) {
            return Err(StoreError::Keys(format!(
                "the key file does not fit this database: it does not have key {}. It is an older copy, or a key was taken out of it. Nothing has been changed",
                check.key_id
            )));
        }
        let text = keys.open(&Place::key_check(check.key_id), &check.sealed).map_err(|_| misfit())?;
        if text.as_slice() != CHECK {
            return Err(misfit());
        }
    }
    Ok(())
}

async fn add_check(keys: &Keys, number: u32, tx: &impl ConnectionTrait) -> Result<(), StoreError> {
    let id = i64::from(number);
    if scope::key_checks().all(tx).await?.iter().any(|check| check.key_id == id) {
        return Ok(());
    }
    let sealed = keys.seal_with(number, &Place::key_check(id), CHECK)?;
    key_check::Entity::insert(key_check::ActiveModel { key_id: Set(id), sealed: Set(sealed) }).exec_without_returning(tx).await?;
    Ok(())
}
