//! Notes in a case.

use crate::{Field, FieldErrors, text};

/// The longest note, in characters.
pub const NOTE_MAX: u32 = 20_000;

/// A note with a valid text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNote {
    /// The text.
    pub body: String,
}

/// Makes what was typed a note, or says what is wrong.
pub fn check(body: &str) -> Result<NewNote, FieldErrors> {
    let mut errors = FieldErrors::default();
    errors.take(Field::NoteBody, text::lines(body, NOTE_MAX)).map(|body| NewNote { body }).ok_or(errors)
}
