//! Letters written in a case.

mod read;

/// The name under which what is typed into a letter is kept for the one who types it.
pub fn draft(case: domain::CaseId, template: &str) -> String {
    format!("{}{template}", drafts(case))
}

/// How the names of all of them in one case begin.
pub fn drafts(case: domain::CaseId) -> String {
    format!("letter/{case}/")
}
