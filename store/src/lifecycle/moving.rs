//! Moving a case from one status to another, for whichever command does it.

use domain::lifecycle::{Deed, Standing, Step};
use domain::{CaseId, Timestamp};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::cases::contents::{agreed_place, event_place, waiting_note_place};
use crate::cases::totals::{self, Counted};
use crate::cases::{CaseWork, Event, Readable};
use crate::crypto::ContentKey;
use crate::entity::{EventKind, case, case_event};
use crate::{Store, StoreError, Viewer, drafts, scope};

use super::Sent;

/// Proves the right to this step; `None` when it was done with this very form, and nothing more is to happen. It is possible
/// from where the case stands, and nothing has happened in the case since
/// the form was made; otherwise it is a [`StoreError::Conflict`].
pub(crate) async fn prove(
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    case: CaseId,
    step: Step,
    sent: Sent<'_>,
) -> Result<Option<CaseWork>, StoreError> {
    let work = CaseWork::prove_for(tx, viewer, case, Deed::Move(step.transition())).await?;
    let row = work.readable().row();
    if row.moved_with == Some(sent.key) {
        return Ok(None);
    }
    Standing::after(row.status, step).map_err(|_| StoreError::Conflict)?;
    if row.version == sent.version { Ok(Some(work)) } else { Err(StoreError::Conflict) }
}

impl Store {
    /// For a form that has done its step already ([`prove`] gave nothing): whether it says the same now as it did then. If
    /// it does, it was sent twice; if not, what it says now is saved nowhere, and that is a [`StoreError::Conflict`].
    pub(super) async fn said_then(
        &self,
        tx: &DatabaseTransaction,
        viewer: &Viewer,
        case: CaseId,
        kind: EventKind,
        told: &str,
    ) -> Result<(), StoreError> {
        let case = Readable::find(tx, viewer, case).await?;
        let lines = scope::events_of(&case).filter(case_event::Column::Kind.eq(kind));
        let line = lines.order_by_desc(case_event::Column::At).order_by_desc(case_event::Column::Id).one(tx).await?;
        let key = self.content_key(tx, &case).await?;
        let then = line.and_then(|line| Some(key.open_text(&event_place(line.id), &line.detail?)));
        if then.transpose()?.as_deref() == Some(told) { Ok(()) } else { Err(StoreError::Conflict) }
    }
}

/// What is written of a step, beside the step itself.
pub(crate) struct Words<'w> {
    pub(crate) at: Timestamp,
    pub(crate) key: &'w ContentKey,
    /// On whom the case waits for, or what was agreed.
    pub(crate) text: Option<&'w str>,
    pub(crate) kind: EventKind,
    /// The other case that the line in the timeline is about, if it is about one.
    pub(crate) subject: Option<Uuid>,
    /// What the line in the timeline tells.
    pub(crate) told: Option<&'w str>,
}

/// Moves a case: writes where it stands now and nothing of where it stood, counts it there, writes the line in the
/// timeline, and throws the draft of the form away.
pub(crate) async fn move_case(
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    work: &CaseWork,
    step: Step,
    sent: Sent<'_>,
    words: Words<'_>,
) -> Result<(), StoreError> {
    let row = work.readable().row();
    let standing = Standing::after(row.status, step).map_err(|_| StoreError::Conflict)?;
    let sealed = |place| words.text.map(|text| words.key.seal(&place, text.as_bytes())).transpose();
    let (mut waits, mut closed) = ((None, None, None), (None, None, None));
    match standing {
        Standing::Open | Standing::Merged => {}
        Standing::Waiting { for_whom, until } => waits = (Some(for_whom), Some(until), sealed(waiting_note_place(row.id))?),
        Standing::Closed { outcome, on } => closed = (Some(outcome), Some(on), sealed(agreed_place(row.id))?),
    }
    let counted = Counted { unit: row.unit_id, sensitivity: row.sensitivity, case_type: row.case_type, status: row.status };
    totals::move_to(tx, counted, standing.status()).await?;
    case::Entity::update_many()
        .col_expr(case::Column::Status, Expr::value(standing.status()))
        .col_expr(case::Column::WaitingFor, Expr::value(waits.0))
        .col_expr(case::Column::WaitingUntil, Expr::value(waits.1))
        .col_expr(case::Column::WaitingNote, Expr::value(waits.2))
        .col_expr(case::Column::Outcome, Expr::value(closed.0))
        .col_expr(case::Column::ClosedOn, Expr::value(closed.1))
        .col_expr(case::Column::Agreed, Expr::value(closed.2))
        .col_expr(case::Column::MovedWith, Expr::value(Some(sent.key)))
        .filter(case::Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    let detail = words.told.map(|told| (words.key, told));
    work.tell(tx, viewer, Event { at: words.at, kind: words.kind, subject: words.subject, detail }).await?;
    drafts::drop_in(tx, viewer, sent.draft).await
}

/// A record for a line in the timeline.
pub(super) fn written(told: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(told).map_err(|_| StoreError::Inconsistent { table: "case_events", what: "a step that cannot be written down" })
}
