//! Changing the call of a meeting.

use domain::meetings::{MeetingStatus, NewMeeting};
use domain::{CaseId, MeetingId};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::cases::CaseWork;
use crate::cases::earlier::{self, Was};
use crate::entity::{EventKind, meeting};
use crate::{Store, StoreError, Viewer, drafts};

use super::contents::{is_saved, plan_of, seal_plan};
use super::{found, people};

impl Store {
    /// Changes time, place, agenda and who is to come, keeps the call that was, and throws the draft away. `version` is the one that was seen: if
    /// somebody has changed the meeting since, nothing happens and the answer is [`StoreError::Conflict`] – unless it is
    /// already as it was typed. One that was called off is not changed.
    pub async fn change_meeting(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: MeetingId,
        version: i32,
        draft: &str,
        new: NewMeeting,
    ) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, case).await?;
        let row = found(&tx, work.readable(), id).await?;
        if row.status == MeetingStatus::Cancelled {
            return Err(StoreError::Conflict);
        }
        let key = self.content_key(&tx, work.readable()).await?;
        // Whoever changes it has not seen all who come.
        let mut new = new;
        let plan = plan_of(&key, &row)?;
        new.plan.participants.extend(people::untold(&tx, viewer, work.readable(), &plan).await?);
        if is_saved(&key, &row, &new)? {
            drafts::drop_in(&tx, viewer, draft).await?;
            tx.commit().await?;
            return Ok(());
        }
        if row.version != version {
            return Err(StoreError::Conflict);
        }
        let was = Was::Call { starts_at: row.starts_at, ends_at: row.ends_at, plan };
        earlier::keep(&tx, viewer, &work, &key, now, (id.0, row.version), &was).await?;
        let changed = meeting::Entity::update_many()
            .col_expr(meeting::Column::StartsAt, Expr::value(new.starts_at))
            .col_expr(meeting::Column::EndsAt, Expr::value(new.ends_at))
            .col_expr(meeting::Column::Plan, Expr::value(seal_plan(&key, id, &new.plan)?))
            .col_expr(meeting::Column::ChangedAt, Expr::value(now))
            .col_expr(meeting::Column::Version, Expr::col(meeting::Column::Version).add(1))
            .filter(meeting::Column::Id.eq(id))
            .filter(meeting::Column::Version.eq(version))
            .exec(&tx)
            .await?;
        if changed.rows_affected != 1 {
            return Err(StoreError::Conflict);
        }
        work.record(&tx, viewer, now, EventKind::MeetingChanged, id.0).await?;
        drafts::drop_in(&tx, viewer, draft).await?;
        tx.commit().await?;
        Ok(())
    }
}
