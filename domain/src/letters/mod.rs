//! Letters: templates as data, and what comes of them when their fields are filled.
//!
//! A template is a readable file (`standard/*.txt`): what it is for, its named fields, and its text in bokmål, nynorsk and
//! sometimes English, in a small markup ([`markup`]). Filling it gives a [`Letter`]: blocks of plain text that know nothing
//! of paper. What a person typed is put in after the markup is read, and is never read as markup.

mod check;
mod dates;
mod document;
mod fill;
mod form;
mod input;
mod markup;
mod parse;
mod template;
mod templates;
mod values;
mod view;

#[cfg(test)]
mod tests;

pub use dates::written;
pub use document::{Block, Fact, Letter, Run, Signature, Text, shown};
pub use fill::fill;
pub use form::{LetterFacts, LetterTyped};
pub use input::{FIELD_LINE_MAX, FIELD_LINES_MAX, FIELD_TEXT_MAX, LIST_MAX, read, typed};
pub use parse::{TemplateError, Wrong};
pub use template::{Choice, FieldDef, FieldKind, Source, Template, TemplateCode, Trilingual};
pub use templates::{TemplateChange, TemplateChanged, Templates, TemplatesError};
pub use values::{NotFilled, Value, Values};
pub use view::{LetterChoice, LetterForm, LetterPreview};
