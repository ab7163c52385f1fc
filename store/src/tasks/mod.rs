//! Tasks in a case.

mod add;
mod mine;
mod tick;
