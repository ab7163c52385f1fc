//! Members: the list, its filters and files, and the card.

pub(crate) mod api;
mod card;
mod export;
mod filter;
mod list;
mod search;
mod segments;
mod sheet;
mod text;

pub(crate) use card::MemberPage;
pub(crate) use export::MemberFilePage;
pub(crate) use list::MembersPage;
pub(crate) use segments::{SegmentPage, SegmentsPage};
pub use sheet::{file_name, notes, sheet};

/// The name of the form before a file, under which what was typed in it is kept with its address.
pub const FILE_DRAFT: &str = "members/file";
