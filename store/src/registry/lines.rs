//! The lines of a file, each type by itself.

use std::collections::HashSet;

use domain::identity::OrgNumber;
use domain::registry::{CoverageLine, EmploymentLine, EndLine, FileKind, Line, LineType, MandateLine, MemberLine, UnitLine};

/// Borrowed: hundreds of thousands of them are held once.
pub(super) struct Lines<'a> {
    pub(super) kind: FileKind,
    pub(super) units: Vec<&'a UnitLine>,
    pub(super) coverages: Vec<&'a CoverageLine>,
    pub(super) members: Vec<&'a MemberLine>,
    pub(super) employments: Vec<&'a EmploymentLine>,
    pub(super) mandates: Vec<&'a MandateLine>,
    pub(super) ends: Vec<&'a EndLine>,
}

/// Whether the file says everything; without a word about it, it does.
pub(super) fn kind(lines: &[(u64, Line)]) -> FileKind {
    lines.iter().find_map(|(_, line)| if let Line::File(line) = line { Some(line.kind) } else { None }).unwrap_or(FileKind::Full)
}

impl<'a> Lines<'a> {
    pub(super) fn sorted(lines: &'a [(u64, Line)]) -> Self {
        let mut sorted = Self {
            kind: kind(lines),
            units: Vec::new(),
            coverages: Vec::new(),
            members: Vec::new(),
            employments: Vec::new(),
            mandates: Vec::new(),
            ends: Vec::new(),
        };
        for (_, line) in lines {
            match line {
                Line::File(_) => {}
                Line::Unit(line) => sorted.units.push(line),
                Line::Coverage(line) => sorted.coverages.push(line),
                Line::Member(line) => sorted.members.push(line),
                Line::Employment(line) => sorted.employments.push(line),
                Line::Mandate(line) => sorted.mandates.push(line),
                Line::End(line) => sorted.ends.push(line),
            }
        }
        sorted
    }

    /// The ids that the file ends, of one type.
    pub(super) fn ended(&self, of: LineType) -> HashSet<String> {
        self.ends.iter().filter(|end| end.of == of).filter_map(|end| end.id.clone()).collect()
    }

    /// The coverages that the file ends.
    pub(super) fn ended_coverages(&self) -> impl Iterator<Item = (&str, OrgNumber)> {
        self.ends.iter().filter(|end| end.of == LineType::Coverage).filter_map(|end| Some((end.unit.as_deref()?, end.employer?)))
    }
}
