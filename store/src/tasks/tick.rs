//! Ticking a task off, and taking the tick back.

use domain::lifecycle::Deed;
use domain::tasks::Repeat;
use domain::{CaseId, IdempotencyKey, TaskId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use crate::cases::CaseWork;
use crate::cases::contents::{task_details_place, task_place};
use crate::entity::{EventKind, task};
use crate::{Store, StoreError, Viewer};

use super::make::{Making, make};

impl Store {
    /// Makes a task done or not done. `version` is the one the viewer saw: if somebody has changed the task since,
    /// nothing happens and the answer is [`StoreError::Conflict`] – unless they did the very same thing.
    ///
    /// When one that comes again is done, the next one is made; once, however often the tick is taken back. One that was
    /// dropped is taken up again, not ticked off.
    pub async fn tick_task(&self, viewer: &Viewer, case: CaseId, id: TaskId, done: bool, version: i32) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove_for(&tx, viewer, case, Deed::Tend).await?;
        let row = super::in_case(&tx, work.readable(), id).await?;
        if row.done_at.is_some() == done {
            return if row.drop_reason.is_some() { Err(StoreError::Conflict) } else { Ok(()) };
        }
        let changed = task::Entity::update_many()
            .col_expr(task::Column::DoneAt, Expr::value(done.then_some(now)))
            .col_expr(task::Column::DoneBy, Expr::value(done.then_some(viewer.person())))
            .col_expr(task::Column::DropReason, Expr::value(None::<Vec<u8>>))
            .col_expr(task::Column::Version, Expr::col(task::Column::Version).add(1))
            .filter(task::Column::Id.eq(id))
            .filter(task::Column::Version.eq(version))
            .exec(&tx)
            .await?;
        if changed.rows_affected != 1 {
            return Err(StoreError::Conflict);
        }
        let kind = if done { EventKind::TaskDone } else { EventKind::TaskReopened };
        work.record(&tx, viewer, now, kind, id.0).await?;
        if done && row.repeats != Repeat::Never && !row.has_next {
            self.make_next(&tx, viewer, &work, &row, now).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// The one after this one, for the same person; for whoever ticked this one off, when that person does not work on
    /// the case any more.
    async fn make_next(
        &self,
        tx: &DatabaseTransaction,
        viewer: &Viewer,
        work: &CaseWork,
        row: &task::Model,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let Some(due) = row.due_on else { return Ok(()) };
        let day = row.repeat_day.and_then(|day| i8::try_from(day).ok()).unwrap_or_else(|| due.day());
        let Some(next) = row.repeats.next(due, day, viewer.today) else { return Ok(()) };
        let content_key = self.content_key(tx, work.readable()).await?;
        let title = content_key.open_text(&task_place(row.id), &row.title)?;
        let details = row.details.as_ref().map(|sealed| content_key.open_text(&task_details_place(row.id), sealed)).transpose()?;
        let works = work.readable().workers().contains(&row.owner_id);
        let making = Making {
            title: &title,
            details: details.as_deref(),
            due: Some(next),
            repeat: row.repeats,
            day: row.repeat_day,
            owner: if works { row.owner_id } else { viewer.person() },
            key: IdempotencyKey(uuid::Uuid::now_v7()),
        };
        make(tx, viewer, work, &content_key, now, making).await?;
        task::Entity::update_many().col_expr(task::Column::HasNext, Expr::value(true)).filter(task::Column::Id.eq(row.id)).exec(tx).await?;
        Ok(())
    }
}
