//! Cases: opened by one command, read through the scope.

mod access;
mod list;
mod open;
pub(crate) mod rows;
pub(crate) mod totals;
mod view;

pub(crate) use access::judged;
pub(crate) use view::row as task_row;

pub use access::{CaseWork, Readable};
pub use list::PAGE_SIZE;
pub use open::Opened;
