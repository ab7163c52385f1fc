//! A new case, one thing a page: what is it about → who → what happened, and when → what the type asks → check → saved.
//!
//! What is typed is kept on the server at every step, under a key that is also the case's idempotency key. So
//! back works, nothing is lost, and a double click makes one case.

mod about;
pub(crate) mod api;
mod before;
mod check;
mod frame;
mod progress;
mod questions;
mod start;
mod text;
mod what;
mod who;

pub(crate) use about::AboutPage;
pub(crate) use check::CheckPage;
pub(crate) use questions::QuestionsPage;
pub(crate) use start::StartPage;
pub(crate) use what::WhatPage;
pub(crate) use who::WhoPage;
