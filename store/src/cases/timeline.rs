//! What has happened in a case, a page at a time, newest first.
//!
//! However much has happened, a page walks one index from its place, opens the texts of the lines it shows, and asks one
//! question for each kind of thing that they tell of.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use domain::cases::{CaseTypes, Happening, TimelineCursor, TimelineEntry, TimelinePage, TimelinePart};
use domain::entries::Entry;
use domain::lifecycle::{Closing, ClosingTold};
use domain::meetings::{MeetingEvent, MeetingRow};
use domain::notes::Addition;
use domain::{AdditionId, CaseId, DocumentId, EntryId, MemberId, NoteId, TaskCommentId, TaskId};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::access_log::Look;
use crate::case_types::FIRST;
use crate::crypto::ContentKey;
use crate::entity::{EventKind, case_entry, case_event, member, note, note_addition, task, task_comment};
use crate::members::names;
use crate::notes::view::by_note;
use crate::{Store, StoreError, Viewer, documents, lifecycle, links, meetings, scope};

use super::Readable;
use super::contents::{addition_place, comment_place, entry_place, event_place, note_place, task_place};

/// Lines on a page.
pub const TIMELINE_LINES: usize = 30;

/// A page of lines, and where the older ones begin.
pub(super) type Lines = (Vec<TimelineEntry>, Option<TimelineCursor>);

impl Store {
    /// A page of a case's timeline, the look logged.
    pub async fn timeline(
        &self,
        viewer: &Viewer,
        id: CaseId,
        part: Option<TimelinePart>,
        after: Option<TimelineCursor>,
    ) -> Result<TimelinePage, StoreError> {
        let case = self.unless_guessing(viewer, Readable::find(&self.db, viewer, id).await).await?;
        self.log_look(viewer, Look::Case(id)).await?;
        let key = self.content_key(&self.db, &case).await?;
        let (entries, older) = self.lines(viewer, &case, &key, part, after).await?;
        Ok(TimelinePage { case: id, case_number: case.number(), part, entries, older })
    }

    /// The lines of a page, for a case that a scope has let through.
    pub(super) async fn lines(
        &self,
        viewer: &Viewer,
        case: &Readable,
        key: &ContentKey,
        part: Option<TimelinePart>,
        after: Option<TimelineCursor>,
    ) -> Result<Lines, StoreError> {
        let read = self.read_lines(viewer, case, key, (part, after), Told::default()).await?;
        let names = names::beside(&self.db, viewer, [], read.people()).await?;
        read.lines(case, key, &|id| names.get(&id).cloned().unwrap_or_default())
    }

    /// The same before names are put to them. What the caller has at hand is not asked for again.
    pub(super) async fn read_lines(
        &self,
        viewer: &Viewer,
        case: &Readable,
        key: &ContentKey,
        (part, after): (Option<TimelinePart>, Option<TimelineCursor>),
        at_hand: Told,
    ) -> Result<ReadLines, StoreError> {
        let narrowed = Condition::all().add_option(part.map(|part| case_event::Column::Part.eq(part))).add_option(after.map(before));
        let mut events = scope::events_told(viewer, case)
            .filter(narrowed)
            .order_by_desc(case_event::Column::At)
            .order_by_desc(case_event::Column::Id)
            .limit(TIMELINE_LINES as u64 + 1)
            .all(&self.db)
            .await?;
        let more = events.len() > TIMELINE_LINES;
        events.truncate(TIMELINE_LINES);
        let older = events.last().filter(|_| more).map(|last| TimelineCursor { at: last.at, id: last.id });
        let mut told = self.told(viewer, case, key, &events, at_hand).await?;
        if events.iter().any(|event| event.kind == EventKind::Closed) {
            told.types = Some(self.case_types_at(case.row().types_version.unwrap_or(FIRST)).await?);
        }
        Ok(ReadLines { events, told, older })
    }

    /// What these lines tell of.
    async fn told(
        &self,
        viewer: &Viewer,
        case: &Readable,
        key: &ContentKey,
        events: &[case_event::Model],
        mut told: Told,
    ) -> Result<Told, StoreError> {
        let ids = |kinds: &[EventKind]| -> BTreeSet<Uuid> {
            events.iter().filter(|event| kinds.contains(&event.kind)).filter_map(|event| event.subject_id).collect()
        };
        let notes = ids(&[EventKind::Note]);
        if !notes.is_empty() {
            let notes = scope::notes_of(case, viewer).filter(note::Column::Id.is_in(notes.into_iter().map(NoteId)));
            for (row, addition) in scope::notes_with_additions(notes).all(&self.db).await? {
                told.additions.extend(addition);
                told.notes.insert(row.id.0, row);
            }
        }
        let added = ids(&[EventKind::NoteAdded]);
        if !added.is_empty() {
            let rows = scope::additions_told(added.into_iter().map(AdditionId)).all(&self.db).await?;
            told.added = rows.into_iter().map(|row| (row.id.0, row)).collect();
        }
        let comments = ids(&[EventKind::TaskComment]);
        if !comments.is_empty() {
            let rows = scope::comments_told(comments.into_iter().map(TaskCommentId)).all(&self.db).await?;
            told.comments = rows.into_iter().map(|row| (row.id.0, row)).collect();
        }
        let mut tasks = ids(&TASKS);
        tasks.extend(told.comments.values().map(|comment| comment.task_id.0));
        if tasks.iter().any(|id| !told.tasks.contains_key(id)) {
            let rows = scope::tasks_of(case).filter(task::Column::Id.is_in(tasks.into_iter().map(TaskId))).all(&self.db).await?;
            told.tasks = rows.into_iter().map(|row| (row.id.0, row)).collect();
        }
        if ids(&[EventKind::Document]).iter().any(|id| !told.documents.contains_key(id)) {
            told.documents = documents::versions(&self.db, case).await?.told(key)?;
        }
        let held = events.iter().filter(|event| meeting_event(event.kind).is_some()).filter_map(|event| event.subject_id);
        if held.into_iter().any(|id| !told.meetings.contains_key(&id)) {
            let rows = meetings::in_case(&self.db, case, key).await?;
            told.meetings = rows.into_iter().map(|row| (row.id.0, row)).collect();
        }
        let others = ids(&EventKind::OF_ANOTHER_CASE);
        if !others.is_empty() {
            told.numbers = links::numbers(&self.db, viewer, others.into_iter().map(CaseId)).await?;
        }
        let kept_out = ids(&[EventKind::ConflictSet, EventKind::ConflictLifted]);
        if !kept_out.is_empty() {
            let persons = scope::persons_told(viewer, kept_out.into_iter().map(MemberId));
            told.kept_out = persons.select_only().column(member::Column::Id).into_tuple().all(&self.db).await?;
        }
        let entries = ids(&[EventKind::Contact, EventKind::Decision]);
        if !entries.is_empty() {
            let of = case_entry::Column::Id.is_in(entries.into_iter().map(EntryId));
            let rows = scope::entries_of(case).filter(of).all(&self.db).await?;
            told.entries = rows.into_iter().map(|row| (row.id.0, row)).collect();
        }
        Ok(told)
    }
}

/// What comes after a line: what happened before it.
fn before(after: TimelineCursor) -> Condition {
    let same_moment = Condition::all().add(case_event::Column::At.eq(after.at)).add(case_event::Column::Id.lt(after.id));
    // The first half alone is what an index can begin at.
    Condition::all()
        .add(case_event::Column::At.lte(after.at))
        .add(Condition::any().add(case_event::Column::At.lt(after.at)).add(same_moment))
}

/// A page of lines that lack but the names.
pub(super) struct ReadLines {
    events: Vec<case_event::Model>,
    told: Told,
    older: Option<TimelineCursor>,
}

impl ReadLines {
    /// Whose names they need.
    pub(super) fn people(&self) -> impl Iterator<Item = MemberId> {
        let writers = self.events.iter().map(|event| event.by_person).chain(self.told.additions.iter().map(|addition| addition.author_id));
        writers.chain(self.events.iter().filter_map(person_told_of))
    }

    /// The lines, with these names.
    pub(super) fn lines(self, case: &Readable, key: &ContentKey, name: &impl Fn(MemberId) -> String) -> Result<Lines, StoreError> {
        let Self { events, told, older } = self;
        let additions = by_note(key, &told.additions, name)?;
        let entry = |event: case_event::Model| {
            Ok(TimelineEntry { at: event.at, by: name(event.by_person), what: told.happening(case, &event, key, &additions, name)? })
        };
        Ok((events.into_iter().map(entry).collect::<Result<_, StoreError>>()?, older))
    }
}

/// The rows that some lines tell of, each by its id.
#[derive(Default)]
pub(super) struct Told {
    notes: HashMap<Uuid, note::Model>,
    /// What was added to those notes.
    additions: Vec<note_addition::Model>,
    /// What lines of their own tell was added.
    added: HashMap<Uuid, note_addition::Model>,
    tasks: HashMap<Uuid, task::Model>,
    comments: HashMap<Uuid, task_comment::Model>,
    /// The versions of documents: which document, what the version is called, and its number.
    documents: HashMap<Uuid, (DocumentId, String, u32)>,
    meetings: HashMap<Uuid, MeetingRow>,
    entries: HashMap<Uuid, case_entry::Model>,
    /// The numbers of other cases, of which the viewer may know.
    numbers: HashMap<Uuid, i64>,
    /// Those who are, or were, kept out, of whom the viewer may be told.
    kept_out: Vec<MemberId>,
    /// The case types that say how a case can end.
    types: Option<Arc<CaseTypes>>,
}

impl Told {
    /// What is at hand already: all tasks, meetings and versions of documents in the case.
    pub(super) fn at_hand(tasks: &[task::Model], meetings: &[MeetingRow], documents: HashMap<Uuid, (DocumentId, String, u32)>) -> Self {
        Self {
            tasks: tasks.iter().map(|row| (row.id.0, row.clone())).collect(),
            meetings: meetings.iter().map(|row| (row.id.0, row.clone())).collect(),
            documents,
            ..Self::default()
        }
    }

    /// The name of somebody who is kept out, if the viewer may be told of them.
    fn kept_out(&self, event: &case_event::Model, name: &impl Fn(MemberId) -> String) -> String {
        person_told_of(event).filter(|person| self.kept_out.contains(person)).map(name).unwrap_or_default()
    }

    fn happening(
        &self,
        case: &Readable,
        event: &case_event::Model,
        key: &ContentKey,
        additions: &HashMap<NoteId, Vec<Addition>>,
        name: &impl Fn(MemberId) -> String,
    ) -> Result<Happening, StoreError> {
        let titled = |task: &task::Model| Ok::<_, StoreError>((task.id, key.open_text(&task_place(task.id), &task.title)?));
        let task = || subject(event, &self.tasks).and_then(titled);
        let detail = || event.detail.as_ref().map(|sealed| key.open_text(&event_place(event.id), sealed)).transpose();
        let person = || person_told_of(event).map(name).ok_or(LOST);
        if let Some(what) = meeting_event(event.kind) {
            let row = subject(event, &self.meetings)?;
            return Ok(Happening::Meeting { id: row.id, kind: row.kind, starts_at: row.starts_at, what });
        }
        if let Some(what) = event.kind.of_link() {
            let number = *subject(event, &self.numbers)?;
            return Ok(Happening::Link { id: CaseId(event.subject_id.ok_or(LOST)?), number, what });
        }
        Ok(match event.kind {
            EventKind::Opened => Happening::Opened,
            EventKind::Note => {
                let note = subject(event, &self.notes)?;
                Happening::Note {
                    id: note.id,
                    body: key.open_text(&note_place(note.id), &note.body)?,
                    kind: note.kind,
                    changed_at: note.changed_at,
                    additions: additions.get(&note.id).cloned().unwrap_or_default(),
                }
            }
            EventKind::NoteAdded => {
                let addition = subject(event, &self.added)?;
                Happening::NoteAdded { note: addition.note_id, body: key.open_text(&addition_place(addition.id), &addition.body)? }
            }
            EventKind::Contact | EventKind::Decision => match entry(subject(event, &self.entries)?, key)? {
                Entry::Contact(contact) => Happening::Contact(contact),
                Entry::Decision(decision) => Happening::Decision(decision),
            },
            EventKind::TaskMade => {
                let to = detail()?;
                task().map(|(id, title)| Happening::TaskMade { id, title, to })?
            }
            EventKind::TaskChanged => {
                let changes = written(detail()?)?;
                task().map(|(id, title)| Happening::TaskChanged { id, title, changes })?
            }
            EventKind::TaskComment => {
                let comment = subject(event, &self.comments)?;
                let (id, title) = self.tasks.get(&comment.task_id.0).ok_or(LOST).and_then(titled)?;
                Happening::TaskComment { id, title, body: key.open_text(&comment_place(comment.id), &comment.body)? }
            }
            EventKind::TaskDropped => {
                let reason = detail()?.unwrap_or_default();
                task().map(|(id, title)| Happening::TaskDropped { id, title, reason })?
            }
            EventKind::Waits => Happening::Waits(written(detail()?)?),
            EventKind::WentOn => Happening::WentOn,
            EventKind::Closed => {
                let ClosingTold { outcome, on, agreed } = written(detail()?)?;
                let types = self.types.as_deref().ok_or(LOST)?;
                Happening::Closed(Closing { outcome: lifecycle::outcome_names(case, types, outcome), on, agreed })
            }
            EventKind::Reopened => Happening::Reopened { reason: detail()?.unwrap_or_default() },
            EventKind::PersonAsked => Happening::PersonAsked { name: person()? },
            EventKind::PersonLeft => Happening::PersonLeft { name: person()? },
            EventKind::OwnerChanged => Happening::OwnerChanged { name: person()? },
            EventKind::PartyAdded => Happening::PartyAdded { name: person()? },
            EventKind::PartyRemoved => Happening::PartyRemoved { name: person()? },
            EventKind::OutsiderAdded => Happening::OutsiderAdded { name: detail()?.ok_or(LOST)? },
            EventKind::OutsiderChanged => Happening::OutsiderChanged { name: detail()?.ok_or(LOST)? },
            EventKind::OutsiderRemoved => Happening::OutsiderRemoved { name: detail()?.ok_or(LOST)? },
            EventKind::ConflictSet => Happening::ConflictSet { name: self.kept_out(event, name), number: detail()? },
            EventKind::ConflictLifted => Happening::ConflictLifted { name: self.kept_out(event, name), number: detail()? },
            EventKind::Document => {
                let (id, name, number) = subject(event, &self.documents)?.clone();
                Happening::Document { id, name, number }
            }
            EventKind::TaskDone => task().map(|(id, title)| Happening::TaskDone { id, title })?,
            EventKind::TaskReopened => task().map(|(id, title)| Happening::TaskReopened { id, title })?,
            // Told above.
            EventKind::MeetingCalled
            | EventKind::MeetingChanged
            | EventKind::MeetingCancelled
            | EventKind::MeetingRecorded
            | EventKind::ProtocolBegun
            | EventKind::ProtocolPresented
            | EventKind::ProtocolWithdrawn
            | EventKind::ProtocolSigned
            | EventKind::Linked
            | EventKind::MainSet
            | EventKind::PartSet
            | EventKind::Unlinked
            | EventKind::MergedInto
            | EventKind::MergedHere
            | EventKind::TakenOut => return Err(LOST),
        })
    }
}

fn subject<'r, T>(event: &case_event::Model, rows: &'r HashMap<Uuid, T>) -> Result<&'r T, StoreError> {
    event.subject_id.and_then(|id| rows.get(&id)).ok_or(LOST)
}

/// What a line tells as a record.
fn written<T: DeserializeOwned>(detail: Option<String>) -> Result<T, StoreError> {
    detail.and_then(|told| serde_json::from_str(&told).ok()).ok_or(LOST)
}

const LOST: StoreError = StoreError::Inconsistent { table: "case_events", what: "an event tells of something that is not there" };

/// The lines that tell of a task themselves.
const TASKS: [EventKind; 5] =
    [EventKind::TaskMade, EventKind::TaskDone, EventKind::TaskReopened, EventKind::TaskChanged, EventKind::TaskDropped];

/// The person that a line is about.
fn person_told_of(event: &case_event::Model) -> Option<MemberId> {
    match event.kind {
        EventKind::PersonAsked
        | EventKind::PersonLeft
        | EventKind::OwnerChanged
        | EventKind::PartyAdded
        | EventKind::PartyRemoved
        | EventKind::ConflictSet
        | EventKind::ConflictLifted => event.subject_id.map(MemberId),
        _ => None,
    }
}

/// What a line tells of a meeting, if it does.
const fn meeting_event(kind: EventKind) -> Option<MeetingEvent> {
    match kind {
        EventKind::MeetingCalled => Some(MeetingEvent::Called),
        EventKind::MeetingChanged => Some(MeetingEvent::Changed),
        EventKind::MeetingCancelled => Some(MeetingEvent::Cancelled),
        EventKind::MeetingRecorded => Some(MeetingEvent::Recorded),
        EventKind::ProtocolBegun => Some(MeetingEvent::ProtocolBegun),
        EventKind::ProtocolPresented => Some(MeetingEvent::ProtocolPresented),
        EventKind::ProtocolWithdrawn => Some(MeetingEvent::ProtocolWithdrawn),
        EventKind::ProtocolSigned => Some(MeetingEvent::ProtocolSigned),
        _ => None,
    }
}

fn entry(row: &case_entry::Model, key: &ContentKey) -> Result<Entry, StoreError> {
    let contents = key.open(&entry_place(row.id), &row.contents)?;
    serde_json::from_slice(&contents).map_err(|_| StoreError::Inconsistent { table: "case_entries", what: "an entry of no known shape" })
}
