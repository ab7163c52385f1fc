//! The organisation's units: what is in each, who holds office there, and what is missing.
//!
//! A page reads what lies at its unit, and one page of each list: sums and lists of what is missing are derived when the
//! registry changes (`store/src/reach`), so that no page grows with the union.

mod holders;
mod mine;
mod numbers;
mod seen;
mod shortfalls;
mod view;

pub(crate) use seen::SeenUnit;

/// Units on a page of those below another.
pub const BELOW: usize = 50;
/// Lines on a page of what is missing.
pub const SHORTFALLS: u64 = 50;
/// Lines of it on the page of a unit.
pub const FIRST: u64 = 5;
