//! Others in a case, who have no way into the portal: the employer's contact, witnesses, the other side.

pub(crate) mod api;
mod form;
pub(crate) mod parts;
mod text;

pub(crate) use form::{ChangeOutsiderPage, NewOutsiderPage};
