//! What the pages of meetings read.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::documents::Kept;
use crate::org::Office;
use crate::{CaseId, Date, Earlier, MeetingId, MemberId, Timestamp};

use super::{Action, MeetingKind, MeetingStatus, MeetingTyped, Protocol, ProtocolStatus, Record, Side, SignedHow, Step, StepTyped};

/// A meeting in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingRow {
    /// Which.
    pub id: MeetingId,
    /// The case it is in.
    pub case: CaseId,
    /// What kind.
    pub kind: MeetingKind,
    /// Where.
    pub place: String,
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Option<Timestamp>,
    /// Whether it is still to come.
    pub status: MeetingStatus,
}

/// What has happened to a meeting, in the timeline of its case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingEvent {
    /// It was called.
    Called,
    /// Its time, place or anything else of the call was changed.
    Changed,
    /// It was called off.
    Cancelled,
    /// Who came, or what was said, was written down.
    Recorded,
    /// A protocol, or a correction of one, was begun.
    ProtocolBegun,
    /// The protocol was shown to the other side.
    ProtocolPresented,
    /// It was taken back to be written on.
    ProtocolWithdrawn,
    /// The protocol was signed by one of us, or the other side's signature was noted.
    ProtocolSigned,
}

/// As what somebody is on a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnCase {
    /// It is about them.
    Party,
    /// They answer for it.
    Owner,
    /// They take part in it.
    Participant,
}

/// Somebody on the case who can come to a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CasePerson {
    /// Who.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// What they are.
    pub what: OnCase,
    /// Whether the others are never told of them, whatever is chosen.
    pub protected: bool,
}

/// What the form of a call shows beside what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingForm {
    /// Those on the case.
    pub people: Vec<CasePerson>,
    /// What is still to be done in the case.
    pub open: Vec<String>,
    /// The meeting as it is saved, and its version; nothing for a new one.
    pub saved: Option<(MeetingTyped, i32)>,
}

/// Somebody who is to come, or came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendee {
    /// Which.
    pub id: Uuid,
    /// For whom.
    pub side: Side,
    /// Their name.
    pub name: String,
    /// What they are on the case; nothing for the other side.
    pub on_case: Option<OnCase>,
    /// What they are, of the other side.
    pub role: String,
    /// Where the call is sent, of the other side.
    pub email: String,
    /// Whether the others are not told of them: by choice, or because they are protected.
    pub hidden: bool,
}

/// Those whom the call to `recipient` may name: themselves, and everybody who is not hidden.
pub fn named_to(attendees: &[Attendee], recipient: Uuid) -> impl Iterator<Item = &Attendee> {
    attendees.iter().filter(move |one| one.id == recipient || !one.hidden)
}

/// A version of a meeting's protocol, in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProtocolRow {
    /// From 1.
    pub number: i32,
    /// How far it has come.
    pub status: ProtocolStatus,
}

/// The call of a meeting before it was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierCall {
    /// What kind it was.
    pub kind: MeetingKind,
    /// Where.
    pub place: String,
    /// When it was to begin.
    pub starts_at: Timestamp,
    /// When it was to end.
    pub ends_at: Option<Timestamp>,
    /// Who called it.
    pub called_by: String,
    /// What it was about.
    pub agenda: Vec<String>,
    /// Who was to come.
    pub attendees: Vec<Attendee>,
}

/// The minutes of a meeting before they were changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierMinutes {
    /// The names of those who came.
    pub came: Vec<String>,
    /// What was said.
    pub minutes: String,
    /// What was to be done.
    pub actions: Vec<Action>,
}

/// A whole meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingView {
    /// As in lists.
    pub row: MeetingRow,
    /// The number of the case.
    pub case_number: i64,
    /// Who calls it.
    pub called_by: String,
    /// What it is about.
    pub agenda: Vec<String>,
    /// Who is to come.
    pub attendees: Vec<Attendee>,
    /// What is known of it when it was held.
    pub record: Option<Record>,
    /// What the call said before, the latest first.
    pub earlier_calls: Vec<Earlier<EarlierCall>>,
    /// What the minutes said before, the latest first.
    pub earlier_minutes: Vec<Earlier<EarlierMinutes>>,
    /// The versions of its protocol, the latest first.
    pub protocols: Vec<ProtocolRow>,
    /// How many actions there are that have not become tasks yet.
    pub waiting: usize,
    /// How many have.
    pub made: usize,
    /// Whether the viewer may change it.
    pub may_work: bool,
    /// Rises by one with each change.
    pub version: i32,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// The day in Oslo.
    pub today: Date,
}

/// Whether a signed protocol still is what was signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// Nobody has signed yet.
    Unsigned,
    /// Every signature fits what the protocol says.
    Whole,
    /// What it says is not what was signed.
    Changed,
    /// A signature that the timeline tells of is gone.
    Missing,
}

/// A version of a protocol.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProtocolView {
    /// The meeting.
    pub meeting: MeetingRow,
    /// From 1.
    pub number: i32,
    /// Whether there is no later one.
    pub latest: bool,
    /// How far it has come.
    pub status: ProtocolStatus,
    /// What it says; nothing when it cannot be read, because somebody has altered it.
    pub protocol: Option<Protocol>,
    /// What stood at its steps before, while it was written, the latest first.
    pub earlier: Vec<Earlier<(Step, StepTyped)>>,
    /// Who has signed, in that order.
    pub signatures: Vec<SignatureView>,
    /// Whether it is what was signed.
    pub check: Check,
    /// SHA-256 of its bytes, as hexadecimal digits.
    pub digest: String,
    /// Whether the viewer has signed it.
    pub signed_by_me: bool,
    /// As what the viewer signs: the office that lets them work on the case, and its unit.
    pub as_office: Option<(Office, String)>,
    /// Whether the viewer may change it.
    pub may_work: bool,
    /// Rises by one with each change until it is signed.
    pub version: i32,
    /// The document that it is kept as in the case, if it is.
    pub kept: Option<Kept>,
    /// Now.
    pub now: Timestamp,
    /// The day in Oslo.
    pub today: Date,
}

impl ProtocolView {
    /// Whether both sides have signed.
    pub fn by_both(&self) -> bool {
        [Side::Ours, Side::Theirs].into_iter().all(|side| self.signatures.iter().any(|one| one.side == side))
    }
}

/// A signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureView {
    /// For whom.
    pub side: Side,
    /// Who signed; empty when it cannot be read, because somebody has altered it.
    pub name: String,
    /// As what.
    pub role: String,
    /// The day they signed.
    pub signed_on: Option<Date>,
    /// How the other side signed.
    pub how: Option<SignedHow>,
    /// When it was made, or noted.
    pub at: Timestamp,
    /// Who noted it.
    pub by: String,
    /// Whether it fits what the protocol says.
    pub holds: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_told_of_those_who_are_hidden_but_they_themselves() {
        let one = |n: u128, hidden| Attendee {
            id: Uuid::from_u128(n),
            side: Side::Theirs,
            name: n.to_string(),
            on_case: None,
            role: String::new(),
            email: String::new(),
            hidden,
        };
        let all = [one(1, false), one(2, true), one(3, true)];
        let named = |n: u128| named_to(&all, Uuid::from_u128(n)).map(|one| one.name.as_str()).collect::<Vec<_>>();
        assert_eq!((named(1), named(2), named(9)), (vec!["1"], vec!["1", "2"], vec!["1"]));
    }
}
