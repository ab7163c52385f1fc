//! Writing down who came, what was said, and what is to be done.

use domain::meetings::{MeetingStatus, Record};
use domain::{CaseId, MeetingId};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::cases::CaseWork;
use crate::cases::earlier::{self, Was};
use crate::entity::{EventKind, meeting};
use crate::{Store, StoreError, Viewer, drafts};

use super::contents::{plan_of, record_of, seal_record};
use super::{found, people};

impl Store {
    /// Saves it, keeps what was written before, and throws the draft away. The meeting has then been held.
    /// `version` is as in [`Store::change_meeting`].
    pub async fn record_meeting(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: MeetingId,
        version: i32,
        draft: &str,
        record: &Record,
    ) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, case).await?;
        let row = found(&tx, work.readable(), id).await?;
        if row.status == MeetingStatus::Cancelled {
            return Err(StoreError::Conflict);
        }
        let key = self.content_key(&tx, work.readable()).await?;
        // Whoever writes it down has not seen all who came.
        let untold = people::untold(&tx, viewer, work.readable(), &plan_of(&key, &row)?).await?;
        let before = record_of(&key, &row)?;
        let came = before.as_ref().map(|record| record.came.as_slice()).unwrap_or_default();
        let mut record = record.clone();
        record.came.extend(untold.iter().map(|one| one.id).filter(|id| came.contains(id)));
        if before.as_ref().is_some_and(|before| before.says_the_same_as(&record)) {
            drafts::drop_in(&tx, viewer, draft).await?;
            tx.commit().await?;
            return Ok(());
        }
        if row.version != version {
            return Err(StoreError::Conflict);
        }
        if let Some(before) = before.filter(|before| before.is_lost_in(&record)) {
            earlier::keep(&tx, viewer, &work, &key, now, (id.0, row.version), &Was::Minutes(before)).await?;
        }
        let changed = meeting::Entity::update_many()
            .col_expr(meeting::Column::Record, Expr::value(Some(seal_record(&key, id, &record)?)))
            .col_expr(meeting::Column::Status, Expr::value(MeetingStatus::Held))
            .col_expr(meeting::Column::ChangedAt, Expr::value(now))
            .col_expr(meeting::Column::Version, Expr::col(meeting::Column::Version).add(1))
            .filter(meeting::Column::Id.eq(id))
            .filter(meeting::Column::Version.eq(version))
            .exec(&tx)
            .await?;
        if changed.rows_affected != 1 {
            return Err(StoreError::Conflict);
        }
        work.record(&tx, viewer, now, EventKind::MeetingRecorded, id.0).await?;
        drafts::drop_in(&tx, viewer, draft).await?;
        tx.commit().await?;
        Ok(())
    }
}
