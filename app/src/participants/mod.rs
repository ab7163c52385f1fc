//! Who sees a case: taking part, owning it, and being kept out.

mod access;
pub(crate) mod api;
mod ask;
mod parts;
mod text;

pub(crate) use access::AccessPage;
pub(crate) use ask::{AskPage, GivePage, KeepOutPage};
