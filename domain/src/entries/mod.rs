//! What was said with others about a case, and what was decided in it: written once, as it was.
//!
//! An entry is never changed. What was written wrong is put right by writing another.

mod contact;
mod decision;
mod time_of_day;

pub use contact::*;
pub use decision::*;
pub use time_of_day::TimeOfDay;

use serde::{Deserialize, Serialize};

/// An entry, as it is sealed in the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// Contact with somebody.
    Contact(Contact),
    /// A decision.
    Decision(Decision),
}
