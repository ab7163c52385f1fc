//! Giving a filter a name.

use domain::members::{MemberFilter, SEGMENTS_MAX};
use domain::{Code, IdempotencyKey, SegmentId, text};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::entity::member_segment;
use crate::{Store, StoreError, Viewer, drafts, scope};

impl Store {
    /// Saves a filter under a checked name, and throws the form's draft away. The same key again saves nothing more.
    ///
    /// Words and place are not saved: a segment is for many, not for finding one. For those who see no members there is
    /// nothing to filter.
    pub async fn save_segment(
        &self,
        viewer: &Viewer,
        key: IdempotencyKey,
        draft: &str,
        name: String,
        filter: &MemberFilter,
    ) -> Result<(), StoreError> {
        if !viewer.sees_members() {
            return Err(StoreError::Forbidden);
        }
        let now = self.clock.now();
        let tx = self.begin().await?;
        let again = scope::own_segments(viewer).filter(member_segment::Column::IdempotencyKey.eq(key)).count(&tx).await?;
        if again == 0 {
            if scope::own_segments(viewer).count(&tx).await? >= u64::from(SEGMENTS_MAX) {
                return Err(super::refused(Code::TooMany { max: SEGMENTS_MAX }));
            }
            super::not_taken(&tx, viewer, &name, None).await?;
            member_segment::Entity::insert(member_segment::ActiveModel {
                id: Set(SegmentId(uuid::Uuid::now_v7())),
                person_id: Set(viewer.person()),
                name_folded: Set(text::fold(&name)),
                name: Set(name),
                narrowing: Set(filter.narrowing()),
                version: Set(1),
                changed_at: Set(now),
                idempotency_key: Set(key),
            })
            .exec_without_returning(&tx)
            .await?;
        }
        drafts::drop_in(&tx, viewer, draft).await?;
        tx.commit().await?;
        Ok(())
    }
}
