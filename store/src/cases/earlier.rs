//! What stood in a meeting, a protocol or a task before somebody changed it. It is kept with the change: of two who write at
//! once, neither text is lost, whichever was saved last.

use domain::meetings::{Plan, Record, Step, StepTyped};
use domain::{Earlier, Timestamp};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryOrder};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::crypto::ContentKey;
use crate::entity::earlier_text;
use crate::members::names;
use crate::{StoreError, Viewer, scope};

use super::contents::earlier_place;
use super::{CaseWork, Readable};

/// As it was.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Was {
    /// The call of a meeting.
    Call { starts_at: Timestamp, ends_at: Option<Timestamp>, plan: Plan },
    /// The minutes of a meeting.
    Minutes(Record),
    /// One step of a protocol.
    Step(Step, Box<StepTyped>),
    /// More about a task.
    Details(String),
}

/// Keeps what stood in something that is about to be changed, by its id and the version that it had.
pub(crate) async fn keep(
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    work: &CaseWork,
    key: &ContentKey,
    now: Timestamp,
    (subject, version): (Uuid, i32),
    was: &Was,
) -> Result<(), StoreError> {
    let unwritable = |_| StoreError::Inconsistent { table: "earlier_texts", what: "something that cannot be written down" };
    let contents = serde_json::to_vec(was).map_err(unwritable)?;
    earlier_text::Entity::insert(earlier_text::ActiveModel {
        subject_id: Set(subject),
        version: Set(version),
        case_id: Set(work.id()),
        contents: Set(key.seal(&earlier_place(subject, version), &contents)?),
        until_at: Set(now),
        changed_by: Set(viewer.person()),
    })
    .exec_without_returning(tx)
    .await?;
    Ok(())
}

/// What stood in something of the case, the latest first.
pub(crate) async fn of(
    db: &impl ConnectionTrait,
    case: &Readable,
    key: &ContentKey,
    subject: Uuid,
) -> Result<Vec<Earlier<Was>>, StoreError> {
    let rows = scope::earlier_in(case, subject).order_by_desc(earlier_text::Column::Version).all(db).await?;
    let names = if rows.is_empty() { Default::default() } else { names::of(db, rows.iter().map(|row| row.changed_by)).await? };
    let earlier = |row: &earlier_text::Model| {
        let contents = key.open(&earlier_place(subject, row.version), &row.contents)?;
        let was = serde_json::from_slice(&contents).map_err(|_| StoreError::Sealed("earlier_texts"))?;
        Ok(Earlier { was, until: row.until_at, changed_by: names.get(&row.changed_by).cloned().unwrap_or_default() })
    };
    rows.iter().map(earlier).collect()
}
