//! Letters in a case: choosing one, filling it in, seeing it as it will be.

pub(crate) mod api;
mod choose;
mod fill;
mod preview;
mod text;

pub(crate) use choose::ChooseLetterPage;
pub(crate) use fill::FillLetterPage;
pub(crate) use preview::PreviewLetterPage;

#[cfg(feature = "ssr")]
pub use api::letter_of;
