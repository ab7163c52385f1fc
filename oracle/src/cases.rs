//! Cases (6–9, 19–23).

use std::collections::BTreeSet;

use crate::Union;
use crate::union::Mandate;

/// A case as a test knows it.
#[derive(Debug, Clone, Default)]
pub struct Case {
    /// The club it belongs to.
    pub club: String,
    /// Who owns it.
    pub owner: String,
    /// Who takes part and works on it.
    pub participants: Vec<String>,
    /// Who takes part and only reads it.
    pub followers: Vec<String>,
    /// Who has a conflict of interest.
    pub conflicted: Vec<String>,
    /// `general`, `personnel`, `health` or `whistleblowing`.
    pub sensitivity: String,
    /// Whether it is closed.
    pub closed: bool,
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
    /// What somebody may do with a case (6–8, 19, 20).
    pub fn access(&self, viewer: &str, case: &Case) -> CaseAccess {
        if case.conflicted.iter().any(|person| person == viewer) {
            return CaseAccess::Nothing;
        }
        let mandates = self.mandates_of(viewer);
        let takes_part = case.owner == viewer || case.participants.iter().any(|person| person == viewer);
        let works =
            |mandate: &&Mandate| !["ADMIN", "PVO", "REGISTERFORER"].contains(&mandate.office.as_str()) && self.keeps(mandate, "own");
        if takes_part && mandates.iter().any(works) {
            return CaseAccess::Works;
        }
        let follows = case.followers.iter().any(|person| person == viewer) && mandates.iter().any(works);
        let general = case.sensitivity == "general";
        let open = general || case.sensitivity == "personnel";
        let mut access = if follows { CaseAccess::Reads } else { CaseAccess::Nothing };
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

    /// Whether somebody may write in a case (23).
    pub fn writes(&self, viewer: &str, case: &Case) -> bool {
        !case.closed && self.access(viewer, case) == CaseAccess::Works
    }

    /// Whether somebody may close a case, and open it again (23).
    pub fn closes(&self, viewer: &str, case: &Case) -> bool {
        case.owner == viewer && self.access(viewer, case) == CaseAccess::Works
    }

    /// Whether somebody may be asked to take part in a case, by those who work on it (21).
    pub fn may_be_asked(&self, person: &str, case: &Case) -> bool {
        let named = self.members.iter().any(|line| line.id == person && !line.protected);
        named
            && self.mandates_of(person).into_iter().any(|mandate| {
                let office = mandate.office.as_str();
                let works = !["ADMIN", "PVO", "REGISTERFORER"].contains(&office) && self.keeps(mandate, "own");
                let near = self.above_unit(&case.club).contains(mandate.unit.as_str())
                    || ["RAADGIVER_KS", "ADVOKAT"].contains(&office)
                    || ["HTV", "FTV"].contains(&office) && self.at_employer(mandate, &case.club);
                works && near
            })
    }

    /// Whether somebody sees what `author` keeps to themselves in a case (22).
    pub fn sees_private_note(&self, viewer: &str, author: &str, case: &Case) -> bool {
        viewer == author && self.access(viewer, case) >= CaseAccess::Reads
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
