//! One case, whole.

use std::collections::HashMap;

use domain::access::Audience;
use domain::cases::{CaseKnown, CaseSeen, CaseView, Happening, Party, TimelineEntry};
use domain::org::{Office, UnitKind};
use domain::tasks::TaskRow;
use domain::{CaseId, MemberId};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::access_log::Look;
use crate::entity::{EventKind, case_event, member, note, task, unit};
use crate::members::names;
use crate::{Store, StoreError, Viewer, scope};

use super::Readable;
use super::access::known;

impl Store {
    /// As much of a case as the viewer may see, the look logged. What they may not know of is [`StoreError::NotFound`].
    pub async fn case(&self, viewer: &Viewer, id: CaseId) -> Result<CaseSeen, StoreError> {
        match self.unless_guessing(viewer, Readable::find(&self.db, viewer, id).await).await {
            Ok(case) => self.whole_case(viewer, case).await.map(|case| CaseSeen::Whole(Box::new(case))),
            Err(StoreError::Forbidden) => self.known_case(viewer, id).await.map(CaseSeen::Known),
            Err(other) => Err(other),
        }
    }

    async fn known_case(&self, viewer: &Viewer, id: CaseId) -> Result<CaseKnown, StoreError> {
        let (row, why) = known(&self.db, viewer, id).await?;
        self.log_look(viewer, Look::Case(id)).await?;
        Ok(CaseKnown {
            number: row.number,
            case_type: row.case_type,
            status: row.status,
            unit: self.unit_name(row.unit_id).await?,
            owner: names::of(&self.db, [row.owner_id]).await?.remove(&row.owner_id).unwrap_or_default(),
            opened_at: row.opened_at,
            why,
        })
    }

    async fn whole_case(&self, viewer: &Viewer, case: Readable) -> Result<CaseView, StoreError> {
        let id = case.id();
        self.log_look(viewer, Look::Case(id)).await?;
        let parties = scope::parties_of([id]).all(&self.db).await?;
        let notes = scope::notes_of(&case).all(&self.db).await?;
        let tasks = scope::tasks_of(&case).all(&self.db).await?;
        let events =
            scope::events_of(&case).order_by_desc(case_event::Column::At).order_by_desc(case_event::Column::Id).all(&self.db).await?;
        let people = parties
            .iter()
            .map(|party| party.member_id)
            .chain(tasks.iter().map(|task| task.owner_id))
            .chain(events.iter().map(|event| event.by_person))
            .chain([case.row.owner_id]);
        let names = names::of(&self.db, people).await?;
        let name = |id: MemberId| names.get(&id).cloned().unwrap_or_default();
        let cards: Vec<MemberId> = scope::members(viewer)
            .filter(member::Column::Id.is_in(parties.iter().map(|party| party.member_id)))
            .select_only()
            .column(member::Column::Id)
            .into_tuple()
            .all(&self.db)
            .await?;
        let may_work = case.may_work(viewer);
        let why = case.why(viewer).ok_or(StoreError::NotFound)?;
        let audience = self.audience(viewer, &case).await?;
        let timeline = timeline(events, &notes, &tasks, &name)?;
        let row = case.row;
        Ok(CaseView {
            id,
            number: row.number,
            case_type: row.case_type,
            sensitivity: row.sensitivity,
            status: row.status,
            unit: self.unit_name(row.unit_id).await?,
            parties: parties
                .into_iter()
                .map(|party| Party { name: name(party.member_id), card: Some(party.member_id).filter(|id| cards.contains(id)) })
                .collect(),
            owner: name(row.owner_id),
            mine: row.owner_id == viewer.person(),
            happened_on: row.happened_on,
            description: row.description,
            opened_at: row.opened_at,
            tasks: task_rows(tasks, row.number, &name),
            timeline,
            may_work,
            why,
            audience,
            today: viewer.today,
        })
    }

    /// Who beside those who work on the case sees it. The viewer's own office is left out where nobody else can hold it.
    async fn audience(&self, viewer: &Viewer, case: &Readable) -> Result<Audience, StoreError> {
        let above = case.units();
        let units = scope::units().filter(unit::Column::Id.is_in(above.iter().copied())).all(&self.db).await?;
        let kinds: Vec<UnitKind> = units.into_iter().map(|unit| unit.kind).collect();
        let mut audience = self.policy().await?.audience(case.row.sensitivity, &kinds);
        let held = |office: &Office| viewer.grants.list.iter().any(|grant| grant.office == *office && above.contains(&grant.unit));
        for offices in [&mut audience.read, &mut audience.know] {
            offices.retain(|office| !(viewer.offices.single_holder(*office) && held(office)));
        }
        Ok(audience)
    }
}

fn task_rows(mut tasks: Vec<task::Model>, number: i64, name: &impl Fn(MemberId) -> String) -> Vec<TaskRow> {
    tasks.sort_by_key(|task| (task.done_at.is_some(), task.due_on.is_none(), task.due_on, task.made_at));
    tasks.into_iter().map(|task| row(task, number, name)).collect()
}

/// A task as lists show it.
pub(crate) fn row(task: task::Model, number: i64, name: &impl Fn(MemberId) -> String) -> TaskRow {
    TaskRow {
        id: task.id,
        case: task.case_id,
        case_number: number,
        title: task.title,
        due: task.due_on,
        owner: name(task.owner_id),
        done: task.done_at.is_some(),
        version: task.version,
    }
}

fn timeline(
    events: Vec<case_event::Model>,
    notes: &[note::Model],
    tasks: &[task::Model],
    name: &impl Fn(MemberId) -> String,
) -> Result<Vec<TimelineEntry>, StoreError> {
    let notes: HashMap<Uuid, &note::Model> = notes.iter().map(|note| (note.id.0, note)).collect();
    let tasks: HashMap<Uuid, &task::Model> = tasks.iter().map(|task| (task.id.0, task)).collect();
    let lost = || StoreError::Inconsistent { table: "case_events", what: "an event tells of something that is not there" };
    events
        .into_iter()
        .map(|event| {
            let note = || event.subject_id.and_then(|id| notes.get(&id)).ok_or_else(lost);
            let task = || event.subject_id.and_then(|id| tasks.get(&id)).map(|task| (task.id, task.title.clone())).ok_or_else(lost);
            let what = match event.kind {
                EventKind::Opened => Happening::Opened,
                EventKind::Note => note().map(|note| Happening::Note { id: note.id, body: note.body.clone() })?,
                EventKind::TaskMade => task().map(|(id, title)| Happening::TaskMade { id, title })?,
                EventKind::TaskDone => task().map(|(id, title)| Happening::TaskDone { id, title })?,
                EventKind::TaskReopened => task().map(|(id, title)| Happening::TaskReopened { id, title })?,
            };
            Ok(TimelineEntry { at: event.at, by: name(event.by_person), what })
        })
        .collect()
}
