//! One more task in a case, for whichever command makes it.

use domain::tasks::Repeat;
use domain::{Date, IdempotencyKey, MemberId, TaskId, Timestamp};
use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait};

use crate::cases::contents::{task_details_place, task_place};
use crate::cases::{CaseWork, Event};
use crate::crypto::ContentKey;
use crate::entity::{EventKind, task};
use crate::members::names;
use crate::{StoreError, Viewer};

/// What is to be made.
pub(crate) struct Making<'m> {
    pub(crate) title: &'m str,
    pub(crate) details: Option<&'m str>,
    pub(crate) due: Option<Date>,
    pub(crate) repeat: Repeat,
    /// The day of the month it was given for first.
    pub(crate) day: Option<i32>,
    pub(crate) owner: MemberId,
    pub(crate) key: IdempotencyKey,
}

impl Making<'_> {
    /// Whether this task is what is to be made.
    pub(super) fn is(&self, key: &ContentKey, row: &task::Model) -> Result<bool, StoreError> {
        let details = row.details.as_ref().map(|sealed| key.open_text(&task_details_place(row.id), sealed)).transpose()?;
        let same = (row.due_on, row.repeats, row.owner_id) == (self.due, self.repeat, self.owner) && details.as_deref() == self.details;
        Ok(same && key.open_text(&task_place(row.id), &row.title)? == self.title)
    }
}

/// The day of the month that a task which comes again was given for.
pub(super) fn day_of(repeat: Repeat, due: Option<Date>) -> Option<i32> {
    due.filter(|_| repeat != Repeat::Never).map(|due| due.day().into())
}

/// Makes it, and writes the line in the timeline.
pub(crate) async fn make(
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    work: &CaseWork,
    content_key: &ContentKey,
    now: Timestamp,
    making: Making<'_>,
) -> Result<TaskId, StoreError> {
    let id = TaskId(uuid::Uuid::now_v7());
    let details = making.details.map(|details| content_key.seal(&task_details_place(id), details.as_bytes()));
    task::Entity::insert(task::ActiveModel {
        id: Set(id),
        case_id: Set(work.id()),
        title: Set(content_key.seal(&task_place(id), making.title.as_bytes())?),
        due_on: Set(making.due),
        owner_id: Set(making.owner),
        made_at: Set(now),
        made_by: Set(viewer.person()),
        done_at: Set(None),
        done_by: Set(None),
        version: Set(1),
        idempotency_key: Set(making.key),
        details: Set(details.transpose()?),
        repeats: Set(making.repeat),
        repeat_day: Set(making.day),
        has_next: Set(false),
        drop_reason: Set(None),
        changed_at: Set(None),
        changed_by: Set(None),
    })
    .exec_without_returning(tx)
    .await?;
    // To whom it was given, as they were called then.
    let to = match making.owner == viewer.person() {
        true => None,
        false => names::of(tx, [making.owner]).await?.remove(&making.owner),
    };
    let detail = to.as_deref().map(|to| (content_key, to));
    work.tell(tx, viewer, Event { at: now, kind: EventKind::TaskMade, subject: Some(id.0), detail }).await?;
    Ok(id)
}
