//! Imports of the registry: what each did, would do, or could not do. Nothing here is personal data.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::code::code_enum;
use crate::registry::{FileKind, Reason};
use crate::{ImportId, Timestamp};

code_enum! {
    /// What has become of a file.
    pub enum ImportState {
        /// It was taken in.
        Applied = "applied",
        /// It would end so much that a person has to say yes; nothing was changed.
        Held = "held",
        /// It was held, and somebody said yes.
        Approved = "approved",
        /// It was held, and somebody said no.
        Rejected = "rejected",
        /// Something in it is wrong; nothing was changed.
        Refused = "refused",
    }
}

/// What happened to the rows of one type.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Not there before.
    pub added: u64,
    /// There, with other contents; also what had ended and is back.
    pub changed: u64,
    /// There, with the same contents.
    pub unchanged: u64,
    /// There, and no more.
    pub ended: u64,
}

/// What happened, by type.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Units.
    pub units: Tally,
    /// Which clubs cover which employers.
    pub coverages: Tally,
    /// Members.
    pub members: Tally,
    /// Employments.
    pub employments: Tally,
    /// Mandates.
    pub mandates: Tally,
}

impl Report {
    /// The tallies in the order of the tables, with the codes of their types.
    pub fn rows(&self) -> [(crate::registry::LineType, Tally); 5] {
        use crate::registry::LineType as Of;
        [
            (Of::Unit, self.units),
            (Of::Coverage, self.coverages),
            (Of::Member, self.members),
            (Of::Employment, self.employments),
            (Of::Mandate, self.mandates),
        ]
    }

    /// Whether nothing was added, changed or ended.
    pub fn is_unchanged(&self) -> bool {
        self.rows().iter().all(|(_, tally)| tally.added + tally.changed + tally.ended == 0)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<12} {:>9} {:>9} {:>9} {:>9}", "", "added", "changed", "unchanged", "ended")?;
        for (name, tally) in
            ["units", "coverages", "members", "employments", "mandates"].into_iter().zip(self.rows().map(|(_, tally)| tally))
        {
            writeln!(f, "{name:<12} {:>9} {:>9} {:>9} {:>9}", tally.added, tally.changed, tally.unchanged, tally.ended)?;
        }
        Ok(())
    }
}

/// How much one file may end before a person must say yes, in percent. A few are always let through: in a small union
/// one person is many percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Of the members.
    pub members: u8,
    /// Of the mandates.
    pub mandates: u8,
}

impl Default for Limits {
    fn default() -> Self {
        Self { members: 2, mandates: 5 }
    }
}

impl Limits {
    /// What has been looked at and approved is let through.
    pub const NONE: Self = Self { members: 100, mandates: 100 };
    /// So many may always end.
    const ALWAYS: u64 = 5;

    /// Whether so much would end that the file must be held.
    pub fn hold(&self, ending: &Ending) -> bool {
        let over = |ending: u64, of: u64, percent: u8| ending > Self::ALWAYS && ending * 100 > of * u64::from(percent);
        over(ending.members, ending.of_members, self.members) || over(ending.mandates, ending.of_mandates, self.mandates)
    }
}

/// How much a file would end: by leaving it out, by ending it, or by giving it a last day that has gone by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// So many members,
    pub members: u64,
    /// of so many.
    pub of_members: u64,
    /// So many mandates,
    pub mandates: u64,
    /// of so many.
    pub of_mandates: u64,
}

/// Something about a line: why it was rejected, or what to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// The file, where there were several.
    pub file: String,
    /// The line in it, from 1; 0 is the file as a whole.
    pub line: u64,
    /// What it is.
    pub reason: Reason,
}

/// Remarks, of which the first are kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remarks {
    /// How many there were.
    pub total: u64,
    /// The first of them.
    pub first: Vec<Remark>,
}

impl Remarks {
    /// Nobody reads more than this.
    pub const KEPT: usize = 1_000;

    /// Keeps the first.
    pub fn of(all: impl IntoIterator<Item = Remark>) -> Self {
        let mut remarks = Self::default();
        for remark in all {
            remarks.total += 1;
            if remarks.first.len() < Self::KEPT {
                remarks.first.push(remark);
            }
        }
        remarks
    }
}

/// What is kept of an import, whatever became of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What it did, or would do.
    pub report: Report,
    /// How much it ended, or would end.
    pub ending: Ending,
    /// The lines that could not be used.
    pub rejected: Remarks,
    /// What to look at.
    pub warnings: Remarks,
}

/// An import in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRow {
    /// Its id.
    pub id: ImportId,
    /// When it began.
    pub begun_at: Timestamp,
    /// What became of it.
    pub state: ImportState,
    /// Whether the file said everything.
    pub kind: FileKind,
    /// The names of the files.
    pub files: String,
    /// Whether it changed nothing at all.
    pub unchanged: bool,
}

/// An import as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportView {
    /// What the list shows.
    pub row: ImportRow,
    /// How long it took.
    pub took_ms: i64,
    /// By what it was begun.
    pub command: String,
    /// SHA-256 of the files, in hexadecimal.
    pub digest: String,
    /// When somebody said yes or no, and who; no name for a command.
    pub decided: Option<(Timestamp, Option<String>)>,
    /// The rest.
    pub kept: Kept,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_may_always_end_and_the_limit_itself_may_be_reached() {
        let ending = |members, mandates| Ending { members, of_members: 1_000, mandates, of_mandates: 200 };
        let limits = Limits::default();
        assert!(!limits.hold(&ending(20, 10)) && limits.hold(&ending(21, 10)) && limits.hold(&ending(20, 11)));
        assert!(!limits.hold(&Ending { members: 5, of_members: 6, mandates: 5, of_mandates: 5 }));
        assert!(limits.hold(&Ending { members: 6, of_members: 6, ..Ending::default() }));
        assert!(!Limits::NONE.hold(&ending(1_000, 200)));
    }
}
