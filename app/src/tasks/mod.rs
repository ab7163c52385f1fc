//! Tasks in a case: a list with ticks, and making a new one.

pub(crate) mod api;
mod new;
pub(crate) mod parts;
mod text;
mod tick;

pub(crate) use new::NewTaskPage;
