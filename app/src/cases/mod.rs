//! Cases: the list, one case, and making a new one.

pub(crate) mod api;
mod detail;
mod list;
pub(crate) mod new;
pub(crate) mod parts;
mod text;
mod timeline;

pub(crate) use detail::CasePage;
pub(crate) use list::CasesPage;
