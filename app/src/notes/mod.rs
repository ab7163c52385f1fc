//! Notes in a case: writing one, changing it, adding to it, and all that has stood in it.

mod addition;
pub(crate) mod api;
mod change;
mod choose;
mod detail;
mod new;
mod parts;
mod text;

pub(crate) use addition::AddToNotePage;
pub(crate) use change::ChangeNotePage;
pub(crate) use detail::NotePage;
pub(crate) use new::NewNotePage;
