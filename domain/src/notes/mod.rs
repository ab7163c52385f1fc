//! Notes in a case: who sees each, how long it may be changed, and what is added afterwards.

mod view;

pub use view::*;

use serde::{Deserialize, Serialize};

use crate::code::code_enum;
use crate::{Code, Field, FieldErrors, Timestamp, text};

/// The longest note, in characters: a hundred thousand are 40 pages, more than anybody reads in a timeline. What is
/// longer is a document.
pub const NOTE_MAX: u32 = 100_000;

/// How long the author may change a note that others see: long enough to put right what was written after a meeting,
/// short enough that what others have read and acted upon stays as they read it. The rule is ours; patient records and
/// police reports have like ones.
pub const CHANGE_SECONDS: i64 = 24 * 60 * 60;

code_enum! {
    /// Who sees a note.
    pub enum NoteKind {
        /// Those who read the case.
        Internal = "internal",
        /// The same, and it goes along when the case is handed on.
        Shared = "shared",
        /// Its author alone. It is in nobody's timeline, and leaves no trace there.
        Private = "private",
    }
}

/// What was typed, word for word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NoteTyped {
    /// The text.
    pub body: String,
    /// Who is to see it.
    #[serde(rename = "note_kind")]
    pub kind: String,
    /// The version that was changed, when it is a change.
    pub version: String,
}

/// A note with a valid text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNote {
    /// The text.
    pub body: String,
    /// Who sees it.
    pub kind: NoteKind,
}

impl NoteTyped {
    /// Makes what was typed a note, or says what is wrong. Whoever chose nothing has written for those who read the case.
    pub fn check(&self) -> Result<NewNote, FieldErrors> {
        let mut errors = FieldErrors::default();
        let body = errors.take(Field::NoteBody, text::lines(&self.body, NOTE_MAX));
        let kind = match self.kind.trim() {
            "" => Ok(NoteKind::Internal),
            code => code.parse().map_err(|_| Code::NotOffered),
        };
        match (body, errors.take(Field::NoteKind, kind)) {
            (Some(body), Some(kind)) => Ok(NewNote { body, kind }),
            _ => Err(errors),
        }
    }
}

/// What is to be added to a note, or what is wrong with it.
pub fn check_addition(body: &str) -> Result<String, FieldErrors> {
    let mut errors = FieldErrors::default();
    errors.take(Field::NoteBody, text::lines(body, NOTE_MAX)).ok_or(errors)
}

impl NoteKind {
    /// Whether a note of this kind, shown to others since `written_at`, may still be changed by its author.
    pub fn may_change(self, written_at: Timestamp, now: Timestamp) -> bool {
        self == Self::Private || now < written_at.plus_seconds(CHANGE_SECONDS)
    }

    /// Whether a note of this kind may become one of that: what others have seen cannot be hidden again.
    pub fn may_become(self, other: Self) -> bool {
        self == Self::Private || other != Self::Private
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_needs_words_and_is_for_those_who_read_the_case() {
        let typed = |body: &str, kind: &str| NoteTyped { body: body.to_owned(), kind: kind.to_owned(), version: String::new() }.check();
        assert_eq!(typed(" Ring ", ""), Ok(NewNote { body: "Ring".to_owned(), kind: NoteKind::Internal }));
        assert_eq!(typed("Ring", "private").map(|note| note.kind), Ok(NoteKind::Private));
        let errors = typed(" ", "alle").unwrap_err();
        assert_eq!((errors.of(Field::NoteBody), errors.of(Field::NoteKind)), (Some(Code::Missing), Some(Code::NotOffered)));
        let long = "x".repeat(NOTE_MAX as usize + 1);
        assert_eq!(typed(&long, "").unwrap_err().of(Field::NoteBody), Some(Code::TooLong { max: NOTE_MAX }));
    }

    #[test]
    fn what_others_have_seen_is_changed_for_a_day_and_never_hidden() {
        let (written, day) = (Timestamp(0), Timestamp(0).plus_seconds(CHANGE_SECONDS));
        for kind in [NoteKind::Internal, NoteKind::Shared] {
            assert!(kind.may_change(written, Timestamp(day.0 - 1)) && !kind.may_change(written, day));
            assert!(!kind.may_become(NoteKind::Private) && kind.may_become(NoteKind::Shared) && kind.may_become(NoteKind::Internal));
        }
        assert!(NoteKind::Private.may_change(written, day.plus_seconds(CHANGE_SECONDS)));
        assert!(NoteKind::ALL.iter().all(|kind| NoteKind::Private.may_become(*kind)));
    }
}
