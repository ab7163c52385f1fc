//! Saying something of a task.

use domain::lifecycle::Deed;
use domain::{CaseId, IdempotencyKey, TaskCommentId, TaskId};
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::cases::CaseWork;
use crate::cases::contents::comment_place;
use crate::entity::{EventKind, task_comment};
use crate::sent_again::sent_again;
use crate::{Store, StoreError, Viewer, drafts, scope};

impl Store {
    /// Adds a checked comment to a task, and throws its draft away. The same again adds nothing more; see
    /// [`sent_again`].
    pub async fn comment_on_task(
        &self,
        viewer: &Viewer,
        (case, id): (CaseId, TaskId),
        key: IdempotencyKey,
        draft: &str,
        body: &str,
    ) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove_for(&tx, viewer, case, Deed::Tend).await?;
        let row = super::in_case(&tx, work.readable(), id).await?;
        let again = scope::commented_with(viewer, key).one(&tx).await?;
        let content_key = self.content_key(&tx, work.readable()).await?;
        let same = |said: &task_comment::Model| Ok(content_key.open_text(&comment_place(said.id), &said.body)? == body);
        if !sent_again(again.as_ref(), |said| said.task_id == row.id, same)? {
            let comment = TaskCommentId(uuid::Uuid::now_v7());
            task_comment::Entity::insert(task_comment::ActiveModel {
                id: Set(comment),
                task_id: Set(row.id),
                author_id: Set(viewer.person()),
                body: Set(content_key.seal(&comment_place(comment), body.as_bytes())?),
                written_at: Set(now),
                idempotency_key: Set(key),
            })
            .exec_without_returning(&tx)
            .await?;
            work.record(&tx, viewer, now, EventKind::TaskComment, comment.0).await?;
        }
        drafts::drop_in(&tx, viewer, draft).await?;
        tx.commit().await?;
        Ok(())
    }
}
