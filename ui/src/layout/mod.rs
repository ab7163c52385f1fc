//! The frame of a page: bars, widths, headings, sections.

mod app_frame;
mod page;
mod page_heading;
mod public_frame;
mod section;
mod top_bar;

pub use app_frame::*;
pub use page::*;
pub use page_heading::*;
pub use public_frame::*;
pub use section::*;
pub use top_bar::*;

/// Where the skip link goes, and the id of `<main>` in both frames.
const MAIN_ID: &str = "innhold";
