//! The import of the registry file: the union's member system is the master.
//!
//! A file is applied whole or not at all, in one transaction; readers see the state before or the state after.
//! What is in the database and no longer in the file is ended, never deleted.

mod apply;
pub(crate) mod clubs;
mod counts;
mod helpers;
pub(crate) mod import;
mod read;
mod report;
mod rows;

pub use counts::Counts;
pub use import::Outcome;
pub use read::{FileRead, read};
pub use report::{Report, Tally};
