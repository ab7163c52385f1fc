//! What somebody is typing, kept on the server as it comes: in every form with a long text.

pub(crate) mod api;
mod keeper;
pub(crate) mod parts;
pub mod posted;
mod text;
