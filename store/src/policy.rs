//! The access matrix in force: the union's newest version, or the standard.

use std::sync::{Arc, Mutex, PoisonError};

use domain::access::{Policy, PolicyError};
use domain::cases::CaseTypes;
use domain::org::{Offices, OfficesError};
use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel, QueryOrder, QuerySelect};

use crate::case_types::FIRST;
use crate::entity::policy;
use crate::scope::{self, InForce};
use crate::{Store, StoreError};

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
    /// The table of offices is.
    #[error(transparent)]
    Offices(#[from] OfficesError),
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
        self.policy_of(newest.unwrap_or(0)).await
    }

    /// The policy and the case types of these versions.
    pub(crate) async fn in_force(&self, InForce { policy, case_types }: InForce) -> Result<(Arc<Policy>, Arc<CaseTypes>), StoreError> {
        Ok((self.policy_of(policy.unwrap_or(0)).await?, self.case_types_at(case_types.unwrap_or(FIRST)).await?))
    }

    /// The policy, when this is its newest version.
    async fn policy_of(&self, newest: i32) -> Result<Arc<Policy>, StoreError> {
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
        let gone = StoreError::Inconsistent { table: "policies", what: "the newest version is gone" };
        read(&scope::policies_at(version).one(&self.db).await?.ok_or(gone)?)
    }

    /// The table of the policy that holds now, as text.
    pub async fn policy_text(&self) -> Result<String, StoreError> {
        let row = scope::policies().order_by_desc(policy::Column::Version).limit(1).one(&self.db).await?;
        Ok(row.map_or_else(|| Policy::standard_text().to_owned(), |row| row.rules))
    }

    /// Makes a new version, in force from the next request on. Versions are added to, never changed. Without `offices`
    /// these are as they were; with them, those that were added before and are not named stay.
    pub async fn set_policy(&self, rules: &str, offices: Option<&str>, made_by: &str, note: &str) -> Result<i32, NewPolicyError> {
        let named = offices.map(Offices::parse).transpose()?;
        let tx = self.begin().await?;
        crate::registry::generation::raise_by_any(&tx).await?;
        let now = in_force(&tx).await?;
        let offices = named.map_or_else(|| now.offices().as_ref().clone(), |named| named.keeping(now.offices()));
        let then = Policy::parse(now.version + 1, offices, rules)?;
        then.locks_nobody_out()?;
        let row = policy::Model {
            version: then.version,
            made_at: self.clock.now(),
            made_by: made_by.to_owned(),
            note: note.to_owned(),
            rules: rules.to_owned(),
            offices: then.offices().table(),
            person_id: None,
            idempotency_key: None,
            gave_self: false,
        };
        insert(&tx, row, &now, &then).await?;
        tx.commit().await.map_err(StoreError::from)?;
        Ok(then.version)
    }
}

/// The policy that holds now, as a transaction sees it.
pub(crate) async fn in_force(db: &impl ConnectionTrait) -> Result<Policy, StoreError> {
    let row = scope::policies().order_by_desc(policy::Column::Version).limit(1).one(db).await?;
    row.map_or_else(|| Ok(Policy::standard()), |row| read(&row))
}

/// A version as rules and offices.
pub(crate) fn read(row: &policy::Model) -> Result<Policy, StoreError> {
    let wrong = StoreError::Inconsistent { table: "policies", what: "a version that cannot be read" };
    let offices = row.offices.as_deref().map_or_else(|| Ok(Offices::standard().clone()), Offices::parse);
    let policy = offices.ok().and_then(|offices| Policy::parse(row.version, offices, &row.rules).ok());
    policy.ok_or(wrong)
}

/// Writes a version, and brings in line what is worked out from its offices: where somebody is missing.
pub(crate) async fn insert(tx: &impl ConnectionTrait, row: policy::Model, now: &Policy, then: &Policy) -> Result<(), StoreError> {
    policy::Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    if now.offices().of_agreement().ne(then.offices().of_agreement()) {
        crate::reach::derive_shortfalls(tx).await?;
    }
    Ok(())
}
