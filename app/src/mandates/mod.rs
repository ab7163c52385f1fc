//! The viewer's own mandates.

pub(crate) mod api;
mod gives;
mod mine;
mod others;
mod text;

pub(crate) use mine::MyMandatesPage;
