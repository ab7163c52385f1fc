//! Where a case stands: setting it to wait, going on, closing it, opening it again.

pub(crate) mod api;
mod close;
mod frame;
pub(crate) mod parts;
mod reopen;
mod text;
mod wait;

pub(crate) use close::ClosePage;
pub(crate) use reopen::ReopenPage;
pub(crate) use wait::WaitPage;
