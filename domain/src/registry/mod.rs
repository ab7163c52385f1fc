//! The registry file, version 1: what the member system says about units, members and mandates.
//!
//! JSON Lines, described for the people who write it in `docs/registry-format.md`. [`parse_line`] judges a line by
//! itself, [`check`] judges the lines together; both are pure, so an import, a test and a command that only
//! inspects a file agree. No [`Reason`] ever repeats a personal value: reports are read by people who may not
//! see members.

mod check;
mod codes;
mod json;
mod lines;
mod parse;
mod reason;
#[cfg(test)]
mod tests;

pub use check::{Around, Standing, check};
pub use codes::{FileKind, LineType, MembershipKind, Protection, Section, TariffArea};
pub use lines::{CoverageLine, EmploymentLine, EndLine, FileLine, Line, MandateLine, MemberLine, UnitLine};
pub use parse::{MAX_ID, MAX_LINE, MAX_NAME_PART, MAX_TEXT, parse_line};
pub use reason::{Reason, Rejected, quotable};
