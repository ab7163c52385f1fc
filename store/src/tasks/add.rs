//! Making a task.

use domain::tasks::NewTask;
use domain::{CaseId, IdempotencyKey, TaskId};
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::cases::CaseWork;
use crate::entity::{EventKind, task};
use crate::{Store, StoreError, Viewer, drafts, scope};

impl Store {
    /// Adds a task to a case, for the viewer to do, and throws its draft away. The same key again adds nothing more;
    /// in another case it is a [`StoreError::Conflict`].
    pub async fn add_task(&self, viewer: &Viewer, case: CaseId, key: IdempotencyKey, draft: &str, new: NewTask) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, case).await?;
        let again = scope::made_with(viewer, key).one(&tx).await?;
        if again.as_ref().is_some_and(|task| task.case_id != work.id()) {
            return Err(StoreError::Conflict);
        }
        if again.is_none() {
            let id = TaskId(uuid::Uuid::now_v7());
            task::Entity::insert(task::ActiveModel {
                id: Set(id),
                case_id: Set(work.id()),
                title: Set(new.title),
                due_on: Set(new.due),
                owner_id: Set(viewer.person()),
                made_at: Set(now),
                made_by: Set(viewer.person()),
                done_at: Set(None),
                done_by: Set(None),
                version: Set(1),
                idempotency_key: Set(key),
            })
            .exec_without_returning(&tx)
            .await?;
            work.record(&tx, viewer, now, EventKind::TaskMade, id.0).await?;
        }
        drafts::drop_in(&tx, viewer, draft).await?;
        tx.commit().await?;
        Ok(())
    }
}
