//! The case types in force, and the versions before.

use domain::settings::{TypesVersion, TypesView};
use sea_orm::{QueryOrder, QuerySelect};

use crate::entity::case_types;
use crate::{Store, StoreError, Viewer, scope};

use super::SettingsReader;

/// How many versions are shown.
const SHOWN: u64 = 50;

impl Store {
    /// Every case type with all that is true of it, and who has put which version in force.
    pub async fn case_type_settings(&self, viewer: &Viewer) -> Result<TypesView, StoreError> {
        let _reader = SettingsReader::of(viewer)?;
        let versions = scope::case_type_versions()
            .order_by_desc(case_types::Column::Version)
            .limit(SHOWN)
            .select_only()
            .columns([
                case_types::Column::Version,
                case_types::Column::MadeAt,
                case_types::Column::MadeBy,
                case_types::Column::Note,
                case_types::Column::Standard,
            ])
            .into_tuple::<(i32, domain::Timestamp, String, String, bool)>()
            .all(&self.db)
            .await?;
        let mut versions = versions.into_iter().map(|(version, made_at, made_by, note, standard)| TypesVersion {
            version,
            made_at,
            made_by,
            note,
            standard,
        });
        let now = versions.next().ok_or(StoreError::Inconsistent { table: "case_types", what: "there is no version" })?;
        let types = self.case_types_at(now.version).await?.iter().cloned().collect();
        Ok(TypesView { now, types, before: versions.collect(), may_change: viewer.grants.may_change_settings() })
    }
}
