//! The timeline of a case: everything that has happened in it.

use serde::{Deserialize, Serialize};

use crate::code::code_enum;
use crate::entries::{Contact, Decision};
use crate::lifecycle::{Closing, Waiting};
use crate::links::LinkEvent;
use crate::meetings::{MeetingEvent, MeetingKind};
use crate::notes::{Addition, NoteKind};
use crate::tasks::Changes;
use crate::{CaseEventId, CaseId, DocumentId, MeetingId, NoteId, TaskId, Timestamp};

code_enum! {
    /// The parts that a timeline can be narrowed to.
    pub enum TimelinePart {
        /// Notes, and what was added to them.
        Notes = "notes",
        /// Contact with people.
        Contact = "contact",
        /// Decisions.
        Decisions = "decisions",
        /// Tasks.
        Tasks = "tasks",
        /// Documents.
        Documents = "documents",
        /// Meetings, their minutes and protocols.
        Meetings = "meetings",
        /// All else: the case itself, who works on it.
        Other = "other",
    }
}

/// A place in the timeline: newest first, then by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineCursor {
    /// The last line's time.
    pub at: Timestamp,
    /// Breaks ties.
    pub id: CaseEventId,
}

/// One page of a case's timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelinePage {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub case_number: i64,
    /// What it is narrowed to.
    pub part: Option<TimelinePart>,
    /// This page's lines, newest first.
    pub entries: Vec<TimelineEntry>,
    /// Where the older ones begin, when there are any.
    pub older: Option<TimelineCursor>,
}

/// One thing that happened in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineEntry {
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub by: String,
    /// What.
    pub what: Happening,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Happening {
    /// The case was made.
    Opened,
    /// A note was written.
    Note {
        /// Which.
        id: NoteId,
        /// Its text as it is now.
        body: String,
        /// Who sees it.
        kind: NoteKind,
        /// When its text was last changed.
        changed_at: Option<Timestamp>,
        /// What was added to it.
        additions: Vec<Addition>,
    },
    /// Something was added to a note.
    NoteAdded {
        /// The note.
        note: NoteId,
        /// What was added.
        body: String,
    },
    /// Contact with somebody.
    Contact(Contact),
    /// A decision.
    Decision(Decision),
    /// A task was made.
    TaskMade {
        /// Which.
        id: TaskId,
        /// What is to be done.
        title: String,
        /// To whom it was given, if not to whoever made it.
        to: Option<String>,
    },
    /// A task was changed.
    TaskChanged {
        /// Which.
        id: TaskId,
        /// What is to be done, as it is now.
        title: String,
        /// What is otherwise.
        changes: Box<Changes>,
    },
    /// Something was said of a task.
    TaskComment {
        /// Which.
        id: TaskId,
        /// What is to be done.
        title: String,
        /// What was said.
        body: String,
    },
    /// A task was dropped.
    TaskDropped {
        /// Which.
        id: TaskId,
        /// What is not to be done after all.
        title: String,
        /// Why.
        reason: String,
    },
    /// A task was ticked off.
    TaskDone {
        /// Which.
        id: TaskId,
        /// What was done.
        title: String,
    },
    /// Somebody was asked to take part, or their part was changed.
    PersonAsked {
        /// Who.
        name: String,
    },
    /// Somebody's part was ended.
    PersonLeft {
        /// Who.
        name: String,
    },
    /// The case is about one more.
    PartyAdded {
        /// Who.
        name: String,
    },
    /// The case is not about somebody any more.
    PartyRemoved {
        /// Who.
        name: String,
    },
    /// Somebody else was written down in the case, as they were then.
    OutsiderAdded {
        /// Who.
        name: String,
    },
    /// What stands about them was changed.
    OutsiderChanged {
        /// Who, as they stand from then on.
        name: String,
    },
    /// They were taken out.
    OutsiderRemoved {
        /// Who.
        name: String,
    },
    /// The case was given to another owner.
    OwnerChanged {
        /// To whom.
        name: String,
    },
    /// Somebody is kept out of the case. For those who work on it alone.
    ConflictSet {
        /// Who; empty when the viewer may not be told of them.
        name: String,
        /// The member number, when that is all that is told.
        number: Option<String>,
    },
    /// Somebody is no longer kept out. For those who work on the case alone.
    ConflictLifted {
        /// Who; empty when the viewer may not be told of them.
        name: String,
        /// The member number, when that is all that is told.
        number: Option<String>,
    },
    /// A document was added, or a version of one.
    Document {
        /// Which.
        id: DocumentId,
        /// What the version is called.
        name: String,
        /// Which version.
        number: u32,
    },
    /// Something happened to a meeting.
    Meeting {
        /// Which.
        id: MeetingId,
        /// Its kind.
        kind: MeetingKind,
        /// When it begins.
        starts_at: Timestamp,
        /// What happened.
        what: MeetingEvent,
    },
    /// Something came to be between this case and another, of which the viewer may know.
    Link {
        /// The other case.
        id: CaseId,
        /// Its number.
        number: i64,
        /// What.
        what: LinkEvent,
    },
    /// The case was set to wait.
    Waits(Waiting),
    /// It waits no more.
    WentOn,
    /// The case was closed.
    Closed(Closing),
    /// The case was opened again.
    Reopened {
        /// Why.
        reason: String,
    },
    /// A tick was taken back.
    TaskReopened {
        /// Which.
        id: TaskId,
        /// What is to be done after all.
        title: String,
    },
}
