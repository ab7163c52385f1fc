//! Today: what must I do now?

pub(crate) mod api;
mod page;
mod text;

pub(crate) use page::TodayPage;
