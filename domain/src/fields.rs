//! What is wrong with what somebody typed, as codes: never the value itself.
//!
//! Codes travel in logs and over the wire; the words are found in the catalogue when shown.

use crate::code::code_enum;

code_enum! {
    /// A field in a form. The code is the name of the input element.
    pub enum Field {
        /// What the case is about.
        CaseType = "case_type",
        /// Whom the case is about.
        Member = "member",
        /// When it happened.
        HappenedOn = "happened",
        /// What happened.
        Description = "description",
        /// The text of a note.
        NoteBody = "body",
        /// What is to be done.
        TaskTitle = "title",
        /// When it is to be done.
        TaskDue = "due",
        /// What a list that is taken out is for.
        ExportPurpose = "purpose",
        /// The same in words.
        ExportWhy = "why",
        /// The name of a saved filter.
        SegmentName = "name",
    }
}

/// Why a field was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// Nothing was typed or chosen.
    Missing,
    /// More characters than `max`.
    TooLong {
        /// The most characters allowed.
        max: u32,
    },
    /// Too few characters to say anything.
    TooShort,
    /// Another of one's own is called so already.
    Taken,
    /// There are `max` already.
    TooMany {
        /// The most there may be.
        max: u32,
    },
    /// Not a date that can be read.
    NotADate,
    /// A date that has not come yet, where only the past makes sense.
    InTheFuture,
    /// A date before `year` 1950, or too far ahead to be meant.
    Unlikely,
    /// Control characters, which are never typed by hand.
    Unreadable,
    /// The choice is not among those offered (any more).
    NotOffered,
}

/// All that was refused in one form, in the order of its fields.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct FieldErrors(pub Vec<(Field, Code)>);

impl FieldErrors {
    /// The first thing wrong with `field`.
    pub fn of(&self, field: Field) -> Option<Code> {
        self.0.iter().find(|(f, _)| *f == field).map(|(_, code)| *code)
    }

    /// Whether nothing was refused.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes a field's result apart: the value, or `None` with the error noted here.
    pub fn take<T>(&mut self, field: Field, result: Result<T, Code>) -> Option<T> {
        result.map_err(|code| self.0.push((field, code))).ok()
    }
}
