//! Finding somebody who holds an office, by name.

use std::collections::HashMap;

use domain::org::Office;
use domain::settings::{Holder, Holders};
use domain::{MemberId, UnitId, text};
use sea_orm::sea_query::LikeExpr;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::access_log::{Detail, Look};
use crate::entity::{member, unit};
use crate::{Store, StoreError, Viewer, scope};

use super::SettingsReader;

/// More than this many are not shown: more of the name is needed.
const SHOWN: u64 = 20;

impl Store {
    /// Those who hold an office today and whom a name fits; nobody without a name. Members without an office are not
    /// found, nor is anybody whose details are protected.
    pub async fn office_holders(&self, viewer: &Viewer, typed: &str) -> Result<Holders, StoreError> {
        let reader = SettingsReader::of(viewer)?;
        let words = text::search_words(typed);
        if words.is_empty() {
            return Ok(Holders::default());
        }
        let mut found = scope::office_holders(&reader, viewer.today);
        for word in words {
            let escaped = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
            found = found.filter(member::Column::NameSearch.like(LikeExpr::new(format!("% {escaped}%")).escape('\\')));
        }
        let found = found.order_by_asc(member::Column::NameSort).order_by_asc(member::Column::Id).limit(SHOWN + 1);
        let mut rows = found.all(&self.db).await?;
        let more = rows.len() as u64 > SHOWN;
        rows.truncate(SHOWN as usize);
        let detail = Detail { words: typed.trim().to_owned(), found: Some(rows.len() as u64), ..Detail::of(viewer) };
        self.log_detailed(viewer, Look::Holders, &detail).await?;
        let mut offices = self.offices_of(&reader, viewer, rows.iter().map(|row| row.id)).await?;
        let found = rows
            .into_iter()
            .map(|row| Holder {
                offices: offices.remove(&row.id).unwrap_or_default(),
                id: row.id,
                name: format!("{} {}", row.given_name, row.family_name),
            })
            .collect();
        Ok(Holders { found, more })
    }

    async fn offices_of(
        &self,
        reader: &SettingsReader,
        viewer: &Viewer,
        persons: impl Iterator<Item = MemberId>,
    ) -> Result<HashMap<MemberId, Vec<(Office, String)>>, StoreError> {
        let mandates = scope::mandates_held_by(reader, persons, viewer.today).all(&self.db).await?;
        let units = scope::units().filter(unit::Column::Id.is_in(mandates.iter().map(|row| row.unit_id))).all(&self.db).await?;
        let names: HashMap<UnitId, String> = units.into_iter().map(|unit| (unit.id, unit.name)).collect();
        let mut offices: HashMap<MemberId, Vec<(Office, String)>> = HashMap::new();
        for row in mandates {
            offices.entry(row.member_id).or_default().push((row.office, names.get(&row.unit_id).cloned().unwrap_or_default()));
        }
        Ok(offices)
    }
}
