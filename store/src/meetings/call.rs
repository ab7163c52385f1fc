//! Calling a meeting.

use domain::cases::CaseKind;
use domain::lifecycle::Deed;
use domain::meetings::{MeetingForm, MeetingStatus, MeetingTyped, NewMeeting};
use domain::{CaseId, IdempotencyKey, MeetingId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::access_log::Look;
use crate::cases::contents::task_place;
use crate::cases::{CaseWork, Readable};
use crate::entity::{EventKind, meeting, task};
use crate::sent_again::sent_again;
use crate::{Store, StoreError, Viewer, drafts, scope};

use super::contents::{is_saved, plan_of, seal_plan};
use super::{found, people};

impl Store {
    /// Calls a meeting in a case and throws its draft away. The same again calls nothing more; see
    /// [`sent_again`].
    pub async fn call_meeting(
        &self,
        viewer: &Viewer,
        case: CaseId,
        key: IdempotencyKey,
        draft: &str,
        new: NewMeeting,
    ) -> Result<MeetingId, StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, case).await?;
        let again = scope::called_with(viewer, key).one(&tx).await?;
        let content_key = self.content_key(&tx, work.readable()).await?;
        let same = |row: &meeting::Model| is_saved(&content_key, row, &new);
        let again_here = sent_again(again.as_ref(), |row| row.case_id == work.id(), same)?;
        let id = again.as_ref().map_or_else(|| MeetingId(uuid::Uuid::now_v7()), |meeting| meeting.id);
        if !again_here {
            meeting::Entity::insert(meeting::ActiveModel {
                id: Set(id),
                case_id: Set(work.id()),
                starts_at: Set(new.starts_at),
                ends_at: Set(new.ends_at),
                status: Set(MeetingStatus::Planned),
                plan: Set(seal_plan(&content_key, id, &new.plan)?),
                record: Set(None),
                made_at: Set(now),
                made_by: Set(viewer.person()),
                changed_at: Set(now),
                version: Set(1),
                idempotency_key: Set(key),
            })
            .exec_without_returning(&tx)
            .await?;
            work.record(&tx, viewer, now, EventKind::MeetingCalled, id.0).await?;
        }
        drafts::drop_in(&tx, viewer, draft).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// What the form of a call needs to show: those on the case, what is still to be done in it, and the meeting that is
    /// to be changed. For those who may work on the case; the look is logged.
    pub async fn meeting_form(&self, viewer: &Viewer, case: CaseId, meeting: Option<MeetingId>) -> Result<MeetingForm, StoreError> {
        let case = self.unless_guessing(viewer, Readable::find(&self.db, viewer, case).await).await?;
        case.allows(viewer, Deed::Add)?;
        let row = match meeting {
            Some(id) => Some(found(&self.db, &case, id).await?),
            None => None,
        };
        self.log_look(viewer, Look::Case(case.id())).await?;
        let key = self.content_key(&self.db, &case).await?;
        let open = scope::tasks_of(&case).filter(task::Column::DoneAt.is_null());
        let open = open.order_by_asc(task::Column::MadeAt).order_by_asc(task::Column::Id).all(&self.db).await?;
        let open: Result<Vec<String>, StoreError> = open.iter().map(|row| key.open_text(&task_place(row.id), &row.title)).collect();
        let people = people::on_case(&self.db, viewer, &case).await?;
        let mut saved = row
            .map(|row| Ok::<_, StoreError>((MeetingTyped::of(row.starts_at, row.ends_at, &plan_of(&key, &row)?), row.version)))
            .transpose()?;
        if let Some((typed, _)) = saved.as_mut().filter(|_| case.row().kind == CaseKind::Group) {
            // Nothing is told of parties whom the viewer is not told of.
            let told: Vec<String> = people.iter().map(|person| person.id.to_string()).collect();
            typed.ours.retain(|id| told.contains(id));
            typed.hidden.retain(|id| told.contains(id));
        }
        Ok(MeetingForm { people, open: open?, saved })
    }
}
