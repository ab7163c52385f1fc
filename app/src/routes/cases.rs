//! Cases: the list, a case, and the steps of a new one.

use domain::{CaseId, MemberId};

use super::{Address, CASES, NEW_CASE};

/// A case.
pub fn case(id: CaseId) -> String {
    format!("{CASES}/{id}")
}

/// A case, with a word about what was just done to it.
pub fn case_after(id: CaseId, what: Done) -> String {
    format!("{CASES}/{id}?{}=1", what.code())
}

/// What was just done to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// It was made.
    Opened,
    /// A note was added.
    Noted,
    /// A task was added.
    Tasked,
    /// A task was ticked, or a tick taken back.
    Ticked,
    /// Somebody else changed it first.
    Changed,
}

impl Done {
    /// All.
    pub const ALL: [Self; 5] = [Self::Opened, Self::Noted, Self::Tasked, Self::Ticked, Self::Changed];

    /// The word in the address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Opened => "ny",
            Self::Noted => "notat",
            Self::Tasked => "oppgave",
            Self::Ticked => "huket",
            Self::Changed => "endret",
        }
    }
}

/// A new note.
pub fn new_note(id: CaseId) -> String {
    format!("{CASES}/{id}/notat")
}

/// A new task.
pub fn new_task(id: CaseId) -> String {
    format!("{CASES}/{id}/oppgave")
}

/// A new case about somebody.
pub fn new_case_about(member: MemberId) -> String {
    format!("{NEW_CASE}?medlem={member}")
}

/// One step of a new case.
pub fn new_case(draft: &str, step: domain::cases::Step) -> String {
    use domain::cases::Step;
    let step = match step {
        Step::About => "hva",
        Step::Who => "hvem",
        Step::What => "hendelse",
        Step::Check => "sjekk",
    };
    format!("{NEW_CASE}/{draft}/{step}")
}

/// The first step of a new case, with the member it is about if one was chosen beforehand.
pub fn new_case_first(draft: &str, member: Option<MemberId>) -> String {
    let member = member.map(|id| id.to_string()).unwrap_or_default();
    let mut address = Address::new(&new_case(draft, domain::cases::Step::About));
    address.with("medlem", &member);
    address.done()
}

/// A step of a new case, searching for somebody.
pub fn new_case_who(draft: &str) -> String {
    new_case(draft, domain::cases::Step::Who)
}

/// The case list, narrowed.
pub fn cases(owner: &str, status: &str, case_type: &str, after: Option<&domain::cases::CaseCursor>) -> String {
    let mut address = Address::new(CASES);
    address.with("eier", owner).with("status", status).with("type", case_type);
    if let Some(after) = after {
        address.with("etter", &format!("{}~{}", after.id, after.updated_at.0));
    }
    address.done()
}

/// The other way: reads what [`cases`] wrote.
pub fn case_cursor(text: &str) -> Option<domain::cases::CaseCursor> {
    let (id, at) = text.split_once('~')?;
    Some(domain::cases::CaseCursor { updated_at: domain::Timestamp(at.parse().ok()?), id: id.parse().ok()? })
}
