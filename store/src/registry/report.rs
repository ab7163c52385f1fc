//! What an import did, or would do.

use std::fmt;

use serde::Serialize;

/// What happened to the rows of one type.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Not there before.
    pub added: u64,
    /// There, with other contents; also what had ended and is back.
    pub changed: u64,
    /// There, with the same contents.
    pub unchanged: u64,
    /// There, but no longer in the file.
    pub ended: u64,
}

/// What happened, by type.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
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

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<12} {:>9} {:>9} {:>9} {:>9}", "", "added", "changed", "unchanged", "ended")?;
        for (name, tally) in [
            ("units", self.units),
            ("coverages", self.coverages),
            ("members", self.members),
            ("employments", self.employments),
            ("mandates", self.mandates),
        ] {
            writeln!(f, "{name:<12} {:>9} {:>9} {:>9} {:>9}", tally.added, tally.changed, tally.unchanged, tally.ended)?;
        }
        Ok(())
    }
}
