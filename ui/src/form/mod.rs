//! Forms that work without script.

mod checkbox_field;
mod choice;
mod date_field;
mod error_summary;
mod field;
mod fieldset;
mod file_field;
mod form_tag;
mod hidden_field;
mod radio_group;
mod search_field;
mod select_field;
mod text_area;
mod text_field;

pub use checkbox_field::*;
pub use choice::Choice;
pub use date_field::*;
pub use error_summary::*;
pub use field::{FieldWidth, field_id};
pub use fieldset::*;
pub use file_field::*;
pub use form_tag::*;
pub use hidden_field::*;
pub use radio_group::*;
pub use search_field::*;
pub use select_field::*;
pub use text_area::*;
pub use text_field::*;
