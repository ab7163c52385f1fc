//! A whole case taken out as a file.

use std::collections::{HashMap, HashSet};

use domain::cases::{CaseSeen, TimelinePart, WHOLE_LINES, WholeCase};
use domain::members::ExportOrder;
use domain::registry::Protection;
use domain::{CaseId, MemberId};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QuerySelect};

use crate::access_log::{Detail, Look};
use crate::entity::{case_event, member, task};
use crate::members::names;
use crate::{Store, StoreError, Viewer, scope};

use super::Readable;
use super::contents::task_details_place;

impl Store {
    /// Everything in a case that its reader may read, but for the files that people have sent: they are opened one by one.
    /// To those who only know of the case it is [`StoreError::Forbidden`].
    ///
    /// The look is logged as a file taken out, with what for, before anything is read. Those who are protected are named
    /// nowhere in it, whoever makes it.
    pub async fn take_out_case(&self, viewer: &Viewer, id: CaseId, order: ExportOrder) -> Result<WholeCase, StoreError> {
        let readable = self.unless_guessing(viewer, Readable::find(&self.db, viewer, id).await).await?;
        let purpose = Some((order.purpose.code().to_owned(), order.why.clone()));
        self.log_detailed(viewer, Look::CaseTakenOut(id), &Detail { purpose, ..Detail::of(viewer) }).await?;
        let CaseSeen::Whole(case) = self.case(viewer, id).await? else { return Err(StoreError::Forbidden) };
        let key = self.content_key(&self.db, &readable).await?;
        let (mut timeline, mut older) = self.lines(viewer, &readable, &key, None, None).await?;
        while let Some(after) = older.filter(|_| timeline.len() < WHOLE_LINES) {
            let (more, next) = self.lines(viewer, &readable, &key, None, Some(after)).await?;
            timeline.extend(more);
            older = next;
        }
        let mut older_notes = Vec::new();
        let mut before = older;
        while let Some(after) = before.filter(|_| older_notes.len() < WHOLE_LINES) {
            let (more, next) = self.lines(viewer, &readable, &key, Some(TimelinePart::Notes), Some(after)).await?;
            older_notes.extend(more);
            before = next;
        }
        timeline.reverse();
        older_notes.reverse();
        let tasks = scope::tasks_of(&readable).filter(task::Column::Details.is_not_null()).all(&self.db).await?;
        let opened = |task: &task::Model| {
            let sealed = task.details.as_ref()?;
            Some(key.open_text(&task_details_place(task.id), sealed).map(|details| (task.id, details)))
        };
        let details = tasks.iter().filter_map(opened).collect::<Result<HashMap<_, _>, _>>()?;
        let mut meetings = Vec::with_capacity(case.meetings.len());
        for row in &case.meetings {
            let meeting = self.meeting(viewer, id, row.id).await?;
            let protocol = if meeting.protocols.is_empty() { None } else { Some(self.protocol(viewer, id, row.id, None).await?) };
            meetings.push((meeting, protocol));
        }
        let hidden = self.protected_around(viewer, &readable).await?;
        let mut whole = WholeCase {
            case: *case,
            timeline,
            begins_later: older.is_some(),
            older_notes,
            details,
            meetings,
            made_by: viewer.name().to_owned(),
            made_at: self.clock.now(),
            order,
        };
        whole.leave_out(|name| hidden.contains(name));
        Ok(whole)
    }

    /// The names of those around a case who are named in no file.
    async fn protected_around(&self, viewer: &Viewer, case: &Readable) -> Result<HashSet<String>, StoreError> {
        let parties = scope::parties_of(viewer, [case.id()]).all(&self.db).await?;
        let tasks = scope::tasks_of(case).all(&self.db).await?;
        let events = scope::events_of(case)
            .select_only()
            .column(case_event::Column::ByPerson)
            .column(case_event::Column::SubjectId)
            .distinct()
            .into_tuple::<(MemberId, Option<uuid::Uuid>)>()
            .all(&self.db)
            .await?;
        // A line tells of a person, or of something else: no person has the id of that.
        let told = events.into_iter().flat_map(|(by, of)| [Some(by), of.map(MemberId)]).flatten();
        let people = parties.iter().map(|party| party.member_id).chain(tasks.iter().map(|task| task.owner_id));
        let people: HashSet<MemberId> = people.chain([case.owner_and_number().0]).chain(told).collect();
        let hidden: Vec<MemberId> = scope::persons_named(people)
            .filter(Condition::any().add(member::Column::Protection.ne(Protection::None)).add(member::Column::Shielded.eq(true)))
            .select_only()
            .column(member::Column::Id)
            .into_tuple()
            .all(&self.db)
            .await?;
        Ok(names::of(&self.db, hidden).await?.into_values().collect())
    }
}
