//! Throwing a saved list away.

use domain::SegmentId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::case_segment;
use crate::{Store, StoreError, Viewer};

impl Store {
    /// Removes one of the viewer's own. What is not there, or is somebody else's, is not there afterwards either: two
    /// clicks are one, and nobody learns of another's.
    pub async fn remove_case_segment(&self, viewer: &Viewer, id: SegmentId) -> Result<(), StoreError> {
        let tx = self.begin().await?;
        case_segment::Entity::delete_many()
            .filter(case_segment::Column::Id.eq(id))
            .filter(case_segment::Column::PersonId.eq(viewer.person()))
            .exec(&tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }
}
