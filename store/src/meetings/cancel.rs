//! Calling a meeting off.

use domain::meetings::MeetingStatus;
use domain::{CaseId, MeetingId};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::cases::CaseWork;
use crate::entity::{EventKind, meeting};
use crate::{Store, StoreError, Viewer};

use super::found;

impl Store {
    /// Calls a meeting off that is still to come. Twice is once; one that somebody has changed since `version`, or that
    /// was held, is a [`StoreError::Conflict`].
    pub async fn cancel_meeting(&self, viewer: &Viewer, case: CaseId, id: MeetingId, version: i32) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, case).await?;
        if found(&tx, work.readable(), id).await?.status == MeetingStatus::Cancelled {
            return Ok(());
        }
        let changed = meeting::Entity::update_many()
            .col_expr(meeting::Column::Status, Expr::value(MeetingStatus::Cancelled))
            .col_expr(meeting::Column::ChangedAt, Expr::value(now))
            .col_expr(meeting::Column::Version, Expr::col(meeting::Column::Version).add(1))
            .filter(meeting::Column::Id.eq(id))
            .filter(meeting::Column::Version.eq(version))
            .filter(meeting::Column::Status.eq(MeetingStatus::Planned))
            .exec(&tx)
            .await?;
        if changed.rows_affected != 1 {
            return Err(StoreError::Conflict);
        }
        work.record(&tx, viewer, now, EventKind::MeetingCancelled, id.0).await?;
        tx.commit().await?;
        Ok(())
    }
}
