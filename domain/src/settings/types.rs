//! What the settings pages of case types read.

use serde::{Deserialize, Serialize};

use crate::cases::{CaseTypesError, TypeChange, TypeFacts};
use crate::{Code, Timestamp, text};

use super::NOTE_MAX;

/// A version of the case types.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypesVersion {
    /// Its number, from 1.
    pub version: i32,
    /// When it was put in force.
    pub made_at: Timestamp,
    /// By whom.
    pub made_by: String,
    /// Why.
    pub note: String,
    /// Whether it is what the portal came with.
    pub standard: bool,
}

/// The case types in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypesView {
    /// Which version.
    pub now: TypesVersion,
    /// Every type, in order.
    pub types: Vec<TypeFacts>,
    /// The versions before, newest first; not all, when there are very many.
    pub before: Vec<TypesVersion>,
    /// Whether the viewer may change them.
    pub may_change: bool,
}

/// A file of case types on its way, word for word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypesTyped {
    /// The version that was in force when it was sent in.
    pub base: i32,
    /// The file.
    pub contents: String,
    /// Why, as far as it is written.
    pub note: String,
    /// Whether the reason was refused when it was last sent.
    pub refused: bool,
}

impl TypesTyped {
    /// The reason, valid.
    pub fn checked_note(&self) -> Result<String, Code> {
        text::line(&self.note, NOTE_MAX)
    }
}

/// The form for another file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypesForm {
    /// The file as it was left, or the one in force.
    pub contents: String,
    /// Whether something was begun.
    pub begun: bool,
    /// Everything that is wrong with it.
    pub wrong: Vec<CaseTypesError>,
}

/// The last page before a file is put in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypesCheck {
    /// The version that the differences are from: the one in force.
    pub base: i32,
    /// Whether others have put one in force since the file was sent in.
    pub changed_since: bool,
    /// Everything that is otherwise.
    pub changes: Vec<TypeChange>,
    /// Why, as far as it is written.
    pub note: String,
    /// What is wrong with that.
    pub wrong: Option<Code>,
    /// Makes one version of a form that is sent twice.
    pub key: String,
}
