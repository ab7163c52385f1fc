//! The organisation: the page of each unit, with who holds office there, how many members it has, and what is missing.

pub(crate) mod api;
mod mine;
mod missing;
mod parts;
mod text;
mod unit;

pub(crate) use mine::OrganisationPage;
pub(crate) use missing::ShortfallsPage;
pub(crate) use unit::UnitPage;
