//! The import of the registry file: the union's member system is the master.
//!
//! A file is applied whole or not at all, in one transaction; readers see the state before or the state after.
//! What is in the database and no longer in the file is ended, never deleted.

mod approve;
mod before;
mod clashes;
mod counts;
mod employers;
pub(crate) mod generation;
mod helpers;
mod import;
pub(crate) mod kept;
mod lines;
mod plan;
mod read;
mod read_csv;
mod reject;
mod report;
mod rows;
mod table;
mod view;
mod write;

pub use approve::By;
pub use counts::Counts;
pub use domain::imports::{Report, Tally};
pub use import::{Asked, Imported, Outcome, Stage};
pub use read::{FileRead, read};
pub use read_csv::read_csv;
pub use report::Source;
