//! Members, read through the viewer's scope. The registry is the only writer.

mod card;
mod counts;
pub(crate) mod facts;
mod list;
pub(crate) mod names;

pub use list::PAGE_SIZE;
