//! Giving a filter a name.

use domain::cases::CaseFilter;
use domain::members::SEGMENTS_MAX;
use domain::{Code, IdempotencyKey, SegmentId, text};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::entity::case_segment;
use crate::{Store, StoreError, Viewer, drafts, scope};

impl Store {
    /// Saves a filter under a checked name, and throws the form's draft away. The same key again saves nothing more; a
    /// name that another of one's own has is refused. The place in the list is not saved.
    pub async fn save_case_segment(
        &self,
        viewer: &Viewer,
        key: IdempotencyKey,
        draft: &str,
        name: String,
        filter: &CaseFilter,
    ) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let own = || scope::own_case_segments(viewer);
        if own().filter(case_segment::Column::IdempotencyKey.eq(key)).count(&tx).await? == 0 {
            if own().count(&tx).await? >= u64::from(SEGMENTS_MAX) {
                return Err(super::refused(Code::TooMany { max: SEGMENTS_MAX }));
            }
            if own().filter(case_segment::Column::NameFolded.eq(text::fold(&name))).count(&tx).await? > 0 {
                return Err(super::refused(Code::Taken));
            }
            case_segment::Entity::insert(case_segment::ActiveModel {
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
