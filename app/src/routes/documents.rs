//! Documents in a case: the pages, and the addresses of files. Sending files is posting to the page's own address.

use domain::documents::FileKind;
use domain::{CaseId, DocumentId};

use super::{CASES, SAVED};

/// Where files are sent, and their form stands; the pattern for the server's own router.
pub const DOCUMENTS: &str = "/saker/{id}/dokumenter";

/// The same for a new version of a document.
pub const DOCUMENT: &str = "/saker/{id}/dokumenter/{document}";

/// A version as a file to save.
pub const DOCUMENT_FILE: &str = "/saker/{id}/dokumenter/{document}/{number}/fil";

/// A version as a browser shows it: pictures and PDF.
pub const DOCUMENT_SHOWN: &str = "/saker/{id}/dokumenter/{document}/{number}/vis";

/// A page of a version that is a PDF, as a picture.
pub const DOCUMENT_PAGE: &str = "/saker/{id}/dokumenter/{document}/{number}/side/{page}";

/// Says in an address that the page is to tell what came of sending files.
pub const SENT: &str = "sendt";

/// The form for new documents.
pub fn new_documents(case: CaseId) -> String {
    format!("{CASES}/{case}/dokumenter")
}

/// The same, telling what came of it.
pub fn new_documents_after(case: CaseId) -> String {
    format!("{}?{SENT}=1", new_documents(case))
}

/// A document.
pub fn document(case: CaseId, id: DocumentId) -> String {
    format!("{CASES}/{case}/dokumenter/{id}")
}

/// The same, telling what came of sending a version.
pub fn document_after(case: CaseId, id: DocumentId) -> String {
    format!("{}?{SENT}=1", document(case, id))
}

/// The same, saying that it was kept.
pub fn document_kept(case: CaseId, id: DocumentId) -> String {
    format!("{}?{SAVED}=1", document(case, id))
}

/// Says in an address as which kind of file a version is wanted, where there are two.
pub const AS_KIND: &str = "som";

/// A version as the other kind of file that it is kept as.
pub fn document_twin(case: CaseId, id: DocumentId, number: u32, kind: FileKind) -> String {
    format!("{}?{AS_KIND}={kind}", document_file(case, id, number))
}

/// A version as a file to save.
pub fn document_file(case: CaseId, id: DocumentId, number: u32) -> String {
    format!("{}/{number}/fil", document(case, id))
}

/// A version as a browser shows it.
pub fn document_shown(case: CaseId, id: DocumentId, number: u32) -> String {
    format!("{}/{number}/vis", document(case, id))
}

/// A page of a version, counted from 1, as a picture.
pub fn document_page(case: CaseId, id: DocumentId, number: u32, page: u32) -> String {
    format!("{}/{number}/side/{page}", document(case, id))
}

/// Whether files are sent to this address: such a request may be larger, and take longer, than any other.
pub fn takes_files(path: &str) -> bool {
    let mut steps = path.split('/').skip(1);
    let (first, case, word) = (steps.next(), steps.next(), steps.next());
    let rest = steps.count();
    first == Some("saker") && case.is_some_and(|case| !case.is_empty()) && word == Some("dokumenter") && rest <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_sent_to_two_kinds_of_addresses() {
        for path in ["/saker/x/dokumenter", "/saker/x/dokumenter/y"] {
            assert!(takes_files(path), "{path}");
        }
        for path in ["/saker/x/dokumenter/y/1/fil", "/saker/x", "/saker//dokumenter", "/api/saker/x/dokumenter", "/saker/x/notat", "/"] {
            assert!(!takes_files(path), "{path}");
        }
    }
}
