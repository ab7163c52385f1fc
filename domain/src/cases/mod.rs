//! Cases: what they are about, how sensitive they are, and what a page shows of them.

mod input;
mod kinds;
mod view;

pub use input::*;
pub use kinds::*;
pub use view::*;
