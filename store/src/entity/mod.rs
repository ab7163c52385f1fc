//! One module for each table. Private to this crate: pages see view types from `domain` only.
//!
//! The relations are empty on purpose: a join across a visibility boundary is written out where its scope is.

pub(crate) mod access_log;
pub(crate) mod access_log_detail;
pub(crate) mod case;
pub(crate) mod case_answer;
pub(crate) mod case_conflict;
pub(crate) mod case_conflict_number;
pub(crate) mod case_entry;
pub(crate) mod case_event;
pub(crate) mod case_key;
pub(crate) mod case_link;
pub(crate) mod case_outsider;
pub(crate) mod case_participant;
pub(crate) mod case_party;
pub(crate) mod case_segment;
pub(crate) mod case_total;
pub(crate) mod case_types;
pub(crate) mod club_member;
pub(crate) mod coverage;
pub(crate) mod document;
pub(crate) mod document_version;
pub(crate) mod document_words;
pub(crate) mod draft;
pub(crate) mod earlier_text;
pub(crate) mod employer_alert;
pub(crate) mod employer_alert_seen;
pub(crate) mod employer_path;
pub(crate) mod employer_unit;
pub(crate) mod employment;
pub(crate) mod import;
pub(crate) mod import_part;
pub(crate) mod kept_key;
pub(crate) mod key_check;
pub(crate) mod key_node;
pub(crate) mod lease;
pub(crate) mod letter_templates;
pub(crate) mod login_attempt;
pub(crate) mod mandate;
pub(crate) mod meeting;
pub(crate) mod meeting_action;
pub(crate) mod member;
pub(crate) mod member_change;
pub(crate) mod member_segment;
pub(crate) mod member_total;
pub(crate) mod member_word;
pub(crate) mod note;
pub(crate) mod note_addition;
pub(crate) mod note_text;
pub(crate) mod policy;
pub(crate) mod protected_helper;
pub(crate) mod protocol;
pub(crate) mod protocol_signature;
pub(crate) mod reach;
pub(crate) mod register_feed;
pub(crate) mod session;
pub(crate) mod shortfall;
pub(crate) mod shortfall_change;
pub(crate) mod task;
pub(crate) mod task_comment;
pub(crate) mod unit;
pub(crate) mod unit_path;
pub(crate) mod unit_period;
pub(crate) mod unsealed_text;

use domain::cases::TimelinePart;
use domain::links::LinkEvent;

/// Kinds of events with the codes under which they are kept.
macro_rules! event_kinds {
    ($($kind:ident = $code:literal,)+) => {
        /// What a line in a case's timeline tells of.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, sea_orm::DeriveValueType)]
        #[sea_orm(value_type = "String")]
        pub(crate) enum EventKind {
            $($kind,)+
        }

        impl std::fmt::Display for EventKind {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(match self {
                    $(Self::$kind => $code,)+
                })
            }
        }

        impl std::str::FromStr for EventKind {
            type Err = UnknownEvent;
            fn from_str(code: &str) -> Result<Self, UnknownEvent> {
                match code {
                    $($code => Ok(Self::$kind),)+
                    _ => Err(UnknownEvent),
                }
            }
        }
    };
}

event_kinds! {
    Opened = "opened",
    Note = "note",
    TaskMade = "task_made",
    TaskDone = "task_done",
    TaskReopened = "task_reopened",
    PersonAsked = "person_asked",
    PersonLeft = "person_left",
    OwnerChanged = "owner_changed",
    ConflictSet = "conflict_set",
    ConflictLifted = "conflict_lifted",
    TaskChanged = "task_changed",
    TaskComment = "task_comment",
    TaskDropped = "task_dropped",
    Document = "document",
    MeetingCalled = "meeting_called",
    MeetingChanged = "meeting_changed",
    MeetingCancelled = "meeting_cancelled",
    MeetingRecorded = "meeting_recorded",
    ProtocolBegun = "protocol_begun",
    ProtocolPresented = "protocol_presented",
    ProtocolWithdrawn = "protocol_withdrawn",
    ProtocolSigned = "protocol_signed",
    NoteAdded = "note_added",
    Contact = "contact",
    Decision = "decision",
    Waits = "waits",
    WentOn = "went_on",
    Closed = "closed",
    Reopened = "reopened",
    Linked = "linked",
    MainSet = "main_set",
    PartSet = "part_set",
    Unlinked = "unlinked",
    MergedInto = "merged_into",
    MergedHere = "merged_here",
    TakenOut = "taken_out",
    PartyAdded = "party_added",
    PartyRemoved = "party_removed",
    OutsiderAdded = "outsider_added",
    OutsiderChanged = "outsider_changed",
    OutsiderRemoved = "outsider_removed",
}

impl EventKind {
    /// The part of the timeline where such a line stands.
    pub(crate) const fn part(self) -> TimelinePart {
        match self {
            Self::Note | Self::NoteAdded => TimelinePart::Notes,
            Self::Contact => TimelinePart::Contact,
            Self::Decision => TimelinePart::Decisions,
            Self::TaskMade | Self::TaskDone | Self::TaskReopened | Self::TaskChanged | Self::TaskComment | Self::TaskDropped => {
                TimelinePart::Tasks
            }
            Self::Document => TimelinePart::Documents,
            Self::MeetingCalled
            | Self::MeetingChanged
            | Self::MeetingCancelled
            | Self::MeetingRecorded
            | Self::ProtocolBegun
            | Self::ProtocolPresented
            | Self::ProtocolWithdrawn
            | Self::ProtocolSigned => TimelinePart::Meetings,
            Self::Opened
            | Self::Waits
            | Self::WentOn
            | Self::Closed
            | Self::Reopened
            | Self::PersonAsked
            | Self::PersonLeft
            | Self::OwnerChanged
            | Self::PartyAdded
            | Self::PartyRemoved
            | Self::OutsiderAdded
            | Self::OutsiderChanged
            | Self::OutsiderRemoved
            | Self::ConflictSet
            | Self::ConflictLifted
            | Self::Linked
            | Self::MainSet
            | Self::PartSet
            | Self::Unlinked
            | Self::MergedInto
            | Self::MergedHere
            | Self::TakenOut => TimelinePart::Other,
        }
    }

    /// The kinds that tell of another case: its id is what such a line is about.
    pub(crate) const OF_ANOTHER_CASE: [Self; 7] =
        [Self::Linked, Self::MainSet, Self::PartSet, Self::Unlinked, Self::MergedInto, Self::MergedHere, Self::TakenOut];

    /// What such a line tells happened; nothing for the others.
    pub(crate) const fn of_link(self) -> Option<LinkEvent> {
        match self {
            Self::Linked => Some(LinkEvent::Related),
            Self::MainSet => Some(LinkEvent::Main),
            Self::PartSet => Some(LinkEvent::Part),
            Self::Unlinked => Some(LinkEvent::Unlinked),
            Self::MergedInto => Some(LinkEvent::MergedInto),
            Self::MergedHere => Some(LinkEvent::MergedHere),
            Self::TakenOut => Some(LinkEvent::TakenOut),
            _ => None,
        }
    }

    /// The other way.
    pub(crate) const fn telling(event: LinkEvent) -> Self {
        match event {
            LinkEvent::Related => Self::Linked,
            LinkEvent::Main => Self::MainSet,
            LinkEvent::Part => Self::PartSet,
            LinkEvent::Unlinked => Self::Unlinked,
            LinkEvent::MergedInto => Self::MergedInto,
            LinkEvent::MergedHere => Self::MergedHere,
            LinkEvent::TakenOut => Self::TakenOut,
        }
    }
}

/// The timeline holds a kind this program does not know.
#[derive(Debug, thiserror::Error)]
#[error("unknown kind of timeline event")]
pub(crate) struct UnknownEvent;
