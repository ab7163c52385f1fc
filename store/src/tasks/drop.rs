//! Dropping a task: it is not to be done after all.

use domain::lifecycle::Deed;
use domain::{CaseId, TaskId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use crate::cases::contents::task_reason_place;
use crate::cases::{CaseWork, Event};
use crate::crypto::ContentKey;
use crate::entity::{EventKind, task};
use crate::{Store, StoreError, Viewer, drafts};

impl Store {
    /// Drops a task for a checked reason, and throws the form's draft away. `version` is the one the viewer saw: if
    /// somebody has changed the task since, nothing happens and the answer is [`StoreError::Conflict`] – unless it is
    /// dropped already. Nothing comes after one that comes again: whoever drops it does not want the next either.
    pub async fn drop_task(
        &self,
        viewer: &Viewer,
        (case, id): (CaseId, TaskId),
        version: i32,
        draft: &str,
        reason: &str,
    ) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove_for(&tx, viewer, case, Deed::Tend).await?;
        let row = super::in_case(&tx, work.readable(), id).await?;
        if row.drop_reason.is_none() {
            if row.version != version || row.done_at.is_some() {
                return Err(StoreError::Conflict);
            }
            let content_key = self.content_key(&tx, work.readable()).await?;
            drop_open(&tx, viewer, &work, &content_key, now, id, reason).await?;
        }
        drafts::drop_in(&tx, viewer, draft).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Drops a task of this case that is open, and writes the line in the timeline.
pub(crate) async fn drop_open(
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    work: &CaseWork,
    content_key: &ContentKey,
    now: Timestamp,
    id: TaskId,
    reason: &str,
) -> Result<(), StoreError> {
    task::Entity::update_many()
        .col_expr(task::Column::DoneAt, Expr::value(now))
        .col_expr(task::Column::DoneBy, Expr::value(viewer.person()))
        .col_expr(task::Column::DropReason, Expr::value(content_key.seal(&task_reason_place(id), reason.as_bytes())?))
        .col_expr(task::Column::Version, Expr::col(task::Column::Version).add(1))
        .filter(task::Column::Id.eq(id))
        .exec(tx)
        .await?;
    let event = Event { at: now, kind: EventKind::TaskDropped, subject: Some(id.0), detail: Some((content_key, reason)) };
    work.tell(tx, viewer, event).await
}
