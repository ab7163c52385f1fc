//! What the pages of the access log read. Never what a case says.

use serde::{Deserialize, Serialize};

use crate::org::Office;
use crate::settings::VersionRow;
use crate::{Date, MemberId, Timestamp};

use super::Rule;

/// Which looks are shown, as somebody typed it: a member number or a name, and dates.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogAsked {
    /// Whom was looked at.
    pub about: String,
    /// Who looked.
    pub by: String,
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
}

impl LogAsked {
    /// Whether anything was typed.
    pub fn is_narrowed(&self) -> bool {
        [&self.about, &self.by, &self.from, &self.to].into_iter().any(|text| !text.trim().is_empty())
    }

    /// The days that can be read, and which of the two cannot. A day that is none narrows nothing.
    pub fn read(&self, after: Option<LogCursor>) -> (LogFilter, Vec<&'static str>) {
        let mut unreadable = Vec::new();
        let mut day = |text: &str, name| {
            let text = text.trim();
            let read = Date::parse_typed(text).ok();
            if read.is_none() && !text.is_empty() {
                unreadable.push(name);
            }
            read
        };
        let (from, to) = (day(&self.from, "fra"), day(&self.to, "til"));
        (LogFilter { about: self.about.trim().to_owned(), by: self.by.trim().to_owned(), from, to, after }, unreadable)
    }
}

/// Which looks are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogFilter {
    /// Whom was looked at: a member number, or words of a name.
    pub about: String,
    /// Who looked: the same.
    pub by: String,
    /// The first day in Oslo.
    pub from: Option<Date>,
    /// The last day in Oslo.
    pub to: Option<Date>,
    /// Where the page begins.
    pub after: Option<LogCursor>,
}

/// A place in the list: newest first, then by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogCursor {
    /// The last row's time.
    pub at: Timestamp,
    /// Its number.
    pub seq: i64,
}

/// Somebody in the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Who.
    pub id: MemberId,
    /// Given and family name.
    pub name: String,
    /// The member number, which tells two of the same name apart.
    pub member_no: String,
}

/// What was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LookedAt {
    /// A member's card.
    Member(Option<Person>),
    /// A case. Its number, when it still exists; never what it says.
    Case(Option<i64>),
    /// A document in a case. The case's number, when it still exists; never what the document is called.
    Document(Option<i64>),
    /// A list of members.
    Members,
    /// A list of members, taken out as a file.
    MembersTakenOut,
    /// A list of cases was taken out as a file.
    CasesTakenOut,
    /// A whole case was taken out as a file. Its number, when it still exists.
    CaseTakenOut(Option<i64>),
    /// A list of members that was asked for, and not shown: the limit on searches was met.
    SearchStopped,
    /// A member or a case that is not there for the viewer, asked for too many times.
    GuessingStopped,
    /// A list of cases.
    Cases,
    /// The page of an employer, which names representatives.
    Employer,
    /// The page of a unit of the organisation, which names those who hold office.
    Unit,
    /// The page Today.
    Today,
    /// A held file of the registry, approved or rejected.
    RegistryFile,
    /// The access matrix, changed. The version that was made, when it was made in the end.
    Policy(Option<i32>),
    /// The case types, likewise.
    CaseTypes(Option<i32>),
    /// A search among those who hold an office.
    Holders,
    /// What somebody's offices give them, or why somebody sees this member.
    Explained(Option<Person>),
    /// Why somebody sees this case.
    ExplainedCase(Option<i64>),
    /// The access log itself.
    Log,
    /// The report of who has read about somebody.
    Report(Option<Person>),
    /// The same, taken out as a file.
    Export(Option<Person>),
    /// Something this page has no words for.
    Other,
}

/// One look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogRow {
    /// Its number in the chain.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// Who looked.
    pub by: Person,
    /// The offices that gave the right, with the units' names, as they were then; empty when the detail was thrown away.
    pub offices: Vec<(Office, String)>,
    /// What was looked at.
    pub what: LookedAt,
    /// What was searched for.
    pub words: String,
    /// How many a list held.
    pub found: Option<u64>,
    /// What a list was taken out for: the code of a purpose, and words.
    pub purpose: Option<(String, String)>,
}

/// One page of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogPage {
    /// Newest first.
    pub rows: Vec<LogRow>,
    /// Where the next page begins.
    pub next: Option<LogCursor>,
    /// Everybody whom the words for "looked at" fit, when there were any.
    pub about: Option<Vec<Person>>,
    /// The same for "who looked".
    pub by: Option<Vec<Person>>,
    /// Whether more fit than are looked for: more of the name is needed.
    pub too_many: bool,
    /// What to look at first, when nothing was asked for.
    pub unusual: Vec<Unusual>,
    /// The latest versions of the access matrix, likewise: whoever changes the rules is seen.
    pub policy: Vec<VersionRow>,
}

/// Something unusual, with the name of whom it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unusual {
    /// Which rule found it.
    pub rule: Rule,
    /// The viewer; for [`Rule::ManyViewers`] the person looked at.
    pub person: Person,
    /// How many.
    pub number: u32,
    /// What is usual for the viewer.
    pub usual: u32,
    /// When it began.
    pub from: Timestamp,
    /// When it ended.
    pub to: Timestamp,
}

/// Who has read about one member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadAbout {
    /// Whom.
    pub member: Person,
    /// Each time somebody opened the card, a case of theirs or this report, newest first.
    pub rows: Vec<LogRow>,
    /// Whether there are older ones.
    pub more: bool,
    /// When this was made.
    pub made_at: Timestamp,
}
