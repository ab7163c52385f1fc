//! Changing a task.

use domain::lifecycle::Deed;
use domain::tasks::{Changes, NewTask};
use domain::{CaseId, TaskId};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::cases::contents::{task_details_place, task_place};
use crate::cases::earlier::{self, Was};
use crate::cases::{CaseWork, Event};
use crate::entity::{EventKind, task};
use crate::members::names;
use crate::{Store, StoreError, Viewer, drafts};

use super::make::day_of;

impl Store {
    /// Makes a task what was typed, keeps what more was said about it, and throws the form's draft away. `version` is the one the viewer saw: if somebody
    /// has changed the task since, nothing happens and the answer is [`StoreError::Conflict`] – unless it is already as
    /// it was typed. It can be given to somebody who works on the case, or stay with whoever has it.
    pub async fn change_task(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: TaskId,
        version: i32,
        draft: &str,
        new: NewTask,
    ) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove_for(&tx, viewer, case, Deed::Tend).await?;
        let row = super::in_case(&tx, work.readable(), id).await?;
        let owner = new.owner.unwrap_or(row.owner_id);
        if owner != row.owner_id {
            super::may_have(viewer, work.readable(), owner)?;
        }
        let content_key = self.content_key(&tx, work.readable()).await?;
        let title = content_key.open_text(&task_place(id), &row.title)?;
        let details = row.details.as_ref().map(|sealed| content_key.open_text(&task_details_place(id), sealed)).transpose()?;
        let mut changes = Changes {
            title: (title != new.title).then(|| (title, new.title.clone())),
            due: (row.due_on != new.due).then_some((row.due_on, new.due)),
            owner: None,
            repeat: (row.repeats != new.repeat).then_some((row.repeats, new.repeat)),
            details: details != new.details,
        };
        if owner != row.owner_id {
            let mut names = names::of(&tx, [owner, row.owner_id]).await?;
            changes.owner = Some((names.remove(&row.owner_id).unwrap_or_default(), names.remove(&owner).unwrap_or_default()));
        }
        if !changes.is_empty() {
            if row.version != version {
                return Err(StoreError::Conflict);
            }
            if let Some(was) = details.filter(|_| changes.details) {
                earlier::keep(&tx, viewer, &work, &content_key, now, (id.0, row.version), &Was::Details(was)).await?;
            }
            let sealed = new.details.as_ref().map(|details| content_key.seal(&task_details_place(id), details.as_bytes())).transpose()?;
            // A monthly task that stays as it is comes back to the day it was given for.
            let same = changes.due.is_none() && changes.repeat.is_none();
            let day = if same { row.repeat_day } else { day_of(new.repeat, new.due) };
            task::Entity::update_many()
                .col_expr(task::Column::Title, Expr::value(content_key.seal(&task_place(id), new.title.as_bytes())?))
                .col_expr(task::Column::Details, Expr::value(sealed))
                .col_expr(task::Column::DueOn, Expr::value(new.due))
                .col_expr(task::Column::OwnerId, Expr::value(owner))
                .col_expr(task::Column::Repeats, Expr::value(new.repeat))
                .col_expr(task::Column::RepeatDay, Expr::value(day))
                .col_expr(task::Column::ChangedAt, Expr::value(now))
                .col_expr(task::Column::ChangedBy, Expr::value(viewer.person()))
                .col_expr(task::Column::Version, Expr::col(task::Column::Version).add(1))
                .filter(task::Column::Id.eq(id))
                .exec(&tx)
                .await?;
            let told = serde_json::to_string(&changes)
                .map_err(|_| StoreError::Inconsistent { table: "case_events", what: "changes that cannot be written down" })?;
            let event = Event { at: now, kind: EventKind::TaskChanged, subject: Some(id.0), detail: Some((&content_key, &told)) };
            work.tell(&tx, viewer, event).await?;
        }
        drafts::drop_in(&tx, viewer, draft).await?;
        tx.commit().await?;
        Ok(())
    }
}
