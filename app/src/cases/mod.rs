//! Cases: the list, one case, and making a new one.

mod answers;
pub(crate) mod api;
mod detail;
mod export;
mod filter;
mod history;
mod list;
mod many;
pub(crate) mod new;
mod parties;
pub(crate) mod parts;
mod segments;
mod sheet;
mod text;
mod timeline;
mod whole;
mod whole_paper;

pub(crate) use detail::CasePage;
pub(crate) use export::CaseFilePage;
pub(crate) use history::TimelinePage;
pub(crate) use list::CasesPage;
pub(crate) use many::ManyTasksPage;
pub(crate) use parties::CasePartiesPage;
pub(crate) use segments::CaseSegmentsPage;
pub use sheet::{file_name, sheet};
pub(crate) use whole::WholeCasePage;
pub use whole_paper::{whole_document, whole_facts, whole_parts, whole_title, whole_words};

/// The name of the form before a file, under which what was typed in it is kept with its address.
pub const FILE_DRAFT: &str = "cases/file";
