//! The access log, as the data protection officer reads it.

mod misses;
mod unusual;
mod view;

pub use misses::{MISS_MINUTES, MISSES, one_more_miss};
pub use unusual::{Glance, Pattern, Rule, stopped, unusual, worth_a_history};
pub use view::{LogAsked, LogCursor, LogFilter, LogPage, LogRow, LookedAt, Person, ReadAbout, Unusual};
