//! The rules between the lines of a whole file.

mod between;
mod file;
mod rules;

use std::collections::HashSet;

use super::codes::LineType;
use super::lines::{Line, MandateLine, UnitLine};
use super::reason::{Reason, Rejected, quotable};
use crate::Date;
use crate::identity::{Accept, NationalId, OrgNumber};
use crate::org::{Offices, UnitKind};

use between::{loops, second_holders};
use file::File;

/// What a file is judged against, beside itself.
pub struct Around<'a> {
    /// Which national ids the running system takes.
    pub accept: Accept,
    /// The day: what was over before it is history, and judged less strictly.
    pub today: Date,
    /// Whether the business register has an organisation number.
    pub known_employer: &'a (dyn Fn(&OrgNumber) -> bool + 'a),
    /// The offices that the union has.
    pub offices: &'a Offices,
    /// What a difference builds on.
    pub standing: &'a Standing,
}

/// What is there before a difference: it says nothing about the rest, and may refer to it. Empty for a full file.
#[derive(Debug, Default)]
pub struct Standing {
    /// The living units.
    pub units: Vec<UnitLine>,
    /// What living clubs cover.
    pub coverages: HashSet<(String, OrgNumber)>,
    /// The living mandates.
    pub mandates: Vec<MandateLine>,
    /// The living members.
    pub members: HashSet<String>,
    /// The living employments.
    pub employments: HashSet<String>,
    /// What has ended already: to end it again is no fault.
    pub ended: HashSet<(LineType, String)>,
}

/// Every rule that needs more than one line, on a whole file in memory; the answer is in line order.
///
/// `lines` are the lines that [`super::parse_line`] took, with their numbers. Lines may stand in any order.
///
/// When an id or a national id occurs twice, the first line stands and the later ones are rejected. A reference to
/// a line that is itself rejected here is not a second fault: what that means is for the import to decide.
pub fn check(lines: &[(u64, Line)], around: &Around<'_>) -> Vec<Rejected> {
    let file = File::of(lines, around);
    let mut seen = Seen::default();
    let mut rejected = Vec::new();
    let mut unions =
        usize::from(around.standing.units.iter().any(|unit| unit.kind == UnitKind::Union && file.stands(LineType::Unit, &unit.id)));
    let mut file_lines = 0;
    for (number, line) in lines {
        let mut report = |reason| rejected.push(Rejected { line: *number, reason });
        match line {
            Line::File(_) => {
                file_lines += 1;
                if file_lines > 1 {
                    report(Reason::SecondFileLine);
                }
            }
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
            Line::End(end) => file.end(end, &mut report),
        }
    }
    rejected.extend(loops(&file.units).into_iter().map(|line| Rejected { line, reason: Reason::Loop }));
    rejected.extend(second_holders(lines, &file, around));
    if unions == 0 {
        rejected.push(Rejected { line: 0, reason: Reason::NoUnion });
    }
    rejected.sort_by_key(|rejected| rejected.line);
    rejected
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
