//! Ticking a task off, and taking the tick back.

use domain::{CaseId, TaskId};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::cases::CaseWork;
use crate::entity::{EventKind, task};
use crate::{Store, StoreError, Viewer, scope};

impl Store {
    /// Makes a task done or not done. `version` is the one the viewer saw: if somebody has changed the task since,
    /// nothing happens and the answer is [`StoreError::Conflict`] – unless they did the very same thing.
    pub async fn tick_task(&self, viewer: &Viewer, case: CaseId, id: TaskId, done: bool, version: i32) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, case).await?;
        let row = scope::tasks_of(work.readable()).filter(task::Column::Id.eq(id)).one(&tx).await?.ok_or(StoreError::NotFound)?;
        if row.done_at.is_some() == done {
            return Ok(());
        }
        let changed = task::Entity::update_many()
            .col_expr(task::Column::DoneAt, Expr::value(done.then_some(now)))
            .col_expr(task::Column::DoneBy, Expr::value(done.then_some(viewer.person())))
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
        tx.commit().await?;
        Ok(())
    }
}
