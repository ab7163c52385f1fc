//! The case types in force: all of them, and what one asks, how it ends, and what is to be done; and another file of them,
//! looked over and put in force.

mod check;
mod edit;
mod list;
mod one;
pub(super) mod text;
mod words;

pub(crate) use check::CheckTypesPage;
pub(crate) use edit::EditTypesPage;
pub(crate) use list::TypesPage;
pub(crate) use one::TypePage;
