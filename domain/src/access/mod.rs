//! Who may see and do what: one pure rule, from which `store::scope` makes its SQL.
//!
//! The policy ([`Policy`]) says which office may do what, with which data, how far. A viewer holds [`Grants`]: what
//! the policy gives for the mandates that are active at this moment. Each right becomes a [`Way`] to reach
//! something; this module judges facts by ways, and the store makes the same ways into queries. Two axes decide and
//! are never collapsed into one tree: the unit somebody belongs to, and the employer they work for.
//!
//! `Hidden` is answered as "not found", in the same words as for a thing that does not exist;
//! `Forbidden` only for what the viewer may see anyway.

mod audience;
mod class;
mod difference;
mod facts;
mod policy;
mod sense;
mod way;
mod why;

pub use audience::Audience;
pub use class::{Action, Breadth, DataClass};
pub use difference::{Change, Difference, OfficeChange, What, difference};
pub use facts::{CaseFacts, MemberFacts, UnitFacts};
pub use policy::{Policy, PolicyError, Rule};
pub use sense::{LocksOut, Senseless, offered};
pub use way::Way;
pub use why::{How, Why};

use crate::cases::Sensitivity;
use crate::identity::OrgNumber;
use crate::org::Office;
use crate::{Date, MandateId, MemberId, UnitId};

/// One right of an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Power {
    /// With what.
    pub class: DataClass,
    /// What.
    pub action: Action,
    /// How far.
    pub breadth: Breadth,
}

/// What one active mandate gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The mandate it comes from.
    pub mandate: MandateId,
    /// The office held.
    pub office: Office,
    /// Where it is held.
    pub unit: UnitId,
    /// The unit's name, for sentences.
    pub unit_name: String,
    /// The workplace or employer that the mandate names.
    pub workplace: Option<OrgNumber>,
    /// The employers it is held for: the one named, or else those that the unit covers itself. Known only where one of
    /// the powers goes by the employer.
    pub employers: Vec<OrgNumber>,
    /// The last day of the mandate, if one is set.
    pub until: Option<Date>,
    /// What the policy gives this office.
    pub powers: Vec<Power>,
}

/// All that a viewer's active mandates give. Empty grants show nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grants {
    /// The person who holds them.
    pub person: MemberId,
    /// One for each active mandate.
    pub list: Vec<Grant>,
}

/// What somebody wants to do with a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseAction {
    /// Know that it exists: its number, type, club, owner and status.
    Know,
    /// See it and everything in it.
    Read,
    /// Add to it: notes, tasks, ticks; set it to wait, and go on.
    Work,
    /// Close it, and open it again.
    ///
    /// For its owner, who answers for it, and not for those who were asked to help. Beside the owner for whoever works on
    /// the cases of a whole unit or employer by office: such an office answers for them too, and a case whose owner is
    /// away can be closed. The standard table gives no office that; a leader reads the club's cases and does not work on
    /// them unasked.
    Close,
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
    /// Every way in which the policy lets this viewer do something with data of a class, with the mandate behind it.
    pub fn ways(&self, class: DataClass, action: Action) -> impl Iterator<Item = (Way, &Grant)> {
        self.list.iter().flat_map(move |grant| {
            let powers = grant.powers.iter().filter(move |power| power.class == class && power.action == action);
            powers.map(move |power| (Way::of(power.breadth, grant), grant))
        })
    }

    /// Whether there is any way at all, for buttons and menus.
    pub fn any_way(&self, class: DataClass, action: Action) -> bool {
        self.ways(class, action).next().is_some()
    }

    /// The ways to members, those to protected ones among them.
    pub fn ways_to_members(&self, class: DataClass, action: Action) -> impl Iterator<Item = (Way, &Grant)> {
        self.ways(class, action).chain(self.ways(DataClass::MemberProtected, action))
    }

    /// Why this viewer may do this with this member's data; `None` when they may not.
    pub fn why_member(&self, class: DataClass, action: Action, facts: &MemberFacts) -> Option<Why> {
        self.ways_to_members(class, action)
            .find(|(way, _)| way.reaches_member(self.person, facts))
            .map(|(way, grant)| Why::new(&way, grant))
    }

    /// May this viewer do this with this member's data?
    ///
    /// Whose name one may not see is hidden. Protected members are reached by those named for them alone.
    pub fn decide_member(&self, class: DataClass, action: Action, facts: &MemberFacts) -> Decision {
        let may = |class, action| self.why_member(class, action, facts).is_some();
        if may(class, action) && may(DataClass::MemberBasics, Action::See) {
            Decision::Allow
        } else if may(DataClass::MemberBasics, Action::See) {
            Decision::Forbidden
        } else {
            Decision::Hidden
        }
    }

    /// Why this viewer may do this with this case; `None` when they may not. A conflict of interest comes before
    /// everything.
    pub fn why_case(&self, action: CaseAction, facts: &CaseFacts) -> Option<Why> {
        if facts.conflicted.contains(&self.person) {
            return None;
        }
        let contents = DataClass::contents(facts.sensitivity);
        let find = |class, action| {
            let mut ways = self.ways(class, action);
            ways.find(|(way, _)| way.reaches_case(self.person, facts, action)).map(|(way, grant)| Why::new(&way, grant))
        };
        match action {
            CaseAction::Work => find(contents, Action::See).and(find(contents, Action::Work)),
            CaseAction::Close => {
                let answers = |way: &Way| *way != Way::TakingPart || facts.owner == self.person;
                let mut ways = self.ways(contents, Action::Work);
                let closes = ways.find(|(way, _)| answers(way) && way.reaches_case(self.person, facts, Action::Work));
                find(contents, Action::See).and(closes.map(|(way, grant)| Why::new(&way, grant)))
            }
            CaseAction::Read => find(contents, Action::See),
            CaseAction::Know => find(contents, Action::See).or_else(|| find(DataClass::existence(facts.sensitivity), Action::See)),
        }
    }

    /// May this viewer do this with this case?
    ///
    /// Without one active mandate nobody sees anything, whatever they owned.
    pub fn decide_case(&self, action: CaseAction, facts: &CaseFacts) -> Decision {
        if self.why_case(action, facts).is_some() {
            Decision::Allow
        } else if self.why_case(CaseAction::Know, facts).is_some() {
            Decision::Forbidden
        } else {
            Decision::Hidden
        }
    }

    /// Whether there may be cases that this viewer knows of and may not read.
    pub fn knows_more_than_reads(&self) -> bool {
        Sensitivity::ALL.iter().any(|sensitivity| self.any_way(DataClass::existence(*sensitivity), Action::See))
    }

    /// May this viewer open a case of this sensitivity in a club, about somebody who is in it for these workplaces?
    pub fn may_open(&self, sensitivity: Sensitivity, club: &UnitFacts, workplaces: &[OrgNumber]) -> bool {
        self.ways(DataClass::contents(sensitivity), Action::Open).any(|(way, _)| match way {
            Way::Workplace(unit, workplace) => club.units.contains(&unit) && workplaces.contains(&workplace),
            _ => way.reaches_unit(club),
        })
    }

    /// Whether any mandate lets its holder open cases of any kind.
    pub fn may_open_cases(&self) -> bool {
        Sensitivity::ALL.iter().any(|sensitivity| self.any_way(DataClass::contents(*sensitivity), Action::Open))
    }

    /// Whether this viewer may read the access log: the data protection officer, and nobody else.
    pub fn may_read_access_log(&self) -> bool {
        self.any_way(DataClass::AccessLog, Action::See)
    }

    /// Whether this viewer may read the access matrix and the other settings.
    pub fn may_see_settings(&self) -> bool {
        self.any_way(DataClass::Settings, Action::See)
    }

    /// Whether this viewer may change them too.
    pub fn may_change_settings(&self) -> bool {
        self.may_see_settings() && self.any_way(DataClass::Settings, Action::Change)
    }

    /// Whether any mandate shows members by itself.
    pub fn show_members(&self) -> bool {
        self.any_way(DataClass::MemberBasics, Action::See)
    }

    /// Whether any mandate lets its holder be named for protected members.
    pub fn may_help(&self) -> bool {
        self.any_way(DataClass::MemberProtected, Action::See)
    }

    /// May this viewer see or do this at this unit? For mandates and statistics.
    pub fn decide_unit(&self, class: DataClass, action: Action, facts: &UnitFacts) -> Decision {
        if self.ways(class, action).any(|(way, _)| way.reaches_unit(facts)) { Decision::Allow } else { Decision::Hidden }
    }

    /// Whether any mandate shows a unit of the organisation: who holds office there, or how many are members.
    pub fn show_organisation(&self) -> bool {
        self.any_way(DataClass::Mandates, Action::See) || self.any_way(DataClass::Statistics, Action::See)
    }

    /// Whether this viewer may list every member of a unit, so that a small number tells them nothing new.
    pub fn list_all_of(&self, unit: &UnitFacts) -> bool {
        self.ways(DataClass::MemberBasics, Action::See).any(|(way, _)| matches!(way, Way::Unit(own) if unit.units.contains(&own)))
    }

    /// Whether any mandate lets its holder see the imports of the registry, and say yes or no to a held one.
    pub fn may_administer_registry(&self) -> bool {
        self.any_way(DataClass::Registry, Action::Change)
    }
}

#[cfg(test)]
mod tests;
