//! Tasks in a case: a list with ticks, making a new one, one task, and changing it.

pub(crate) mod api;
mod change;
mod fields;
mod new;
pub(crate) mod parts;
mod text;
mod tick;
mod view;

pub(crate) use change::ChangeTaskPage;
pub(crate) use new::NewTaskPage;
pub(crate) use view::TaskPage;
