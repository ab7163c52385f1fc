//! Contact with people about a case, and decisions in it: writing them down.

pub(crate) mod api;
mod contact;
mod decision;
mod text;

pub(crate) use contact::NewContactPage;
pub(crate) use decision::NewDecisionPage;
