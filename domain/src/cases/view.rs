//! What the case pages read.

use serde::{Deserialize, Serialize};

use crate::access::{Audience, Why};
use crate::documents::DocumentRow;
use crate::lifecycle::{Closing, Transition, Waiting, WaitingRow};
use crate::links::LinkRow;
use crate::meetings::MeetingRow;
use crate::members::MemberPage;
use crate::notes::PrivateNote;
use crate::outsiders::OutsiderRow;
use crate::tasks::TaskRow;
use crate::{CaseId, Date, FieldErrors, MemberId, Texts, Timestamp};

use super::{CaseCursor, CaseKind, CaseType, Everybody, Said, Sensitivity, Status, TimelineCursor, TimelineEntry};

/// One case in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseRow {
    /// Which.
    pub id: CaseId,
    /// The number people say on the telephone.
    pub number: i64,
    /// What it is about.
    pub case_type: CaseType,
    /// Whom it is about, as far as the viewer may be told, by name.
    pub about: Vec<String>,
    /// Where everybody is, when it is about all at a place.
    pub everybody: Option<Everybody>,
    /// Where it stands.
    pub status: Status,
    /// What it waits for.
    pub waiting: Option<WaitingRow>,
    /// Who answers for it.
    pub owner: String,
    /// Whether that is the viewer.
    pub mine: bool,
    /// The next open task.
    pub next: Option<NextTask>,
    /// When something last happened in it.
    pub updated_at: Timestamp,
    /// Whether the viewer may read what is in it. When not, whom it is about, what it waits for and what comes next are left out.
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

/// A member, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Who.
    pub id: MemberId,
    /// Their name.
    pub name: String,
}

/// Whom a case about several is about, for those who may change that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartiesForm {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: i64,
    /// What was searched for.
    pub query: String,
    /// Whom it is about, as far as the viewer is told, by name.
    pub people: Vec<Person>,
    /// Members that were found, without those it is about already.
    pub found: MemberPage,
    /// What was refused the last time.
    pub errors: FieldErrors,
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
    /// When everything in it was erased, if that was done.
    pub erased_at: Option<Timestamp>,
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
    /// Where it stands.
    pub status: Status,
    /// What it waits for.
    pub waiting: Option<Waiting>,
    /// How it ended.
    pub closing: Option<Closing>,
    /// What the viewer may do about that now.
    pub moves: Vec<Transition>,
    /// Rises by one with each change.
    pub version: i32,
    /// The club it belongs to.
    pub unit: String,
    /// How many it is about.
    pub kind: CaseKind,
    /// Whom it is about, as far as the viewer may be told, by name.
    pub parties: Vec<Party>,
    /// Where everybody is, when it is about all at a place.
    pub everybody: Option<Everybody>,
    /// Others in it, who have no way into the portal: the employer's contact first, and so on, by name.
    pub outsiders: Vec<OutsiderRow>,
    /// Who answers for it.
    pub owner: String,
    /// Whether that is the viewer.
    pub mine: bool,
    /// The day it happened.
    pub happened_on: Date,
    /// What happened.
    pub description: String,
    /// What was answered to the questions of its type, in their order, as the type was when the case was made.
    pub known: Vec<Known>,
    /// When the case was made.
    pub opened_at: Timestamp,
    /// Open tasks by date, then those that are done.
    pub tasks: Vec<TaskRow>,
    /// The documents in it, the latest change first.
    pub documents: Vec<DocumentRow>,
    /// Its meetings, the earliest first.
    pub meetings: Vec<MeetingRow>,
    /// What it is linked to, of what the viewer may know.
    pub links: Vec<LinkRow>,
    /// What happened last, newest first.
    pub timeline: Vec<TimelineEntry>,
    /// Where the older lines begin, when there are any.
    pub older: Option<TimelineCursor>,
    /// The notes in it that the viewer has kept to themselves, the latest first.
    pub private_notes: Vec<PrivateNote>,
    /// Whether the viewer works on it.
    pub may_work: bool,
    /// Whether the viewer may add to it: works on it, and it is not closed.
    pub may_add: bool,
    /// Which mandate lets the viewer in.
    pub why: Why,
    /// The offices that see it without taking part, as the access matrix is now.
    pub audience: Audience,
    /// Those among the parties, by name, who read the case by an office of theirs: for those who can keep them out.
    pub reading_parties: Vec<String>,
    /// The day in Oslo.
    pub today: Date,
}

/// Something that was answered when a case was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// The id of the question.
    pub question: String,
    /// The question.
    pub label: Texts,
    /// The answer.
    pub answer: Said,
}
