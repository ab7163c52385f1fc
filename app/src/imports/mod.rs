//! Imports of the registry, for the administrator: the list, and the report of each.

pub(crate) mod api;
mod detail;
mod list;
mod reasons;
mod text;

pub(crate) use detail::ImportPage;
pub(crate) use list::ImportsPage;
