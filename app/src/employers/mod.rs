//! Employers and workplaces: the page of each, and what has happened to them.

pub(crate) mod api;
mod page;
pub(crate) mod parts;
mod text;

pub(crate) use page::EmployerPage;
