//! The versions of the matrix: who made which, when, and why.

use domain::Timestamp;
use domain::access::{Difference, Policy, difference};
use domain::settings::{VersionRow, VersionView, Versions};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::access_log::LogReader;
use crate::entity::policy;
use crate::policy::read;
use crate::{Store, StoreError, Viewer, scope};

use super::SettingsReader;

/// How many versions are shown.
const SHOWN: u64 = 50;
/// How long the data protection officer is told of a new version first of all.
const NEWS_SECONDS: i64 = 30 * 24 * 60 * 60;

impl Store {
    /// The versions, newest first.
    pub async fn policy_versions(&self, viewer: &Viewer) -> Result<Versions, StoreError> {
        let reader = SettingsReader::of(viewer)?;
        let mut models = scope::policies().order_by_desc(policy::Column::Version).limit(SHOWN + 1).all(&self.db).await?;
        let more = models.len() as u64 > SHOWN;
        models.truncate(SHOWN as usize);
        let mut rows = Vec::with_capacity(models.len() + 1);
        for model in models {
            let changes = self.changes_of(&reader, &model).await?;
            rows.push(row(&model, &changes));
        }
        if !more {
            rows.push(standard());
        }
        Ok(Versions { rows, more })
    }

    /// One version, with what it changed.
    pub async fn policy_version(&self, viewer: &Viewer, version: i32) -> Result<VersionView, StoreError> {
        let reader = SettingsReader::of(viewer)?;
        let (row, changes) = match self.model(version).await? {
            Some(model) => {
                let changes = self.changes_of(&reader, &model).await?;
                (row(&model, &changes), changes)
            }
            None => (standard(), Difference::default()),
        };
        let in_force = self.policy().await?.version == version;
        Ok(VersionView { row, changes, in_force, may_change: viewer.grants.may_change_settings() })
    }

    pub(super) async fn version_row(&self, reader: &SettingsReader, version: i32) -> Result<VersionRow, StoreError> {
        Ok(match self.model(version).await? {
            Some(model) => row(&model, &self.changes_of(reader, &model).await?),
            None => standard(),
        })
    }

    /// A version as rules; 0 is the standard.
    pub(super) async fn policy_at(&self, version: i32) -> Result<Policy, StoreError> {
        self.model(version).await?.map_or_else(|| Ok(Policy::standard()), |model| read(&model))
    }

    /// The row of a version; `None` for the standard, which has none.
    async fn model(&self, version: i32) -> Result<Option<policy::Model>, StoreError> {
        if version == 0 {
            return Ok(None);
        }
        scope::policies_at(version).one(&self.db).await?.map(Some).ok_or(StoreError::NotFound)
    }

    async fn changes_of(&self, _: &SettingsReader, model: &policy::Model) -> Result<Difference, StoreError> {
        self.changes(model).await
    }

    async fn changes(&self, model: &policy::Model) -> Result<Difference, StoreError> {
        let before = self.policy_at(model.version - 1).await?;
        Ok(difference(&before, &read(model)?))
    }

    /// The versions of the last month, for the data protection officer: the access log tells of them first of all.
    pub(crate) async fn policy_news(&self, _: &LogReader, now: Timestamp) -> Result<Vec<VersionRow>, StoreError> {
        let recent = scope::policies().filter(policy::Column::MadeAt.gte(now.plus_seconds(-NEWS_SECONDS)));
        let models = recent.order_by_desc(policy::Column::Version).limit(10).all(&self.db).await?;
        let mut rows = Vec::with_capacity(models.len());
        for model in models {
            rows.push(row(&model, &self.changes(&model).await?));
        }
        Ok(rows)
    }
}

fn row(model: &policy::Model, changes: &Difference) -> VersionRow {
    VersionRow {
        version: model.version,
        made: Some((model.made_at, model.made_by.clone())),
        note: model.note.clone(),
        changes: changes.len() as u64,
        gave_self: model.gave_self,
    }
}

fn standard() -> VersionRow {
    VersionRow { version: 0, made: None, note: String::new(), changes: 0, gave_self: false }
}
