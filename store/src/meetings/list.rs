//! Meetings in lists: in their case, and on Today.

use domain::meetings::MeetingRow;
use sea_orm::{ConnectionTrait, QueryOrder, QuerySelect};

use crate::cases::Readable;
use crate::crypto::ContentKey;
use crate::entity::meeting;
use crate::{Store, StoreError, Viewer, scope};

use super::contents::plan_of;

/// A meeting as lists show it.
pub(super) fn row(key: &ContentKey, meeting: &meeting::Model) -> Result<MeetingRow, StoreError> {
    let plan = plan_of(key, meeting)?;
    Ok(MeetingRow {
        id: meeting.id,
        case: meeting.case_id,
        kind: plan.kind,
        place: plan.place,
        starts_at: meeting.starts_at,
        ends_at: meeting.ends_at,
        status: meeting.status,
    })
}

/// The meetings of a case, the earliest first.
pub(crate) async fn in_case(db: &impl ConnectionTrait, case: &Readable, key: &ContentKey) -> Result<Vec<MeetingRow>, StoreError> {
    let rows = scope::meetings_of(case).order_by_asc(meeting::Column::StartsAt).order_by_asc(meeting::Column::Id).all(db).await?;
    rows.iter().map(|meeting| row(key, meeting)).collect()
}

impl Store {
    /// Meetings that are to come in cases which the viewer works on, from the beginning of today on.
    pub(crate) async fn my_coming_meetings(&self, viewer: &Viewer, at_most: u64) -> Result<Vec<MeetingRow>, StoreError> {
        let Some(from) = domain::Timestamp::beginning_of(viewer.today) else { return Ok(Vec::new()) };
        let coming = scope::my_coming_meetings(viewer, from).order_by_asc(meeting::Column::StartsAt).order_by_asc(meeting::Column::Id);
        let rows = coming.limit(at_most).all(&self.db).await?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let keys = self.content_keys(&self.db, rows.iter().map(|row| row.case_id)).await?;
        // Of a case that was erased there is no meeting to go to.
        rows.iter().filter_map(|meeting| Some(row(keys.get(&meeting.case_id)?, meeting))).collect()
    }
}
