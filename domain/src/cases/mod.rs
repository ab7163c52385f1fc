//! Cases: what they are about, how sensitive they are, and what a page shows of them.

mod about;
mod before;
mod endings;
mod export;
mod filter;
mod input;
mod kinds;
mod timeline;
mod types;
mod view;
mod whole;

pub use about::*;
pub use before::*;
pub use endings::*;
pub use export::*;
pub use filter::*;
pub use input::*;
pub use kinds::*;
pub use timeline::*;
pub use types::*;
pub use view::*;
pub use whole::*;
