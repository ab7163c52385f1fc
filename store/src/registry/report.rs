//! Numbers of lines, when several files make one import.

use domain::imports::Remark;
use domain::registry::Rejected;

/// Where the lines came from, and by what they were brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// What somebody ran, or pressed.
    pub command: String,
    /// Each file's name, with the number its first line has; numbers go on from file to file.
    pub files: Vec<(String, u64)>,
    /// SHA-256 of the files, in hexadecimal.
    pub digest: String,
}

impl Source {
    /// The names of the files.
    pub fn names(&self) -> String {
        self.files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// The file and the number in it of a line whose numbers go on from file to file.
    pub fn remark(&self, rejected: &Rejected) -> Remark {
        let Rejected { line, reason } = rejected.clone();
        let several = self.files.len() > 1;
        match self.files.iter().rev().find(|(_, first)| *first <= line) {
            Some((name, first)) if several => Remark { file: name.clone(), line: line - first, reason },
            _ => Remark { file: String::new(), line, reason },
        }
    }
}
