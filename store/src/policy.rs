//! The access matrix in force: the union's newest version, or the standard.

use std::sync::{Arc, Mutex, PoisonError};

use domain::access::{Policy, PolicyError};
use sea_orm::{ActiveValue::Set, EntityTrait, QueryOrder, QuerySelect};

use crate::entity::policy;
use crate::{Store, StoreError, scope};

/// The version that was read last. Which version holds is asked of the database at each request, so that a change
/// is in force on every node from the next one on; only its table is not read again.
#[derive(Debug)]
pub(crate) struct Policies(Mutex<Arc<Policy>>);

impl Default for Policies {
    fn default() -> Self {
        Self(Mutex::new(Arc::new(Policy::standard())))
    }
}

/// Why a new version was not taken.
#[derive(Debug, thiserror::Error)]
pub enum NewPolicyError {
    /// The table is wrong.
    #[error(transparent)]
    Table(#[from] PolicyError),
    /// The database would not.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Store {
    /// The policy that holds now.
    pub async fn policy(&self) -> Result<Arc<Policy>, StoreError> {
        let newest: Option<i32> = scope::policies()
            .select_only()
            .column(policy::Column::Version)
            .order_by_desc(policy::Column::Version)
            .limit(1)
            .into_tuple()
            .one(&self.db)
            .await?;
        let newest = newest.unwrap_or(0);
        let known = self.policies.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if known.version == newest {
            return Ok(known);
        }
        let read = Arc::new(match newest {
            0 => Policy::standard(),
            _ => self.read_policy(newest).await?,
        });
        *self.policies.0.lock().unwrap_or_else(PoisonError::into_inner) = read.clone();
        Ok(read)
    }

    async fn read_policy(&self, version: i32) -> Result<Policy, StoreError> {
        let wrong = |what| StoreError::Inconsistent { table: "policies", what };
        let row = scope::policies_at(version).one(&self.db).await?.ok_or(wrong("the newest version is gone"))?;
        Policy::parse(version, &row.rules).map_err(|_| wrong("a version that cannot be read"))
    }

    /// The table of the policy that holds now, as text.
    pub async fn policy_text(&self) -> Result<String, StoreError> {
        let row = scope::policies().order_by_desc(policy::Column::Version).limit(1).one(&self.db).await?;
        Ok(row.map_or_else(|| Policy::standard_text().to_owned(), |row| row.rules))
    }

    /// Makes a new version, in force from the next request on. Versions are added to, never changed.
    pub async fn set_policy(&self, text: &str, made_by: &str, note: &str) -> Result<i32, NewPolicyError> {
        let tx = self.begin().await?;
        crate::registry::generation::raise_by_any(&tx).await?;
        let newest = scope::policies().order_by_desc(policy::Column::Version).limit(1).one(&tx).await.map_err(StoreError::from)?;
        let version = newest.map_or(0, |row| row.version) + 1;
        Policy::parse(version, text)?.locks_nobody_out()?;
        policy::Entity::insert(policy::ActiveModel {
            version: Set(version),
            made_at: Set(self.clock.now()),
            made_by: Set(made_by.to_owned()),
            note: Set(note.to_owned()),
            rules: Set(text.to_owned()),
            person_id: Set(None),
            idempotency_key: Set(None),
            gave_self: Set(false),
        })
        .exec_without_returning(&tx)
        .await
        .map_err(StoreError::from)?;
        tx.commit().await.map_err(StoreError::from)?;
        Ok(version)
    }
}
