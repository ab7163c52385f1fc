//! What the pages about a case's status read.

use serde::{Deserialize, Serialize};

use crate::cases::{CaseType, Outcome, OutcomeCode, Status};
use crate::meetings::MeetingRow;
use crate::tasks::{TaskRow, Worker};
use crate::{CaseId, Date, Texts, Timestamp};

use super::WaitingFor;

/// What a case waits for, as lists show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingRow {
    /// Whom.
    pub for_whom: WaitingFor,
    /// Until when.
    pub until: Date,
}

/// A case that has waited long enough: its day has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitOver {
    /// Which.
    pub case: CaseId,
    /// Its number.
    pub number: i64,
    /// What it is about.
    pub case_type: CaseType,
    /// What it waits for.
    pub waiting: WaitingRow,
}

/// What a case waits for. Kept with the line in the timeline, too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// Whom.
    pub for_whom: WaitingFor,
    /// More about whom or what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Until when.
    pub until: Date,
}

/// How a case ended, as the line in the timeline keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosingTold {
    /// In which way.
    pub outcome: OutcomeCode,
    /// When.
    pub on: Date,
    /// What was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<String>,
}

/// How a case ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// What the way it ended is called.
    pub outcome: Texts,
    /// When.
    pub on: Date,
    /// What was agreed.
    pub agreed: Option<String>,
}

/// A case as the forms that take it to another status show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseNow {
    /// Which.
    pub case: CaseId,
    /// The number people say on the telephone.
    pub number: i64,
    /// Rises by one with each change; a form sends back the one it was made from.
    pub version: i32,
    /// Where it stands.
    pub status: Status,
    /// Whether the transition is possible from there.
    pub possible: bool,
    /// When something last happened in it, and by whom.
    pub changed: Option<(Timestamp, String)>,
    /// What it waits for.
    pub waiting: Option<Waiting>,
    /// How it ended.
    pub closing: Option<Closing>,
    /// The number of the case it was merged into, if the viewer may know of that one. Opening it again undoes that.
    pub merged_into: Option<i64>,
    /// How a case of its type can end, as the type was when the case was made.
    pub outcomes: Vec<Outcome>,
    /// Its open tasks.
    pub open_tasks: Vec<TaskRow>,
    /// Its meetings that are called and not held.
    pub meetings: Vec<MeetingRow>,
    /// Those of its meetings whose protocol is not signed.
    pub unsigned: Vec<MeetingRow>,
    /// Those who can follow up what was agreed, the owner first.
    pub workers: Vec<Worker>,
    /// The day in Oslo.
    pub today: Date,
}
