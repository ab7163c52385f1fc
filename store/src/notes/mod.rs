//! Notes in a case.

mod add;
mod add_to;
mod change;
pub(crate) mod view;

pub use change::Changed;
