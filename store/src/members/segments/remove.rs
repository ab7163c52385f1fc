//! Throwing a saved filter away.

use domain::SegmentId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::member_segment;
use crate::{Store, StoreError, Viewer, scope};

impl Store {
    /// Removes one of the viewer's own segments, if it is still as the viewer saw it; else the answer is
    /// [`StoreError::Conflict`]. What is not there, or is somebody else's, is not there afterwards either: two clicks
    /// are one, and nobody learns of another's.
    pub async fn remove_segment(&self, viewer: &Viewer, id: SegmentId, version: i32) -> Result<(), StoreError> {
        let tx = self.begin().await?;
        let Some(row) = scope::own_segments(viewer).filter(member_segment::Column::Id.eq(id)).one(&tx).await? else {
            return Ok(());
        };
        if row.version != version {
            return Err(StoreError::Conflict);
        }
        member_segment::Entity::delete_many()
            .filter(member_segment::Column::Id.eq(id))
            .filter(member_segment::Column::PersonId.eq(viewer.person()))
            .exec(&tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }
}
