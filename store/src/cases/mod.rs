//! Cases: opened by one command, read through the scope.

mod access;
mod add_party;
mod answers;
mod before;
mod club;
pub(crate) mod contents;
mod default_tasks;
pub(crate) mod earlier;
mod erase;
mod export;
mod facts;
mod list;
mod nearest;
mod open;
mod opened_again;
mod parties;
mod places;
mod remove_party;
pub(crate) mod rows;
mod sealing;
mod segments;
mod timeline;
pub(crate) mod totals;
mod view;
mod whole;

pub(crate) use access::{Event, judged, known_number};
pub(crate) use open::hold_numbers;
pub(crate) use view::row as task_row;

pub use access::{CaseWork, Readable};
pub use list::PAGE_SIZE;
pub use open::Opened;
pub use timeline::TIMELINE_LINES;
