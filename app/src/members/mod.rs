//! Members: the list and the card.

pub(crate) mod api;
mod card;
mod list;
mod search;
mod text;

pub(crate) use card::MemberPage;
pub(crate) use list::MembersPage;
