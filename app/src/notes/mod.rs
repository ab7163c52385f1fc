//! Notes in a case: writing one.

pub(crate) mod api;
mod new;
mod text;

pub(crate) use new::NewNotePage;
