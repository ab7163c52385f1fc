//! The access log, for the data protection officer: what is unusual, every look, and who has read about one member.

mod about;
pub(crate) mod api;
mod list;
mod parts;
mod text;

pub(crate) use about::ReadAboutPage;
pub(crate) use list::AccessLogPage;
#[cfg(feature = "ssr")]
pub use parts::csv;
