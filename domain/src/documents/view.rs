//! What the pages of documents read.

use serde::{Deserialize, Serialize};

use crate::{CaseId, DocumentId, Timestamp};

use super::{FileKind, FileNote, FileRefusal, ScanState};

/// One document in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentRow {
    /// Which.
    pub id: DocumentId,
    /// What its newest version is called.
    pub name: String,
    /// The newest version.
    pub newest: VersionRow,
}

/// One version of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionRow {
    /// Counted from 1.
    pub number: u32,
    /// What it is called.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
    /// How long it is, in bytes.
    pub size: u64,
    /// What is known of viruses in it.
    pub scan: ScanState,
    /// What a reader should know.
    pub notes: Vec<FileNote>,
    /// When it was added.
    pub made_at: Timestamp,
    /// By whom.
    pub by: String,
    /// The same to go on writing in, as another kind of file, where there is one.
    pub twin: Option<FileKind>,
    /// How many pages it has, where they can be drawn.
    pub pages: Option<u32>,
}

impl VersionRow {
    /// Whether a browser may show it: a picture, or a PDF without scripts.
    pub fn can_be_shown(&self) -> bool {
        self.kind.can_be_shown() && !self.notes.contains(&FileNote::Scripts)
    }
}

/// One document, in all its versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentView {
    /// Which.
    pub id: DocumentId,
    /// The case it is in.
    pub case: CaseId,
    /// That case's number.
    pub case_number: i64,
    /// Whether the viewer may work on the case.
    pub may_work: bool,
    /// Whether it stays as it is for ever: what was signed has no other version.
    pub fixed: bool,
    /// The newest first.
    pub versions: Vec<VersionRow>,
    /// The beginning of the words in the newest version, where there are any.
    pub words: Option<String>,
}

/// The document that something is kept as in its case: a letter, a protocol.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Which.
    pub document: DocumentId,
    /// Its newest version.
    pub newest: VersionRow,
}

/// What came of sending some files.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sent {
    /// Those that are kept, by name.
    pub kept: Vec<String>,
    /// Those that are not, and why.
    pub refused: Vec<(String, FileRefusal)>,
}

impl Sent {
    /// Whether everything that was sent is kept, and something was.
    pub fn went_well(&self) -> bool {
        self.refused.is_empty() && !self.kept.is_empty()
    }
}
