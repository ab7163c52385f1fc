//! Employers and workplaces: their names, and what in the business register calls for attention.

mod alerts;
mod name;
mod view;

pub use alerts::{AlertKind, Facts, Noticed, compare, is_much};
pub use name::{readable_name, readable_place};
pub use view::{AgreementHere, Alert, Change, ClubHere, EmployerView, Heads, Named, Representative, WorkplaceHere};

/// How many days an alert stands on Today.
pub const FRESH_FOR_DAYS: i32 = 30;
