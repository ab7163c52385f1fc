//! Documents in a case.

mod api;
mod detail;
mod drop_zone;
mod new;
pub(crate) mod parts;
mod progress;
mod text;

pub(crate) use detail::DocumentPage;
pub(crate) use new::NewDocumentsPage;

use domain::Lang;
use domain::documents::FileKind;

/// The form in which it is kept what came of sending new documents to a case.
#[cfg(feature = "ssr")]
pub fn new_form(case: domain::CaseId) -> String {
    format!("documents/{case}")
}

/// The same for versions of a document.
#[cfg(feature = "ssr")]
pub fn version_form(document: domain::DocumentId) -> String {
    format!("document/{document}")
}

/// A name for a file, in letters that every program reads.
pub fn plain_file_name(lang: Lang, kind: FileKind) -> String {
    format!("{}.{kind}", text::plain_name(lang))
}
