//! Members, read through the viewer's scope. The registry is the only writer.

mod card;
mod counts;
mod export;
pub(crate) mod facts;
mod filter;
mod list;
pub(crate) mod names;
mod segments;

pub use list::PAGE_SIZE;
