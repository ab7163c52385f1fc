//! One task, whole, and the form that changes it.

use serde::{Deserialize, Serialize};

use crate::drafts::Kept;
use crate::{CaseId, Date, Earlier, FieldErrors, MemberId, TaskId, Timestamp};

use super::{NewTaskTyped, Repeat};

/// Everything about one task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskView {
    /// Which.
    pub id: TaskId,
    /// The case it is in.
    pub case: CaseId,
    /// The case's number.
    pub case_number: i64,
    /// What is to be done.
    pub title: String,
    /// More about it.
    pub details: Option<String>,
    /// What stood there before, the latest first.
    pub earlier: Vec<Earlier<String>>,
    /// When.
    pub due: Option<Date>,
    /// How often it comes again.
    pub repeat: Repeat,
    /// Who is to do it.
    pub owner: String,
    /// Whether that is the viewer.
    pub mine: bool,
    /// When it was made, and by whom.
    pub made: (Timestamp, String),
    /// When it was last changed, and by whom.
    pub changed: Option<(Timestamp, String)>,
    /// That it is over.
    pub closed: Option<Closed>,
    /// What has been said of it, oldest first.
    pub comments: Vec<TaskComment>,
    /// Whether the viewer may change it.
    pub may_work: bool,
    /// Rises by one with each change.
    pub version: i32,
    /// The day in Oslo.
    pub today: Date,
}

/// That a task is over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// When.
    pub at: Timestamp,
    /// Who ticked it off, or dropped it.
    pub by: String,
    /// Why it was dropped; `None` when it was done.
    pub dropped: Option<String>,
}

/// Something said of a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskComment {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: String,
    /// What.
    pub body: String,
}

/// Somebody who works on a case, and can be given its tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worker {
    /// Who.
    pub id: MemberId,
    /// Their name.
    pub name: String,
}

/// A task as it is now, in the fields of its form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskNow {
    /// The fields.
    pub typed: NewTaskTyped,
    /// The name of whoever is to do it.
    pub owner: String,
    /// Rises by one with each change.
    pub version: i32,
    /// When it was last changed, and by whom.
    pub changed: Option<(Timestamp, String)>,
    /// Those it can be given to; whoever has it is among them.
    pub workers: Vec<Worker>,
}

/// What the form for changing a task shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskForm {
    /// The case it is in.
    pub case: CaseId,
    /// Which.
    pub id: TaskId,
    /// As it is.
    pub now: TaskNow,
    /// What was typed and not saved.
    pub kept: Option<NewTaskTyped>,
    /// When that was, if anything was.
    pub kept_at: Option<Kept>,
    /// Whether somebody has changed the task since that was typed.
    pub too_late: bool,
    /// What was wrong with it.
    pub errors: FieldErrors,
}

/// What a change of a task changed: what it was, and what it became. Kept with the line in the timeline.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Changes {
    /// The words of the task.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<(String, String)>,
    /// Its date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<(Option<Date>, Option<Date>)>,
    /// The names of whoever had it, and whoever was given it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<(String, String)>,
    /// How often it comes again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeat: Option<(Repeat, Repeat)>,
    /// Whether the description is another.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub details: bool,
}

impl Changes {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
