//! One module for each table. Private to this crate: pages see view types from `domain` only.
//!
//! The relations are empty on purpose: a join across a visibility boundary is written out where its scope is.

pub(crate) mod access_log;
pub(crate) mod access_log_detail;
pub(crate) mod case;
pub(crate) mod case_event;
pub(crate) mod case_participant;
pub(crate) mod case_party;
pub(crate) mod case_total;
pub(crate) mod club_member;
pub(crate) mod coverage;
pub(crate) mod draft;
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
pub(crate) mod login_attempt;
pub(crate) mod mandate;
pub(crate) mod member;
pub(crate) mod member_change;
pub(crate) mod member_segment;
pub(crate) mod member_total;
pub(crate) mod member_word;
pub(crate) mod note;
pub(crate) mod policy;
pub(crate) mod protected_helper;
pub(crate) mod reach;
pub(crate) mod register_feed;
pub(crate) mod session;
pub(crate) mod shortfall;
pub(crate) mod shortfall_change;
pub(crate) mod task;
pub(crate) mod unit;
pub(crate) mod unit_path;
pub(crate) mod unit_period;

/// What a line in a case's timeline tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sea_orm::DeriveValueType)]
#[sea_orm(value_type = "String")]
pub(crate) enum EventKind {
    Opened,
    Note,
    TaskMade,
    TaskDone,
    TaskReopened,
}

impl std::fmt::Display for EventKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Opened => "opened",
            Self::Note => "note",
            Self::TaskMade => "task_made",
            Self::TaskDone => "task_done",
            Self::TaskReopened => "task_reopened",
        })
    }
}

impl std::str::FromStr for EventKind {
    type Err = UnknownEvent;
    fn from_str(s: &str) -> Result<Self, UnknownEvent> {
        [Self::Opened, Self::Note, Self::TaskMade, Self::TaskDone, Self::TaskReopened]
            .into_iter()
            .find(|kind| kind.to_string() == s)
            .ok_or(UnknownEvent)
    }
}

/// The timeline holds a kind this program does not know.
#[derive(Debug, thiserror::Error)]
#[error("unknown kind of timeline event")]
pub(crate) struct UnknownEvent;
