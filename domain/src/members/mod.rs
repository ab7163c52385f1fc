//! Members, as representatives see them.

mod export;
mod filter;
mod limits;
mod segments;
mod view;

pub use export::*;
pub use filter::*;
pub use limits::*;
pub use segments::*;
pub use view::*;

/// A member counts as new for this many days after joining.
pub const NEW_FOR_DAYS: i32 = 30;
