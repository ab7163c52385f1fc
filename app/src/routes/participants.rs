//! Who sees a case, and what is done about it.

use domain::CaseId;

use super::case;

/// Says in an address what was just done.
pub const ACCESS_DONE: &str = "gjort";

/// Who sees the case.
pub fn case_access(id: CaseId) -> String {
    format!("{}/tilgang", case(id))
}

/// The same, with a word about what was just done.
pub fn case_access_after(id: CaseId, done: AccessDone) -> String {
    format!("{}?{ACCESS_DONE}={}", case_access(id), done.code())
}

/// Asking somebody to take part.
pub fn ask_participant(id: CaseId) -> String {
    format!("{}/delta", case_access(id))
}

/// Giving the case to another owner.
pub fn give_case(id: CaseId) -> String {
    format!("{}/eier", case_access(id))
}

/// Keeping somebody out.
pub fn keep_out(id: CaseId) -> String {
    format!("{}/utenfor", case_access(id))
}

/// What was just done about who sees a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccessDone {
    /// Somebody was asked.
    Asked,
    /// Somebody's part was ended.
    Ended,
    /// The case has another owner.
    Given,
    /// Somebody is kept out.
    KeptOut,
    /// Somebody is kept out, who was called to a meeting that is to come.
    KeptOutOfMeetings,
    /// Somebody is kept out no longer.
    LetIn,
}

impl AccessDone {
    /// All.
    pub const ALL: [Self; 6] = [Self::Asked, Self::Ended, Self::Given, Self::KeptOut, Self::KeptOutOfMeetings, Self::LetIn];

    /// The word in the address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Asked => "delta",
            Self::Ended => "avsluttet",
            Self::Given => "eier",
            Self::KeptOut => "utenfor",
            Self::KeptOutOfMeetings => "utenfor-moter",
            Self::LetIn => "sluppet-inn",
        }
    }
}
