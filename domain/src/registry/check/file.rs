//! What the lines of a file, and what a difference builds on, can refer to.

use std::collections::{HashMap, HashSet};

use super::Around;
use crate::org::UnitKind;
use crate::registry::codes::{FileKind, LineType};
use crate::registry::lines::Line;

/// What can be referred to. The first line with an id is the one that counts.
pub(super) struct File<'a> {
    pub(super) kind: FileKind,
    pub(super) units: HashMap<&'a str, Unit<'a>>,
    pub(super) members: HashSet<&'a str>,
    pub(super) employments: HashSet<&'a str>,
    pub(super) mandates: HashSet<&'a str>,
    /// What the file ends.
    pub(super) ended: HashMap<(LineType, &'a str), u64>,
    pub(super) around: &'a Around<'a>,
}

pub(super) struct Unit<'a> {
    /// 0 for what stood before.
    pub(super) line: u64,
    pub(super) kind: UnitKind,
    pub(super) parent: Option<&'a str>,
    pub(super) ended: bool,
}

impl<'a> File<'a> {
    pub(super) fn of(lines: &'a [(u64, Line)], around: &'a Around<'a>) -> Self {
        let standing = around.standing;
        let mut file = Self {
            kind: FileKind::Full,
            units: HashMap::new(),
            members: HashSet::new(),
            employments: HashSet::new(),
            mandates: HashSet::new(),
            ended: HashMap::new(),
            around,
        };
        for (number, line) in lines {
            match line {
                Line::File(line) => file.kind = line.kind,
                Line::Unit(unit) => {
                    file.units.entry(&unit.id).or_insert(Unit {
                        line: *number,
                        kind: unit.kind,
                        parent: unit.parent.as_deref(),
                        ended: unit.replaced_by.is_some(),
                    });
                }
                Line::Coverage(_) => {}
                Line::Member(line) => {
                    file.members.insert(&line.id);
                }
                Line::Employment(line) => {
                    file.employments.insert(&line.id);
                }
                Line::Mandate(line) => {
                    file.mandates.insert(&line.id);
                }
                Line::End(end) => {
                    if let Some(id) = &end.id {
                        file.ended.insert((end.of, id), *number);
                    }
                }
            }
        }
        let stands = |of: LineType, id: &str| !file.ended.contains_key(&(of, id));
        file.members.extend(standing.members.iter().map(String::as_str).filter(|id| stands(LineType::Member, id)));
        file.mandates.extend(standing.mandates.iter().map(|line| line.id.as_str()).filter(|id| stands(LineType::Mandate, id)));
        for unit in standing.units.iter().filter(|unit| stands(LineType::Unit, &unit.id)) {
            let standing = Unit { line: 0, kind: unit.kind, parent: unit.parent.as_deref(), ended: false };
            file.units.entry(&unit.id).or_insert(standing);
        }
        file
    }

    /// Whether something that was there is neither ended nor written anew by the file.
    pub(super) fn stands(&self, of: LineType, id: &str) -> bool {
        let written = match of {
            LineType::Unit => self.units.get(id).is_some_and(|unit| unit.line > 0),
            LineType::Member | LineType::Employment | LineType::Mandate | LineType::Coverage => false,
        };
        !written && !self.ended.contains_key(&(of, id))
    }
}
