//! Writing one step of a protocol that nobody has signed.

use domain::meetings::{ProtocolStatus, Step, StepTyped};
use domain::{CaseId, MeetingId};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::cases::CaseWork;
use crate::cases::earlier::{self, Was};
use crate::entity::protocol;
use crate::{Store, StoreError, Viewer, drafts};

use super::contents::{protocol_of, seal_protocol};
use super::{found, is_signed, protocol_found};

impl Store {
    /// Saves the answers of one step, keeps those that were, throws its draft away, and says how many points there are now. `version` is the one
    /// that was seen: if somebody has written since, nothing happens and the answer is [`StoreError::Conflict`] – unless it
    /// says already what was typed. One that has been shown to the other side is not written in.
    ///
    /// This is the one command that changes what a protocol says, and it never touches one that is signed.
    pub async fn save_protocol_step(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: MeetingId,
        (number, version): (i32, i32),
        draft: &str,
        step: Step,
        typed: &StepTyped,
    ) -> Result<usize, StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, case).await?;
        found(&tx, work.readable(), id).await?;
        let row = protocol_found(&tx, work.readable(), id, number).await?;
        if row.status != ProtocolStatus::Draft || is_signed(&tx, work.readable(), &row).await? {
            return Err(StoreError::Conflict);
        }
        let key = self.content_key(&tx, work.readable()).await?;
        let (before, _) = protocol_of(&key, &row)?;
        let protocol = typed.apply(step, &before, viewer.today, Uuid::now_v7).map_err(StoreError::Invalid)?;
        if protocol.says_the_same_as(&before) {
            drafts::drop_in(&tx, viewer, draft).await?;
            tx.commit().await?;
            return Ok(before.points.len());
        }
        if row.version != version {
            return Err(StoreError::Conflict);
        }
        let was = StepTyped::of(&before, step);
        if was.is_lost_in(&StepTyped::of(&protocol, step)) {
            earlier::keep(&tx, viewer, &work, &key, now, (row.id.0, row.version), &Was::Step(step, Box::new(was))).await?;
        }
        let changed = protocol::Entity::update_many()
            .col_expr(protocol::Column::Contents, Expr::value(seal_protocol(&key, row.id, &protocol)?))
            .col_expr(protocol::Column::ChangedAt, Expr::value(now))
            .col_expr(protocol::Column::Version, Expr::col(protocol::Column::Version).add(1))
            .filter(protocol::Column::Id.eq(row.id))
            .filter(protocol::Column::Version.eq(version))
            .filter(protocol::Column::Status.eq(ProtocolStatus::Draft))
            .exec(&tx)
            .await?;
        if changed.rows_affected != 1 {
            return Err(StoreError::Conflict);
        }
        drafts::drop_in(&tx, viewer, draft).await?;
        tx.commit().await?;
        Ok(protocol.points.len())
    }
}
