//! Settings: the access matrix read, changed step by step and brought back, and what somebody's offices give them; the case types.

pub(crate) mod api;
mod check;
mod edit;
mod holder;
mod holders;
mod matrix;
mod office;
mod office_form;
mod parts;
mod reasons;
mod start;
mod text;
mod types;
mod version;
mod versions;

pub(crate) use check::{BringBackPage, CheckFactsPage, CheckNewOfficePage, CheckOfficePage};
pub(crate) use edit::EditPage;
pub(crate) use holder::HolderPage;
pub(crate) use holders::HoldersPage;
pub(crate) use matrix::MatrixPage;
pub(crate) use office::OfficePage;
pub(crate) use office_form::{EditOfficePage, NewOfficePage};
pub(crate) use reasons::ReasonsPage;
pub(crate) use start::SettingsPage;
pub(crate) use types::{CheckTypesPage, EditTypesPage, TypePage, TypesPage};
pub(crate) use version::VersionPage;
pub(crate) use versions::VersionsPage;
