//! The rules between the lines of a whole file.

use std::collections::{HashMap, HashSet};

use super::codes::MembershipKind;
use super::lines::{CoverageLine, EmploymentLine, Line, MandateLine, MemberLine, UnitLine};
use super::reason::{Reason, Rejected, quotable};
use crate::Date;
use crate::identity::{Accept, NationalId, OrgNumber};
use crate::org::UnitKind;

/// Every rule that needs more than one line, on a whole file in memory; the answer is in line order.
///
/// `lines` are the lines that [`super::parse_line`] took, with their numbers. `accept` is what the running system
/// takes, `known_employer` whether the business register has an organisation number. Lines may stand in any order.
///
/// When an id or a national id occurs twice, the first line stands and the later ones are rejected. A reference to
/// a line that is itself rejected here is not a second fault: what that means is for the import to decide.
pub fn check(lines: &[(u64, Line)], accept: Accept, known_employer: &dyn Fn(&OrgNumber) -> bool) -> Vec<Rejected> {
    let file = File { units: units(lines), members: ids(lines, member_id), mandates: ids(lines, mandate_id), accept, known_employer };
    let mut seen = Seen::default();
    let mut rejected = Vec::new();
    let mut unions = 0;
    for (number, line) in lines {
        let mut report = |reason| rejected.push(Rejected { line: *number, reason });
        match line {
            Line::Unit(unit) => {
                unique(&mut seen.units, &unit.id, &mut report);
                if unit.kind == UnitKind::Union {
                    unions += 1;
                    if unions > 1 {
                        report(Reason::SecondUnion);
                    }
                }
                file.unit(unit, &mut report);
            }
            Line::Coverage(coverage) => {
                if !seen.coverages.insert((&coverage.unit, coverage.employer)) {
                    report(Reason::DuplicateCoverage);
                }
                file.coverage(coverage, &mut report);
            }
            Line::Member(member) => {
                unique(&mut seen.members, &member.id, &mut report);
                if !seen.national_ids.insert(&member.national_id) {
                    report(Reason::DuplicateNationalId);
                }
                file.member(member, &mut report);
            }
            Line::Employment(employment) => {
                unique(&mut seen.employments, &employment.id, &mut report);
                file.employment(employment, &mut report);
            }
            Line::Mandate(mandate) => {
                unique(&mut seen.mandates, &mandate.id, &mut report);
                file.mandate(mandate, &mut report);
            }
        }
    }
    let in_loops = loops(&file.units);
    rejected.extend(in_loops.into_iter().map(|line| Rejected { line, reason: Reason::Loop }));
    if unions == 0 {
        rejected.push(Rejected { line: 0, reason: Reason::NoUnion });
    }
    rejected.sort_by_key(|rejected| rejected.line);
    rejected
}

/// What can be referred to. The first line with an id is the one that counts.
struct File<'a> {
    units: HashMap<&'a str, Unit<'a>>,
    members: HashSet<&'a str>,
    mandates: HashSet<&'a str>,
    accept: Accept,
    known_employer: &'a dyn Fn(&OrgNumber) -> bool,
}

struct Unit<'a> {
    line: u64,
    kind: UnitKind,
    parent: Option<&'a str>,
}

/// What has gone by.
#[derive(Default)]
struct Seen<'a> {
    units: HashSet<&'a str>,
    members: HashSet<&'a str>,
    employments: HashSet<&'a str>,
    mandates: HashSet<&'a str>,
    national_ids: HashSet<&'a NationalId>,
    coverages: HashSet<(&'a str, OrgNumber)>,
}

fn unique<'a>(seen: &mut HashSet<&'a str>, id: &'a str, report: &mut impl FnMut(Reason)) {
    if !seen.insert(id) {
        report(Reason::DuplicateId { id: quotable(id) });
    }
}

impl File<'_> {
    /// Only the union has nothing above it.
    fn unit(&self, unit: &UnitLine, report: &mut impl FnMut(Reason)) {
        match (unit.kind, &unit.parent) {
            (UnitKind::Union, None) => {}
            (_, None) => report(Reason::MissingParent),
            (kind, Some(id)) => match self.units.get(id.as_str()) {
                None => report(Reason::UnknownParent { id: quotable(id) }),
                Some(parent) if may_lie_under(kind, parent.kind) => {}
                Some(parent) => report(Reason::MisplacedUnit { kind, parent: parent.kind }),
            },
        }
    }

    fn coverage(&self, coverage: &CoverageLine, report: &mut impl FnMut(Reason)) {
        let id = quotable(&coverage.unit);
        match self.units.get(coverage.unit.as_str()) {
            None => report(Reason::UnknownUnit { id }),
            Some(unit) if unit.kind == UnitKind::Club => {}
            Some(_) => report(Reason::CoverageNotByClub { id }),
        }
        self.employer(coverage.employer, report);
    }

    fn member(&self, member: &MemberLine, report: &mut impl FnMut(Reason)) {
        if let Err(error) = member.national_id.accepted_by(self.accept) {
            report(error.into());
        }
        let id = quotable(&member.local);
        match self.units.get(member.local.as_str()) {
            None => report(Reason::UnknownLocal { id }),
            Some(unit) if unit.kind == UnitKind::Local || member.kind == MembershipKind::Staff => {}
            Some(_) => report(Reason::NotALocal { id }),
        }
        if let Some(helper) = &member.helper {
            self.known_member(helper, report);
        }
    }

    fn employment(&self, employment: &EmploymentLine, report: &mut impl FnMut(Reason)) {
        self.known_member(&employment.member, report);
        self.employer(employment.workplace, report);
        in_order(employment.from, employment.to, report);
    }

    fn mandate(&self, mandate: &MandateLine, report: &mut impl FnMut(Reason)) {
        self.known_member(&mandate.member, report);
        match self.units.get(mandate.unit.as_str()) {
            None => report(Reason::UnknownUnit { id: quotable(&mandate.unit) }),
            Some(unit) if mandate.office.held_at().contains(&unit.kind) => {}
            Some(unit) => report(Reason::OfficeNotHeldHere { office: mandate.office, kind: unit.kind }),
        }
        if let Some(workplace) = mandate.workplace {
            self.employer(workplace, report);
        }
        match &mandate.substitute_for {
            Some(id) if *id == mandate.id => report(Reason::SubstituteForItself),
            Some(id) if !self.mandates.contains(id.as_str()) => report(Reason::UnknownMandate { id: quotable(id) }),
            _ => {}
        }
        in_order(mandate.from, mandate.to, report);
    }

    fn known_member(&self, id: &str, report: &mut impl FnMut(Reason)) {
        if !self.members.contains(id) {
            report(Reason::UnknownMember { id: quotable(id) });
        }
    }

    fn employer(&self, number: OrgNumber, report: &mut impl FnMut(Reason)) {
        if !(self.known_employer)(&number) {
            report(Reason::UnknownEmployer { number });
        }
    }
}

/// Where a kind of unit belongs (docs/registry-format.md, "unit").
fn may_lie_under(kind: UnitKind, parent: UnitKind) -> bool {
    match kind {
        UnitKind::Union => false,
        UnitKind::County => parent == UnitKind::Union,
        UnitKind::Local | UnitKind::Advisory | UnitKind::Legal => matches!(parent, UnitKind::County | UnitKind::Union),
        UnitKind::Club => parent == UnitKind::Local,
    }
}

fn in_order(from: Date, to: Option<Date>, report: &mut impl FnMut(Reason)) {
    if to.is_some_and(|to| to < from) {
        report(Reason::EndsBeforeStart);
    }
}

fn member_id(line: &Line) -> Option<&str> {
    if let Line::Member(member) = line { Some(&member.id) } else { None }
}

fn mandate_id(line: &Line) -> Option<&str> {
    if let Line::Mandate(mandate) = line { Some(&mandate.id) } else { None }
}

fn ids(lines: &[(u64, Line)], id: fn(&Line) -> Option<&str>) -> HashSet<&str> {
    lines.iter().filter_map(|(_, line)| id(line)).collect()
}

fn units(lines: &[(u64, Line)]) -> HashMap<&str, Unit<'_>> {
    let mut units = HashMap::new();
    for (number, line) in lines {
        if let Line::Unit(unit) = line {
            units.entry(unit.id.as_str()).or_insert(Unit { line: *number, kind: unit.kind, parent: unit.parent.as_deref() });
        }
    }
    units
}

/// The lines of units that lie under themselves. Every edge that fits the kinds leads to a higher level, so a loop
/// always has a misplaced unit too; it is named apart because it is the one fault that could make a reader hang.
fn loops(units: &HashMap<&str, Unit<'_>>) -> Vec<u64> {
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
