//! Rules that no line breaks by itself: loops of units, and single offices held twice.

use std::collections::{HashMap, HashSet};

use super::Around;
use super::file::{File, Unit};
use crate::org::Office;
use crate::registry::codes::LineType;
use crate::registry::lines::{Line, MandateLine};
use crate::registry::reason::{Reason, Rejected};

/// The later of two mandates that would hold the same single office of a unit on the same day. What was over before
/// today is history that nobody can mend, and substitutes hold the office in another's absence.
pub(super) fn second_holders(lines: &[(u64, Line)], file: &File<'_>, around: &Around<'_>) -> Vec<Rejected> {
    let single = |mandate: &&MandateLine| {
        around.offices.single_holder(mandate.office)
            && mandate.substitute_for.is_none()
            && mandate.last_day().is_none_or(|last| last >= around.today)
    };
    let written = lines.iter().filter_map(|(number, line)| if let Line::Mandate(mandate) = line { Some((*number, mandate)) } else { None });
    let mut numbers: HashSet<&str> = written.clone().map(|(_, mandate)| mandate.id.as_str()).collect();
    let standing = around.standing.mandates.iter().filter(|mandate| {
        let member_stays = !file.ended.contains_key(&(LineType::Member, mandate.member.as_str()));
        member_stays && file.stands(LineType::Mandate, &mandate.id) && numbers.insert(&mandate.id)
    });
    let mut holders: HashMap<(Office, &str), Vec<&MandateLine>> = HashMap::new();
    let mut rejected = Vec::new();
    // What stood before comes first: a new line is the one that does not fit.
    for (number, mandate) in
        standing.map(|mandate| (0, mandate)).collect::<Vec<_>>().into_iter().chain(written).filter(|(_, one)| single(one))
    {
        let others = holders.entry((mandate.office, &mandate.unit)).or_default();
        if others.iter().any(|other| other.id != mandate.id && overlap(other, mandate)) {
            rejected.push(Rejected { line: number, reason: Reason::SecondHolder { office: mandate.office } });
        }
        others.push(mandate);
    }
    rejected
}

fn overlap(a: &MandateLine, b: &MandateLine) -> bool {
    a.last_day().is_none_or(|last| last >= b.from) && b.last_day().is_none_or(|last| last >= a.from)
}

/// The lines of units that lie under themselves. Every edge that fits the kinds leads to a higher level, so a loop
/// always has a misplaced unit too; it is named apart because it is the one fault that could make a reader hang.
pub(super) fn loops(units: &HashMap<&str, Unit<'_>>) -> Vec<u64> {
    let mut done: HashSet<&str> = HashSet::new();
    let mut lines = Vec::new();
    for start in units.keys() {
        let mut path: Vec<&str> = Vec::new();
        let mut next = Some(*start);
        while let Some(id) = next.filter(|id| !done.contains(id)) {
            done.insert(id);
            path.push(id);
            next = units.get(id).and_then(|unit| unit.parent);
        }
        // Where the walk met itself, the loop is the path from there on.
        if let Some(from) = next.and_then(|id| path.iter().position(|on_path| *on_path == id)) {
            lines.extend(path.iter().skip(from).filter_map(|id| units.get(id)).map(|unit| unit.line));
        }
    }
    lines
}
