//! Members, read through the viewer's scope. The registry is the only writer.

mod card;
pub(crate) mod facts;
mod counts;
mod list;
pub(crate) mod names;

pub use list::PAGE_SIZE;
