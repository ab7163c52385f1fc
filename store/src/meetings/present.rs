//! Showing a protocol to the other side, and taking it back to write on.

use domain::meetings::ProtocolStatus;
use domain::{CaseId, Code, Field, FieldErrors, MeetingId};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::cases::CaseWork;
use crate::entity::{EventKind, protocol};
use crate::{Store, StoreError, Viewer};

use super::contents::protocol_of;
use super::{found, is_signed, protocol_found};

impl Store {
    /// Makes a draft one that may be signed, or the other way. Twice is once; one that somebody has changed since
    /// `version`, or that is signed, is a [`StoreError::Conflict`]; one that does not say enough is refused.
    pub async fn present_protocol(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: MeetingId,
        (number, version): (i32, i32),
        presented: bool,
    ) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, case).await?;
        found(&tx, work.readable(), id).await?;
        let row = protocol_found(&tx, work.readable(), id, number).await?;
        let (from, to, kind) = match presented {
            true => (ProtocolStatus::Draft, ProtocolStatus::Presented, EventKind::ProtocolPresented),
            false => (ProtocolStatus::Presented, ProtocolStatus::Draft, EventKind::ProtocolWithdrawn),
        };
        if row.status == to {
            return Ok(());
        }
        if row.version != version || is_signed(&tx, work.readable(), &row).await? {
            return Err(StoreError::Conflict);
        }
        let key = self.content_key(&tx, work.readable()).await?;
        if presented && !protocol_of(&key, &row)?.0.is_complete() {
            return Err(StoreError::Invalid(FieldErrors(vec![(Field::Subject, Code::Missing)])));
        }
        let changed = protocol::Entity::update_many()
            .col_expr(protocol::Column::Status, Expr::value(to))
            .col_expr(protocol::Column::ChangedAt, Expr::value(now))
            .col_expr(protocol::Column::Version, Expr::col(protocol::Column::Version).add(1))
            .filter(protocol::Column::Id.eq(row.id))
            .filter(protocol::Column::Version.eq(version))
            .filter(protocol::Column::Status.eq(from))
            .exec(&tx)
            .await?;
        if changed.rows_affected != 1 {
            return Err(StoreError::Conflict);
        }
        work.record(&tx, viewer, now, kind, id.0).await?;
        tx.commit().await?;
        Ok(())
    }
}
