//! The case types in force: the newest version, which is the union's or the standard. Every version stays readable.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::cases::{CaseTypes, CaseTypesErrors, TypeChange, type_difference};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::case_types;
use crate::{Clock, Store, StoreError, scope};

/// The version that cases have which were opened before versions were kept.
pub(crate) const FIRST: i32 = 1;

/// The versions that have been read; they are never changed. Which one holds is asked of the database at each request, so
/// that a change is in force on every node from the next one on.
#[derive(Debug, Default)]
pub(crate) struct TypeVersions(Mutex<BTreeMap<i32, Arc<CaseTypes>>>);

/// Why a new version was not taken.
#[derive(Debug, thiserror::Error)]
pub enum NewCaseTypesError {
    /// The file is wrong.
    #[error(transparent)]
    File(#[from] CaseTypesErrors),
    /// The database would not.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Store {
    /// The case types that hold now.
    pub async fn case_types(&self) -> Result<Arc<CaseTypes>, StoreError> {
        let newest: Option<i32> = scope::case_type_versions()
            .select_only()
            .column(case_types::Column::Version)
            .order_by_desc(case_types::Column::Version)
            .limit(1)
            .into_tuple()
            .one(&self.db)
            .await?;
        self.case_types_at(newest.unwrap_or(FIRST)).await
    }

    /// A version.
    pub(crate) async fn case_types_at(&self, version: i32) -> Result<Arc<CaseTypes>, StoreError> {
        let known = || self.type_versions.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(types) = known().get(&version) {
            return Ok(types.clone());
        }
        let gone = StoreError::Inconsistent { table: "case_types", what: "a version is gone" };
        let row = scope::case_types_at(version).one(&self.db).await?.ok_or(gone)?;
        let types = Arc::new(read(&row)?);
        known().insert(version, types.clone());
        Ok(types)
    }

    /// The file of a version, or of the one that holds now, as it was written; `None` when there is no such version.
    pub async fn case_types_text(&self, version: Option<i32>) -> Result<Option<String>, StoreError> {
        let rows = match version {
            Some(version) => scope::case_types_at(version),
            None => scope::case_type_versions(),
        };
        Ok(rows.order_by_desc(case_types::Column::Version).one(&self.db).await?.map(|row| row.contents))
    }

    /// What a file would change, were it put in force.
    pub async fn check_case_types(&self, contents: &str) -> Result<Vec<TypeChange>, NewCaseTypesError> {
        let now = self.case_types().await?;
        Ok(type_difference(&now, &now.followed_by(contents)?))
    }

    /// Makes a file a new version, in force from the next request on. Versions are added to, never changed; a file
    /// without a type that is in force is not taken.
    pub async fn set_case_types(&self, contents: &str, made_by: &str, note: &str) -> Result<i32, NewCaseTypesError> {
        let tx = self.begin().await?;
        let now = in_force(&tx).await?;
        let then = now.followed_by(contents)?;
        let row = case_types::Model {
            version: then.version,
            made_at: self.clock.now(),
            made_by: made_by.to_owned(),
            note: note.to_owned(),
            contents: contents.to_owned(),
            standard: false,
            person_id: None,
            idempotency_key: None,
        };
        insert(&tx, row).await?;
        tx.commit().await.map_err(StoreError::from)?;
        Ok(then.version)
    }
}

/// The types that hold now, as a transaction sees them that will write a version: whoever else would, and whoever opens a
/// case, waits until it is over.
pub(crate) async fn in_force(tx: &DatabaseTransaction) -> Result<CaseTypes, StoreError> {
    crate::cases::hold_numbers(tx).await?;
    let gone = StoreError::Inconsistent { table: "case_types", what: "there is no version" };
    let row = scope::case_type_versions().order_by_desc(case_types::Column::Version).one(tx).await?;
    read(&row.ok_or(gone)?)
}

fn read(row: &case_types::Model) -> Result<CaseTypes, StoreError> {
    let wrong = |errors: CaseTypesErrors| {
        tracing::error!(version = row.version, %errors, "a version of the case types cannot be read");
        StoreError::Inconsistent { table: "case_types", what: "a version that cannot be read" }
    };
    CaseTypes::parse(row.version, &row.contents).map_err(wrong)
}

/// Writes a version.
pub(crate) async fn insert(tx: &impl ConnectionTrait, row: case_types::Model) -> Result<(), StoreError> {
    case_types::Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// Keeps the standard that this program comes with, once. It is put in force unless the union has a version of its own;
/// such a union takes from a later standard what it wants.
pub(crate) async fn keep_standard(tx: &DatabaseTransaction, clock: &Clock) -> Result<(), StoreError> {
    let contents = CaseTypes::standard_text();
    let kept = scope::case_type_versions()
        .filter(case_types::Column::Standard.eq(true))
        .filter(case_types::Column::Contents.eq(contents))
        .select_only()
        .column(case_types::Column::Version)
        .into_tuple::<i32>()
        .one(tx)
        .await?;
    if kept.is_some() {
        return Ok(());
    }
    let newest = scope::case_type_versions().order_by_desc(case_types::Column::Version).one(tx).await?;
    let version = match &newest {
        None => FIRST,
        Some(row) if row.standard => {
            read(row)?
                .followed_by(contents)
                .map_err(|errors| {
                    tracing::error!(%errors, "the standard's case types cannot follow those before");
                    StoreError::Inconsistent { table: "case_types", what: "a standard that cannot follow the one before" }
                })?
                .version
        }
        Some(_) => return Ok(()),
    };
    let row = case_types::Model {
        version,
        made_at: clock.now(),
        made_by: "KLAR".to_owned(),
        note: String::new(),
        contents: contents.to_owned(),
        standard: true,
        person_id: None,
        idempotency_key: None,
    };
    insert(tx, row).await
}
