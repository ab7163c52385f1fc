//! Where the viewer is logged in, and ending it.

pub(crate) mod api;
mod list;
mod text;

pub(crate) use list::MySessionsPage;
