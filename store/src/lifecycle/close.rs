//! Closing a case.

use domain::lifecycle::{ClosingTold, FollowUp, NewClosing, OpenTasks, Step};
use domain::tasks::Repeat;
use domain::{CaseId, Code, Field, FieldErrors, IdempotencyKey, Timestamp};
use sea_orm::{ColumnTrait, DatabaseTransaction, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::case_types::FIRST;
use crate::cases::CaseWork;
use crate::crypto::ContentKey;
use crate::entity::{EventKind, task};
use crate::tasks::{Making, drop_open, make};
use crate::{Store, StoreError, Viewer, scope};

use super::moving::{Words, move_case, prove, written};
use super::{Sent, followers};

impl Store {
    /// Closes a case today, for its owner and those who may close it beside the owner, in one of the ways that its type
    /// had when it was opened.
    ///
    /// Open tasks are dropped with it, each with a line in the timeline that says `dropped_because`; or they stay open. What
    /// is to be followed up becomes a task of whoever does it, which is open in the closed case.
    pub async fn close_case(
        &self,
        viewer: &Viewer,
        case: CaseId,
        sent: Sent<'_>,
        new: NewClosing,
        dropped_because: &str,
    ) -> Result<(), StoreError> {
        let at = self.clock.now();
        let step = Step::Close { outcome: new.outcome, on: viewer.today };
        let tx = self.begin().await?;
        let closing = ClosingTold { outcome: new.outcome, on: viewer.today, agreed: new.agreed };
        let told = written(&closing)?;
        let Some(work) = prove(&tx, viewer, case, step, sent).await? else {
            return self.said_then(&tx, viewer, case, EventKind::Closed, &told).await;
        };
        let row = work.readable().row();
        let types = self.case_types_at(row.types_version.unwrap_or(FIRST)).await?;
        let offered = types.get(row.case_type).is_some_and(|facts| facts.outcomes.iter().any(|outcome| outcome.code == new.outcome));
        if !offered {
            return Err(StoreError::Invalid(FieldErrors(vec![(Field::Outcome, Code::NotOffered)])));
        }
        let key = &self.content_key(&tx, work.readable()).await?;
        if new.open_tasks == Some(OpenTasks::Drop) {
            drop_all(&tx, viewer, &work, key, at, dropped_because).await?;
        }
        if let Some(FollowUp { title, on, by }) = &new.follow_up {
            let owner = by.unwrap_or(work.readable().owner());
            if !followers(viewer, work.readable()).contains(&owner) {
                return Err(StoreError::Invalid(FieldErrors(vec![(Field::FollowUpBy, Code::NotOffered)])));
            }
            let making = Making {
                title,
                details: None,
                due: *on,
                repeat: Repeat::Never,
                day: None,
                owner,
                // Made once, with the closing: the key of that is asked for first.
                key: IdempotencyKey(Uuid::now_v7()),
            };
            make(&tx, viewer, &work, key, at, making).await?;
        }
        let words = Words { at, key, text: closing.agreed.as_deref(), kind: EventKind::Closed, subject: None, told: Some(&told) };
        move_case(&tx, viewer, &work, step, sent, words).await?;
        tx.commit().await?;
        Ok(())
    }
}

async fn drop_all(
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    work: &CaseWork,
    key: &ContentKey,
    at: Timestamp,
    because: &str,
) -> Result<(), StoreError> {
    let open = scope::tasks_of(work.readable()).filter(task::Column::DoneAt.is_null());
    for row in open.order_by_asc(task::Column::MadeAt).order_by_asc(task::Column::Id).all(tx).await? {
        drop_open(tx, viewer, work, key, at, row.id, because).await?;
    }
    Ok(())
}
