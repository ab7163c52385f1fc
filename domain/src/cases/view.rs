//! What the case pages read.

use serde::{Deserialize, Serialize};

use crate::access::{Audience, Why};
use crate::tasks::TaskRow;
use crate::{CaseId, Date, MemberId, NoteId, TaskId, Timestamp};

use super::{CaseType, Sensitivity, Status};

/// One case in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseRow {
    /// Which.
    pub id: CaseId,
    /// The number people say on the telephone.
    pub number: i64,
    /// What it is about.
    pub case_type: CaseType,
    /// Whom it is about.
    pub about: Vec<String>,
    /// Whether work goes on.
    pub status: Status,
    /// Who answers for it.
    pub owner: String,
    /// Whether that is the viewer.
    pub mine: bool,
    /// The next open task.
    pub next: Option<NextTask>,
    /// When something last happened in it.
    pub updated_at: Timestamp,
    /// Whether the viewer may read what is in it. When not, whom it is about and what comes next are left out.
    pub readable: bool,
}

/// What happens next in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextTask {
    /// What.
    pub title: String,
    /// When.
    pub due: Option<Date>,
}

/// Which cases a list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseFilter {
    /// Only those the viewer owns.
    pub mine: bool,
    /// Open, closed or both.
    pub status: Option<Status>,
    /// One type.
    pub case_type: Option<CaseType>,
    /// Where the page begins.
    pub after: Option<CaseCursor>,
}

/// A place in the list: latest change first, then by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseCursor {
    /// The last row's time.
    pub updated_at: Timestamp,
    /// Breaks ties.
    pub id: CaseId,
}

/// One page of a case list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CasePage {
    /// Exactly how many the filter finds, over all pages.
    pub total: u64,
    /// How many the viewer sees without any filter.
    pub total_unfiltered: u64,
    /// This page's rows.
    pub rows: Vec<CaseRow>,
    /// Where the next page begins, when there is one.
    pub next: Option<CaseCursor>,
    /// The day in Oslo.
    pub today: Date,
}

/// Somebody the case is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Their name.
    pub name: String,
    /// Their card, when the viewer may open it.
    pub card: Option<MemberId>,
}

/// What a viewer sees of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseSeen {
    /// All of it.
    Whole(Box<CaseView>),
    /// That it exists.
    Known(CaseKnown),
}

impl CaseSeen {
    /// The whole case, if that is what the viewer sees.
    pub fn whole(self) -> Option<CaseView> {
        match self {
            Self::Whole(case) => Some(*case),
            Self::Known(_) => None,
        }
    }
}

/// That a case exists, and whom to ask about it; nothing of what is in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseKnown {
    /// The number people say on the telephone.
    pub number: i64,
    /// What it is about.
    pub case_type: CaseType,
    /// Whether work goes on.
    pub status: Status,
    /// The club it belongs to.
    pub unit: String,
    /// Who answers for it.
    pub owner: String,
    /// When the case was made.
    pub opened_at: Timestamp,
    /// Which mandate lets the viewer know of it.
    pub why: Why,
}

/// A whole case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseView {
    /// Which.
    pub id: CaseId,
    /// The number people say on the telephone.
    pub number: i64,
    /// What it is about.
    pub case_type: CaseType,
    /// How sensitive its contents are.
    pub sensitivity: Sensitivity,
    /// Whether work goes on.
    pub status: Status,
    /// The club it belongs to.
    pub unit: String,
    /// Whom it is about.
    pub parties: Vec<Party>,
    /// Who answers for it.
    pub owner: String,
    /// Whether that is the viewer.
    pub mine: bool,
    /// The day it happened.
    pub happened_on: Date,
    /// What happened.
    pub description: String,
    /// When the case was made.
    pub opened_at: Timestamp,
    /// Open tasks by date, then those that are done.
    pub tasks: Vec<TaskRow>,
    /// Everything that happened, newest first.
    pub timeline: Vec<TimelineEntry>,
    /// Whether the viewer may add to it.
    pub may_work: bool,
    /// Which mandate lets the viewer in.
    pub why: Why,
    /// The offices that see it without taking part, as the access matrix is now.
    pub audience: Audience,
    /// The day in Oslo.
    pub today: Date,
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
        /// Its text.
        body: String,
    },
    /// A task was made.
    TaskMade {
        /// Which.
        id: TaskId,
        /// What is to be done.
        title: String,
    },
    /// A task was ticked off.
    TaskDone {
        /// Which.
        id: TaskId,
        /// What was done.
        title: String,
    },
    /// A tick was taken back.
    TaskReopened {
        /// Which.
        id: TaskId,
        /// What is to be done after all.
        title: String,
    },
}
