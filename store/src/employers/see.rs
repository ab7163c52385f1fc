//! Marking an alert as seen.

use domain::AlertId;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::entity::employer_alert_seen::{ActiveModel, Column, Entity};
use crate::{Store, StoreError, Viewer, scope};

impl Store {
    /// The viewer has seen it, and is not shown it on Today again. Others are.
    pub async fn see_alert(&self, viewer: &Viewer, id: AlertId) -> Result<(), StoreError> {
        let tx = self.begin().await?;
        scope::employer_alert(viewer, id).one(&tx).await?.ok_or(StoreError::NotFound)?;
        Entity::insert(ActiveModel { alert_id: Set(id), person_id: Set(viewer.person()), seen_at: Set(self.clock.now()) })
            .on_conflict(OnConflict::columns([Column::AlertId, Column::PersonId]).do_nothing().to_owned())
            .exec_without_returning(&tx)
            .await?;
        Ok(tx.commit().await?)
    }
}
