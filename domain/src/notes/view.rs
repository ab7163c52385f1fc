//! What the pages of a note read.

use serde::{Deserialize, Serialize};

use crate::{CaseId, NoteId, Timestamp};

use super::NoteKind;

/// A note, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteView {
    /// Which.
    pub id: NoteId,
    /// The case it is in.
    pub case: CaseId,
    /// The case's number.
    pub case_number: i64,
    /// Who sees it.
    pub kind: NoteKind,
    /// Its text as it is now.
    pub body: String,
    /// Who wrote it.
    pub by: String,
    /// Whether that is the viewer.
    pub mine: bool,
    /// When others could first see it; of a private one, when it was begun.
    pub written_at: Timestamp,
    /// When its text was last changed after that.
    pub changed_at: Option<Timestamp>,
    /// Rises with each change; a form sends back the one it was made from.
    pub version: i32,
    /// The texts it had before, the latest first.
    pub earlier: Vec<EarlierText>,
    /// What was added to it, in that order.
    pub additions: Vec<Addition>,
    /// Whether the viewer may change it now.
    pub may_change: bool,
    /// Whether the viewer may add to it.
    pub may_add: bool,
}

/// A text that a note had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierText {
    /// The text.
    pub body: String,
    /// From when on.
    pub from: Timestamp,
    /// Until when.
    pub until: Timestamp,
}

/// Something added to a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addition {
    /// What.
    pub body: String,
    /// By whom.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// A note that its author has kept to themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrivateNote {
    /// Which.
    pub id: NoteId,
    /// Its text.
    pub body: String,
    /// When it was last touched.
    pub touched_at: Timestamp,
}
