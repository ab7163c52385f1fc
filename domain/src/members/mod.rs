//! Members, as representatives see them.

mod view;

pub use view::*;

/// A member counts as new for this many days after joining.
pub const NEW_FOR_DAYS: i32 = 30;
