//! What KLAR is about, as pure types and rules: no IO, no framework, no clock.
//!
//! Both the browser and the server use this crate, so that a rule stands in one place.
//! A feature folder holds `view.rs` (what a page reads), `input.rs` (what a person typed,
//! made valid) and the types between them. The same feature names return in `store` and `app`.

pub mod access;
pub mod access_log;
pub mod address;
pub mod cases;
mod code;
pub mod documents;
pub mod drafts;
mod earlier;
pub mod employers;
pub mod entries;
pub mod fields;
pub mod identity;
mod ids;
pub mod imports;
pub mod lang;
pub mod letters;
pub mod lifecycle;
pub mod links;
pub mod mandates;
pub mod meetings;
pub mod members;
pub mod notes;
pub mod org;
pub mod outsiders;
pub mod participants;
pub mod registry;
pub mod sessions;
pub mod settings;
pub mod spreadsheet;
pub mod tasks;
pub mod text;
pub mod time;
pub mod today;

pub use earlier::Earlier;
pub use fields::{Code, Field, FieldErrors};
pub use ids::*;
pub use lang::{Lang, Texts};
pub use time::{Date, Timestamp};
