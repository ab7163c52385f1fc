//! How a right reaches something.

use crate::identity::OrgNumber;
use crate::participants::Role;
use crate::{MemberId, UnitId};

use super::{Action, Breadth, CaseFacts, Grant, MemberFacts, UnitFacts};

/// One way to reach members, cases or units. `store::scope` has the same match, in SQL.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Way {
    /// A unit and everything under it.
    Unit(UnitId),
    /// Those in a club who work at one workplace.
    Workplace(UnitId, OrgNumber),
    /// Everywhere under these employer units.
    Employers(Vec<OrgNumber>),
    /// Protected members for whom one is named.
    Named,
    /// What one owns or takes part in.
    TakingPart,
}

impl Way {
    /// The way that a rule opens from where the office is held.
    pub(super) fn of(breadth: Breadth, grant: &Grant) -> Self {
        match (breadth, grant.workplace) {
            (Breadth::Own, _) => Self::TakingPart,
            (Breadth::Named, _) => Self::Named,
            (Breadth::Workplace, Some(workplace)) => Self::Workplace(grant.unit, workplace),
            (Breadth::Workplace, None) | (Breadth::Unit, _) => Self::Unit(grant.unit),
            (Breadth::Employer, _) => Self::Employers(grant.employers.clone()),
        }
    }

    /// Whether it leads to this member, for this person.
    pub fn reaches_member(&self, person: MemberId, facts: &MemberFacts) -> bool {
        if !facts.current || facts.protected != (*self == Self::Named) {
            return false;
        }
        match self {
            Self::Unit(unit) => facts.units.contains(unit),
            Self::Workplace(unit, workplace) => facts.jobs.contains(&(*unit, *workplace)),
            Self::Employers(employers) => employers.iter().any(|employer| facts.employers.contains(employer)),
            Self::Named => facts.named.contains(&person),
            Self::TakingPart => false,
        }
    }

    /// Whether it leads to this case, for this person. To work on what one takes part in, one's part must be that of
    /// somebody who works.
    pub fn reaches_case(&self, person: MemberId, facts: &CaseFacts, action: Action) -> bool {
        match self {
            Self::TakingPart => {
                let takes = |(who, role): &(MemberId, Role)| *who == person && (action != Action::Work || role.works());
                facts.owner == person || facts.participants.iter().any(takes)
            }
            _ => self.reaches_unit(&facts.unit),
        }
    }

    /// Whether it leads to this unit.
    pub fn reaches_unit(&self, facts: &UnitFacts) -> bool {
        match self {
            Self::Unit(unit) => facts.units.contains(unit),
            Self::Employers(employers) => employers.iter().any(|employer| facts.employers.contains(employer)),
            Self::Workplace(..) | Self::Named | Self::TakingPart => false,
        }
    }
}
