//! A case as the forms that take it to another status show it.

use domain::lifecycle::{CaseNow, Deed, Transition};
use domain::meetings::{MeetingRow, MeetingStatus, ProtocolStatus};
use domain::tasks::Worker;
use domain::{CaseId, MemberId};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::access_log::Look;
use crate::case_types::FIRST;
use crate::cases::{Readable, task_row};
use crate::entity::{case_event, protocol, task};
use crate::members::names;
use crate::{Store, StoreError, Viewer, links, meetings, scope};

impl Store {
    /// Whether the viewer may do the transition, possible now or not; before what was typed is judged. The command proves
    /// it again.
    pub async fn may_move(&self, viewer: &Viewer, case: CaseId, transition: Transition) -> Result<(), StoreError> {
        Readable::find(&self.db, viewer, case).await?.allows(viewer, Deed::Move(transition))
    }

    /// For those alone who may do the transition, whether or not it is possible now; the look is logged.
    pub async fn case_now(&self, viewer: &Viewer, case: CaseId, transition: Transition) -> Result<CaseNow, StoreError> {
        let case = self.unless_guessing(viewer, Readable::find(&self.db, viewer, case).await).await?;
        case.allows(viewer, Deed::Move(transition))?;
        self.log_look(viewer, Look::Case(case.id())).await?;
        let latest = scope::events_told(viewer, &case).order_by_desc(case_event::Column::At).order_by_desc(case_event::Column::Id);
        let latest = latest.limit(1).one(&self.db).await?;
        let open = scope::tasks_of(&case).filter(task::Column::DoneAt.is_null());
        let mut open = open.order_by_asc(task::Column::MadeAt).order_by_asc(task::Column::Id).all(&self.db).await?;
        open.sort_by_key(|task| (task.due_on.is_none(), task.due_on));
        let workers = super::followers(viewer, &case);
        let people = open.iter().map(|task| task.owner_id).chain(latest.iter().map(|event| event.by_person)).chain(workers.iter().copied());
        let names = names::of(&self.db, people).await?;
        let name = |id: MemberId| names.get(&id).cloned().unwrap_or_default();
        let key = self.content_key(&self.db, &case).await?;
        let planned = |row: &MeetingRow| row.status == MeetingStatus::Planned;
        let unsigned = scope::protocols_of(&case).filter(protocol::Column::Status.ne(ProtocolStatus::Signed)).all(&self.db).await?;
        let meetings = meetings::in_case(&self.db, &case, &key).await?;
        let unsigned = |row: &MeetingRow| row.status != MeetingStatus::Cancelled && unsigned.iter().any(|one| one.meeting_id == row.id);
        let row = case.row();
        let types = self.case_types_at(row.types_version.unwrap_or(FIRST)).await?;
        Ok(CaseNow {
            case: case.id(),
            number: case.number(),
            version: case.version(),
            status: row.status,
            possible: transition.possible_from(row.status),
            changed: latest.map(|event| (event.at, name(event.by_person))),
            waiting: super::waiting(&key, &case)?,
            closing: super::closing(&key, &case, &types)?,
            merged_into: links::merged_into(&self.db, viewer, &case).await?,
            outcomes: types.get(row.case_type).map(|facts| facts.outcomes.clone()).unwrap_or_default(),
            open_tasks: open.into_iter().map(|task| task_row(task, case.number(), &key, &name)).collect::<Result<_, _>>()?,
            unsigned: meetings.iter().filter(|row| unsigned(row)).cloned().collect(),
            meetings: meetings.into_iter().filter(planned).collect(),
            workers: workers.into_iter().map(|id| Worker { id, name: name(id) }).collect(),
            today: viewer.today,
        })
    }
}
