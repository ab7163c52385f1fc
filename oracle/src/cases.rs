//! Cases (6–9).

use std::collections::BTreeSet;

use crate::Union;
use crate::union::Mandate;

/// A case as a test knows it.
#[derive(Debug, Clone)]
pub struct Case {
    /// The club it belongs to.
    pub club: String,
    /// Who owns it.
    pub owner: String,
    /// Who takes part.
    pub participants: Vec<String>,
    /// `general`, `personnel`, `health` or `whistleblowing`.
    pub sensitivity: String,
}

/// What somebody may do with a case; each includes those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CaseAccess {
    /// Not even know of it.
    Nothing,
    /// Know that it exists.
    Knows,
    /// Read it.
    Reads,
    /// Work on it.
    Works,
}

impl Union {
    /// What somebody may do with a case (6–8).
    pub fn access(&self, viewer: &str, case: &Case) -> CaseAccess {
        let mandates = self.mandates_of(viewer);
        let takes_part = case.owner == viewer || case.participants.iter().any(|person| person == viewer);
        let works =
            |mandate: &&Mandate| !["ADMIN", "PVO", "REGISTERFORER"].contains(&mandate.office.as_str()) && self.keeps(mandate, "own");
        if takes_part && mandates.iter().any(works) {
            return CaseAccess::Works;
        }
        let general = case.sensitivity == "general";
        let open = general || case.sensitivity == "personnel";
        let mut access = CaseAccess::Nothing;
        for mandate in mandates {
            let above = self.above_unit(&case.club).contains(mandate.unit.as_str());
            let here = match mandate.office.as_str() {
                "KLUBBLEDER" if above && open && self.keeps(mandate, "read") => CaseAccess::Reads,
                _ if !self.keeps(mandate, "know") => CaseAccess::Nothing,
                "KLUBBLEDER" | "KLUBBNESTLEDER" | "FORENINGSLEDER" | "NESTLEDER" if above && open => CaseAccess::Knows,
                "FYLKESLEDER" | "FORBUNDSLEDER" if above && general => CaseAccess::Knows,
                "HTV" | "FTV" if open && self.at_employer(mandate, &case.club) => CaseAccess::Knows,
                _ => CaseAccess::Nothing,
            };
            access = access.max(here);
        }
        access
    }

    /// Whether a club covers anything under the employers of a chief or joint representative.
    pub(crate) fn at_employer(&self, mandate: &Mandate, club: &str) -> bool {
        let employers = self.employers_of(mandate);
        self.coverages
            .iter()
            .filter(|(covering, _)| covering == club)
            .any(|(_, covered)| employers.iter().any(|employer| self.is_under(covered, employer)))
    }

    /// The clubs in which somebody may open a case about a member (9).
    pub fn may_open_in(&self, viewer: &str, member: &str) -> BTreeSet<&str> {
        if !self.sees(viewer, member) {
            return BTreeSet::new();
        }
        let mandates = self.mandates_of(viewer);
        let opens = |club: &str, workplace: &str| {
            mandates.iter().filter(|mandate| self.keeps(mandate, "open")).any(|mandate| match mandate.office.as_str() {
                "PTV" => mandate.unit == club && mandate.workplace.as_deref().is_none_or(|named| named == workplace),
                "KLUBBLEDER" | "KLUBBNESTLEDER" | "FORENINGSLEDER" | "NESTLEDER" => self.above_unit(club).contains(mandate.unit.as_str()),
                "HTV" | "FTV" => self.at_employer(mandate, club),
                _ => false,
            })
        };
        self.clubs_of(member).into_iter().filter(|(club, workplace)| opens(club, workplace)).map(|(club, _)| club).collect()
    }

    /// Whether somebody may open cases at all (9).
    pub fn opens_cases(&self, viewer: &str) -> bool {
        const OPENERS: [&str; 7] = ["PTV", "KLUBBLEDER", "KLUBBNESTLEDER", "FORENINGSLEDER", "NESTLEDER", "HTV", "FTV"];
        self.mandates_of(viewer).into_iter().any(|mandate| OPENERS.contains(&mandate.office.as_str()) && self.keeps(mandate, "open"))
    }
}
