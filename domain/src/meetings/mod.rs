//! Meetings in a case, and the protocol that both sides sign.
//!
//! What is written stands in [`Plan`], [`Record`] and [`Protocol`]: the store seals them whole with the case's key. A
//! protocol that somebody has signed is these bytes and no others ([`Protocol::to_bytes`]).

mod calendar;
mod canonical;
mod fields;
mod input;
mod points;
mod protocol;
mod record;
mod sign;
mod view;

pub use calendar::calendar_file;
pub use canonical::NotAProtocol;
pub use fields::protocol_fields;
pub use input::{MeetingTyped, NewMeeting, OtherTyped};
pub use points::{PointTyped, Step, StepTyped};
pub use protocol::{Head, Point, Protocol};
pub use record::{Action, ActionTyped, Record, RecordTyped};
pub use sign::{Signature, TheirSignature, TheirSignatureTyped};
pub use view::{
    Attendee, CasePerson, Check, EarlierCall, EarlierMinutes, MeetingEvent, MeetingForm, MeetingRow, MeetingView, OnCase, ProtocolRow,
    ProtocolView, SignatureView, named_to,
};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::MemberId;
use crate::code::code_enum;

code_enum! {
    /// What kind of meeting it is.
    pub enum MeetingKind {
        /// Drøftingsmøte: the parties discuss, the employer decides.
        Discussion = "discussion",
        /// Forhandlingsmøte: what comes of it needs an agreement, and a protocol.
        Negotiation = "negotiation",
        /// A talk, or following something up.
        Conversation = "conversation",
        /// A meeting of members.
        Members = "members",
        /// Anything else.
        Other = "other",
    }
}

code_enum! {
    /// Whether a meeting is still to come.
    pub enum MeetingStatus {
        /// It is called.
        Planned = "planned",
        /// Who came, or what was said, is written down.
        Held = "held",
        /// It is called off.
        Cancelled = "cancelled",
    }
}

code_enum! {
    /// How far a protocol has come.
    pub enum ProtocolStatus {
        /// Being written.
        Draft = "draft",
        /// Shown to the other side: it may be signed.
        Presented = "presented",
        /// Signed by at least one: it never changes again.
        Signed = "signed",
    }
}

code_enum! {
    /// For whom somebody comes or signs.
    pub enum Side {
        /// The union and its member.
        Ours = "ours",
        /// The employer.
        Theirs = "theirs",
    }
}

code_enum! {
    /// How the other side signed.
    pub enum SignedHow {
        /// On paper.
        Paper = "paper",
        /// In an e-mail.
        Email = "email",
        /// By saying so in the meeting.
        Meeting = "meeting",
    }
}

/// The longest place, in characters.
pub const PLACE_MAX: u32 = 200;
/// The longest line: a point of the agenda, a subject, somebody's name and title.
pub const LINE_MAX: u32 = 200;
/// The most points of an agenda, people from the other side, points of a protocol, or things to do.
pub const LINES_MAX: usize = 30;
/// The longest minutes, in characters.
pub const MINUTES_MAX: u32 = 20_000;
/// The longest text in one cell of a protocol, in characters.
pub const CELL_MAX: u32 = 4_000;

/// What a meeting is to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// What kind it is.
    pub kind: MeetingKind,
    /// A place, or the address of a video meeting. It is text, and never a link.
    pub place: String,
    /// Who calls it.
    pub called_by: String,
    /// What it is about.
    pub agenda: Vec<String>,
    /// Who is to come.
    pub participants: Vec<Participant>,
}

impl Plan {
    /// Whether it says what the other says: those from the other side are the same by what they are called, whatever ids
    /// they were given.
    pub fn says_the_same_as(&self, other: &Self) -> bool {
        fn without_ids(plan: &Plan) -> Plan {
            let participants = plan.participants.iter().map(|one| Participant { id: Uuid::nil(), ..one.clone() });
            Plan { participants: participants.collect(), ..plan.clone() }
        }
        without_ids(self) == without_ids(other)
    }
}

/// Somebody who is to come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// Which: attendance is told by it. Of those on the case it is the person's own.
    pub id: Uuid,
    /// The person on the case; nobody for the other side.
    pub person: Option<MemberId>,
    /// The name of somebody from the other side. Those on the case are named by the registry.
    pub name: String,
    /// What they are.
    pub role: String,
    /// Where the call is sent.
    pub email: String,
    /// Whether the others are not told that they come.
    pub hidden: bool,
}

impl Participant {
    /// For whom they come.
    pub const fn side(&self) -> Side {
        if self.person.is_some() { Side::Ours } else { Side::Theirs }
    }
}
