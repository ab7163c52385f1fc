//! Taking somebody out of the calls of meetings that are to come.

use domain::meetings::MeetingStatus;
use domain::{MemberId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};

use crate::cases::CaseWork;
use crate::crypto::ContentKey;
use crate::entity::{EventKind, meeting};
use crate::{StoreError, Viewer, scope};

use super::contents::{plan_of, seal_plan};

/// Calls this person no more to any planned meeting of the case; whether there was one. With a line about each, unless
/// `silent`: a line would tell that somebody comes of whom not everybody is told.
pub(crate) async fn call_no_more(
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    now: Timestamp,
    (work, key): (&CaseWork, &ContentKey),
    person: MemberId,
    silent: bool,
) -> Result<bool, StoreError> {
    let planned = scope::meetings_of(work.readable()).filter(meeting::Column::Status.eq(MeetingStatus::Planned));
    let mut was_called = false;
    for row in planned.order_by_asc(meeting::Column::StartsAt).order_by_asc(meeting::Column::Id).all(tx).await? {
        let mut plan = plan_of(key, &row)?;
        let before = plan.participants.len();
        plan.participants.retain(|one| one.person != Some(person));
        if plan.participants.len() == before {
            continue;
        }
        was_called = true;
        meeting::Entity::update_many()
            .col_expr(meeting::Column::Plan, Expr::value(seal_plan(key, row.id, &plan)?))
            .col_expr(meeting::Column::ChangedAt, Expr::value(now))
            .col_expr(meeting::Column::Version, Expr::col(meeting::Column::Version).add(1))
            .filter(meeting::Column::Id.eq(row.id))
            .exec(tx)
            .await?;
        if !silent {
            work.record(tx, viewer, now, EventKind::MeetingChanged, row.id.0).await?;
        }
    }
    Ok(was_called)
}
