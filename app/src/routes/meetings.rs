//! Meetings in a case, and their protocols.

use domain::meetings::Step;
use domain::{CaseId, MeetingId};

use super::{Address, CASES};

/// A meeting.
pub fn meeting(case: CaseId, id: MeetingId) -> String {
    format!("{CASES}/{case}/moter/{id}")
}

/// The same, with a word about what was just done.
pub fn meeting_after(case: CaseId, id: MeetingId, what: MeetingDone) -> String {
    format!("{}?{MEETING_DONE}={}", meeting(case, id), what.code())
}

/// Says in an address what was just done to a meeting or its protocol.
pub const MEETING_DONE: &str = "gjort";

/// Says in an address that the agenda begins with what is still to be done.
pub const OPEN_FIRST: &str = "apent";

/// Says in an address to whom a call goes.
pub const RECIPIENT: &str = "til";

/// Says in an address which version of a protocol is meant.
pub const PROTOCOL_VERSION: &str = "utgave";

/// Says in an address that the signatures are to be held against the protocol.
pub const CONTROL: &str = "kontroller";

/// What was just done to a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeetingDone {
    /// It was called, or the call was changed.
    Called,
    /// It was called off.
    Cancelled,
    /// The minutes were written.
    Recorded,
    /// Tasks were made.
    Tasked,
    /// The protocol was shown to the other side.
    Presented,
    /// It was taken back.
    Withdrawn,
    /// A signature was made or noted.
    Signed,
    /// It does not say enough to be shown.
    Incomplete,
    /// Somebody else was quicker.
    Changed,
}

impl MeetingDone {
    /// All.
    pub const ALL: [Self; 9] = [
        Self::Called,
        Self::Cancelled,
        Self::Recorded,
        Self::Tasked,
        Self::Presented,
        Self::Withdrawn,
        Self::Signed,
        Self::Incomplete,
        Self::Changed,
    ];

    /// The word in the address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Called => "kalt",
            Self::Cancelled => "avlyst",
            Self::Recorded => "referat",
            Self::Tasked => "oppgaver",
            Self::Presented => "vist",
            Self::Withdrawn => "trukket",
            Self::Signed => "signert",
            Self::Incomplete => "mangler",
            Self::Changed => "endret",
        }
    }
}

/// A new meeting; its agenda begins with what is still to be done, if that is asked for.
pub fn new_meeting(case: CaseId, open_first: bool) -> String {
    let mut address = Address::new(&format!("{CASES}/{case}/moter/nytt"));
    address.with(OPEN_FIRST, if open_first { "1" } else { "" });
    address.done()
}

/// Says in an address that somebody goes on with what they typed.
pub const GOING_ON: &str = "videre";

/// A form that is gone on with.
pub fn going_on(form: &str) -> String {
    format!("{form}?{GOING_ON}=1")
}

/// Changing one.
pub fn change_meeting(case: CaseId, id: MeetingId) -> String {
    format!("{}/endre", meeting(case, id))
}

/// Its call, to somebody or to choose whom.
pub fn call(case: CaseId, id: MeetingId, to: Option<String>) -> String {
    let mut address = Address::new(&format!("{}/innkalling", meeting(case, id)));
    address.with(RECIPIENT, &to.unwrap_or_default());
    address.done()
}

/// Who came, what was said, what is to be done.
pub fn minutes(case: CaseId, id: MeetingId) -> String {
    format!("{}/referat", meeting(case, id))
}

/// Its calendar file.
pub fn calendar(case: CaseId, id: MeetingId) -> String {
    format!("{}/kalender.ics", meeting(case, id))
}

/// The pattern of [`calendar`], for the server's own router.
pub const CALENDAR: &str = "/saker/{id}/moter/{meeting}/kalender.ics";

/// Its protocol, the latest version or another.
pub fn protocol(case: CaseId, id: MeetingId, number: Option<i32>) -> String {
    let mut address = Address::new(&format!("{}/protokoll", meeting(case, id)));
    address.with(PROTOCOL_VERSION, &number.map(|number| number.to_string()).unwrap_or_default());
    address.done()
}

/// The same, with a word about what was just done.
pub fn protocol_after(case: CaseId, id: MeetingId, what: MeetingDone) -> String {
    format!("{}?{MEETING_DONE}={}", protocol(case, id, None), what.code())
}

/// A version of it as a PDF.
pub fn protocol_file(case: CaseId, id: MeetingId, number: i32) -> String {
    let mut address = Address::new(&format!("{}/protokoll.pdf", meeting(case, id)));
    address.with(PROTOCOL_VERSION, &number.to_string());
    address.done()
}

/// The pattern of [`protocol_file`], for the server's own router.
pub const PROTOCOL_FILE: &str = "/saker/{id}/moter/{meeting}/protokoll.pdf";

/// Its page, saying why its PDF was not kept in the case: the code of a refusal.
pub fn protocol_not_kept(case: CaseId, id: MeetingId, why: &str) -> String {
    let mut address = Address::new(&protocol(case, id, None));
    address.with(super::NOT_KEPT, why);
    address.done()
}

/// The same, with its signatures held against it in words.
pub fn protocol_control(case: CaseId, id: MeetingId, number: i32) -> String {
    format!("{}&{CONTROL}=1", protocol(case, id, Some(number)))
}

/// One question of a protocol that is being written.
pub fn protocol_step(case: CaseId, id: MeetingId, step: Step) -> String {
    format!("{}/{step}", protocol(case, id, None))
}

/// Noting that the other side has signed.
pub fn note_signature(case: CaseId, id: MeetingId) -> String {
    format!("{}/signatur", protocol(case, id, None))
}
