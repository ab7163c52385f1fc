//! Who may see and do what: one pure rule, from which `store::scope` makes its SQL.
//!
//! A viewer holds [`Grants`], made from the mandates that are active at this moment. What a grant
//! reaches depends on its office alone. Two axes decide (house rule: never collapsed into one tree):
//! the unit a member belongs to, and the workplace they work at.
//!
//! `Hidden` is answered as "not found", in the same words as for a thing that does not exist;
//! `Forbidden` only for what the viewer may see anyway.

mod why;

pub use why::Why;

use crate::cases::Sensitivity;
use crate::identity::OrgNumber;
use crate::org::Office;
use crate::{Date, MandateId, MemberId, UnitId};

/// Which members a grant shows.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Reach {
    /// Everybody in the club.
    Club,
    /// Those in the club who work at one workplace.
    Workplace(OrgNumber),
    /// Everybody who belongs to the local.
    Local,
    /// Nobody: the office gives no member list.
    Nobody,
}

impl Reach {
    /// What an office reaches at the unit where it is held, narrowed to a workplace if the mandate says so.
    pub fn of(office: Office, workplace: Option<OrgNumber>) -> Self {
        match (office, workplace) {
            (Office::WorkplaceRep, Some(workplace)) => Self::Workplace(workplace),
            (Office::WorkplaceRep | Office::ClubLeader, None) | (Office::ClubLeader, Some(_)) => Self::Club,
            (Office::LocalLeader, _) => Self::Local,
            _ => Self::Nobody,
        }
    }
}

/// What one active mandate gives.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Grant {
    /// The mandate it comes from.
    pub mandate: MandateId,
    /// The office held.
    pub office: Office,
    /// Where it is held.
    pub unit: UnitId,
    /// The unit's name, for sentences.
    pub unit_name: String,
    /// Whom it shows.
    pub reach: Reach,
    /// The last day of the mandate, if one is set.
    pub until: Option<Date>,
}

/// All that a viewer's active mandates give. Empty grants show nothing.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Grants {
    /// The person who holds them.
    pub person: MemberId,
    /// One for each active mandate.
    pub list: Vec<Grant>,
}

/// What must be known of a member to decide about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberFacts {
    /// The local the member belongs to.
    pub local: UnitId,
    /// Each club the member is in today, with the workplace that puts them there.
    pub clubs: Vec<(UnitId, OrgNumber)>,
    /// Graded address or shielded membership.
    pub protected: bool,
    /// A member today: not ended, and not merely employed by the union.
    pub current: bool,
}

/// What must be known of a case to decide about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFacts {
    /// The club the case belongs to.
    pub unit: UnitId,
    /// Who answers for it.
    pub owner: MemberId,
    /// Who works on it beside the owner.
    pub participants: Vec<MemberId>,
    /// How sensitive its contents are.
    pub sensitivity: Sensitivity,
}

/// What somebody wants to do with a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseAction {
    /// See it and everything in it.
    Read,
    /// Add to it: notes, tasks, ticks.
    Work,
}

/// The answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Yes.
    Allow,
    /// Visible, but this may not be done.
    Forbidden,
    /// As if it did not exist.
    Hidden,
}

impl Grants {
    /// The grant that shows this member, if one does: the first one, for the sentence that says why.
    pub fn showing(&self, facts: &MemberFacts) -> Option<&Grant> {
        if facts.protected || !facts.current {
            return None;
        }
        self.list.iter().find(|grant| match &grant.reach {
            Reach::Club => facts.clubs.iter().any(|(club, _)| *club == grant.unit),
            Reach::Workplace(workplace) => facts.clubs.iter().any(|(club, at)| *club == grant.unit && at == workplace),
            Reach::Local => facts.local == grant.unit,
            Reach::Nobody => false,
        })
    }

    /// May this viewer see this member?
    pub fn decide_member(&self, facts: &MemberFacts) -> Decision {
        if self.showing(facts).is_some() { Decision::Allow } else { Decision::Hidden }
    }

    /// May this viewer do this with this case?
    ///
    /// Who owns a case or works on it may read and work. A club leader may read the club's cases, except
    /// those about health or whistleblowing: there, taking part is the only way in. Without one active
    /// mandate nobody sees anything, whatever they owned.
    pub fn decide_case(&self, action: CaseAction, facts: &CaseFacts) -> Decision {
        if self.list.is_empty() {
            return Decision::Hidden;
        }
        if facts.owner == self.person || facts.participants.contains(&self.person) {
            return Decision::Allow;
        }
        if facts.sensitivity.open_to_leader() && self.leads(facts.unit) {
            return match action {
                CaseAction::Read => Decision::Allow,
                CaseAction::Work => Decision::Forbidden,
            };
        }
        Decision::Hidden
    }

    /// Whether one of the mandates is leader of this club.
    pub fn leads(&self, club: UnitId) -> bool {
        self.list.iter().any(|grant| grant.office == Office::ClubLeader && grant.unit == club)
    }

    /// The clubs in which this viewer may open a case.
    pub fn may_open_in(&self, club: UnitId) -> bool {
        self.list.iter().any(|grant| matches!(grant.office, Office::WorkplaceRep | Office::ClubLeader) && grant.unit == club)
    }

    /// Whether any mandate shows members at all.
    pub fn show_anybody(&self) -> bool {
        self.list.iter().any(|grant| grant.reach != Reach::Nobody)
    }

    /// Whether any mandate lets its holder open cases.
    pub fn may_open_cases(&self) -> bool {
        self.list.iter().any(|grant| matches!(grant.office, Office::WorkplaceRep | Office::ClubLeader))
    }
}

#[cfg(test)]
mod tests;
