//! A new case, one question a page: what is it about → who → what happened, and when → check → saved.
//!
//! What is typed is kept on the server at every step, under a key that is also the case's idempotency key. So
//! back works, nothing is lost, and a double click makes one case.

mod about;
pub(crate) mod api;
mod check;
mod frame;
mod start;
mod text;
mod what;
mod who;

pub(crate) use about::AboutPage;
pub(crate) use check::CheckPage;
pub(crate) use start::StartPage;
pub(crate) use what::WhatPage;
pub(crate) use who::WhoPage;
