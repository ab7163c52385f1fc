//! The rules for each line, given what it can refer to.

use super::file::File;
use crate::Date;
use crate::identity::OrgNumber;
use crate::org::UnitKind;
use crate::registry::codes::{FileKind, LineType, MembershipKind};
use crate::registry::lines::{CoverageLine, EmploymentLine, EndLine, MandateLine, MemberLine, UnitLine};
use crate::registry::reason::{Reason, quotable};

impl File<'_> {
    /// Only the union has nothing above it.
    pub(super) fn unit(&self, unit: &UnitLine, report: &mut impl FnMut(Reason)) {
        match (unit.kind, &unit.parent) {
            (UnitKind::Union, None) => {}
            (_, None) => report(Reason::MissingParent),
            (kind, Some(id)) => match self.units.get(id.as_str()) {
                None => report(Reason::UnknownParent { id: quotable(id) }),
                Some(parent) if parent.ended && unit.replaced_by.is_none() => report(Reason::UnitHasEnded { id: quotable(id) }),
                Some(parent) if may_lie_under(kind, parent.kind) => {}
                Some(parent) => report(Reason::MisplacedUnit { kind, parent: parent.kind }),
            },
        }
        match &unit.replaced_by {
            Some(id) if *id == unit.id => report(Reason::ReplacedByItself),
            Some(id) if !self.units.contains_key(id.as_str()) => report(Reason::UnknownUnit { id: quotable(id) }),
            _ => {}
        }
        // Units that the file does not mention may hang under one that it ends.
        if unit.replaced_by.is_some() && self.has_standing_children(&unit.id) {
            report(Reason::StillInUse { id: quotable(&unit.id) });
        }
    }

    fn has_standing_children(&self, id: &str) -> bool {
        self.units.values().any(|unit| unit.line == 0 && unit.parent == Some(id))
    }

    pub(super) fn coverage(&self, coverage: &CoverageLine, report: &mut impl FnMut(Reason)) {
        let id = quotable(&coverage.unit);
        match self.units.get(coverage.unit.as_str()) {
            None => report(Reason::UnknownUnit { id }),
            Some(unit) if unit.ended => report(Reason::UnitHasEnded { id }),
            Some(unit) if unit.kind == UnitKind::Club => {}
            Some(_) => report(Reason::CoverageNotByClub { id }),
        }
        self.employer(coverage.employer, report);
    }

    pub(super) fn member(&self, member: &MemberLine, report: &mut impl FnMut(Reason)) {
        if let Err(error) = member.national_id.accepted_by(self.around.accept) {
            report(error.into());
        }
        if let Some(helper) = &member.helper {
            self.known_member(helper, report);
        }
        let id = quotable(&member.local);
        match self.units.get(member.local.as_str()) {
            None => report(Reason::UnknownLocal { id }),
            Some(unit) if unit.ended && member.left.is_none() => report(Reason::UnitHasEnded { id }),
            Some(unit) if unit.kind == UnitKind::Local || member.kind == MembershipKind::Staff => {}
            Some(_) => report(Reason::NotALocal { id }),
        }
    }

    pub(super) fn employment(&self, employment: &EmploymentLine, report: &mut impl FnMut(Reason)) {
        self.known_member(&employment.member, report);
        self.employer(employment.workplace, report);
        in_order(employment.from, employment.to, report);
    }

    pub(super) fn mandate(&self, mandate: &MandateLine, report: &mut impl FnMut(Reason)) {
        self.known_member(&mandate.member, report);
        let over = mandate.last_day().is_some_and(|last| last < self.around.today);
        let facts = self.around.offices.get(mandate.office);
        if facts.is_none() {
            report(Reason::UnknownOffice { office: quotable(mandate.office.code()) });
        }
        match self.units.get(mandate.unit.as_str()) {
            None => report(Reason::UnknownUnit { id: quotable(&mandate.unit) }),
            Some(unit) if unit.ended && !over => report(Reason::UnitHasEnded { id: quotable(&mandate.unit) }),
            Some(unit) if facts.is_none_or(|facts| facts.held_at.contains(&unit.kind)) => {}
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
        // Nothing is ended before its time by what comes after it.
        if mandate.revoked.zip(mandate.to).is_some_and(|(revoked, to)| revoked > to) {
            report(Reason::RevokedAfterEnd);
        }
    }

    /// Ends only what is there, or was.
    pub(super) fn end(&self, end: &EndLine, report: &mut impl FnMut(Reason)) {
        if self.kind == FileKind::Full {
            report(Reason::EndInFullFile);
            return;
        }
        let standing = self.around.standing;
        let missing = |field: &str| Reason::MissingField { field: field.to_owned() };
        if end.of == LineType::Coverage {
            match (&end.unit, end.employer) {
                (None, _) => report(missing("unit")),
                (_, None) => report(missing("employer")),
                (Some(unit), Some(employer)) => {
                    let key = (unit.clone(), employer);
                    if !standing.coverages.contains(&key) && !standing.ended.contains(&(end.of, format!("{unit} {employer}"))) {
                        report(Reason::UnknownCoverage);
                    }
                }
            }
            return;
        }
        let Some(id) = end.id.as_deref() else {
            report(missing("id"));
            return;
        };
        let (written, known) = match end.of {
            LineType::Unit => (self.units.get(id).is_some_and(|unit| unit.line > 0), standing.units.iter().any(|unit| unit.id == id)),
            LineType::Member => (self.members.contains(id), standing.members.contains(id)),
            LineType::Employment => (self.employments.contains(id), standing.employments.contains(id)),
            LineType::Mandate | LineType::Coverage => (self.mandates.contains(id), standing.mandates.iter().any(|line| line.id == id)),
        };
        let quoted = quotable(id);
        if written {
            report(Reason::EndedAndWritten { id: quoted });
        } else if !known && !standing.ended.contains(&(end.of, id.to_owned())) {
            report(match end.of {
                LineType::Unit => Reason::UnknownUnit { id: quoted },
                LineType::Member => Reason::UnknownMember { id: quoted },
                LineType::Employment => Reason::UnknownEmployment { id: quoted },
                LineType::Mandate | LineType::Coverage => Reason::UnknownMandate { id: quoted },
            });
        } else if end.of == LineType::Unit && self.has_children(id) {
            report(Reason::StillInUse { id: quoted });
        }
    }

    fn has_children(&self, id: &str) -> bool {
        self.units.values().any(|unit| !unit.ended && unit.parent == Some(id))
    }

    fn known_member(&self, id: &str, report: &mut impl FnMut(Reason)) {
        if !self.members.contains(id) {
            report(Reason::UnknownMember { id: quotable(id) });
        }
    }

    fn employer(&self, number: OrgNumber, report: &mut impl FnMut(Reason)) {
        if !(self.around.known_employer)(&number) {
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
