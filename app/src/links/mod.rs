//! Links between cases: hanging together, main case and parts, merging; and finding a case by its number.

pub(crate) mod api;
mod find;
mod link;
mod merge;
pub(crate) mod parts;
mod text;

pub(crate) use find::FindPage;
pub(crate) use link::LinkPage;
pub(crate) use merge::MergePage;
