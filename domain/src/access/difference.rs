//! How two versions of the matrix differ, right by right.

use serde::{Deserialize, Serialize};

use crate::org::{Office, OfficeFacts};

use super::{Action, Breadth, DataClass, Policy, Rule};

/// All that differs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// The offices that are new, or otherwise than before, in their order.
    pub offices: Vec<OfficeChange>,
    /// The rights, by office, then in the order of the kinds of data.
    pub rights: Vec<Change>,
}

impl Difference {
    /// Whether nothing differs.
    pub const fn is_empty(&self) -> bool {
        self.offices.is_empty() && self.rights.is_empty()
    }

    /// How many things differ.
    pub const fn len(&self) -> usize {
        self.offices.len() + self.rights.len()
    }
}

/// One right that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Whose right.
    pub office: Office,
    /// With what.
    pub class: DataClass,
    /// What.
    pub action: Action,
    /// How it differs.
    pub what: What,
}

/// How a right differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// It was not there before.
    Added {
        /// How far it reaches.
        breadth: Breadth,
        /// Why.
        reason: String,
    },
    /// It is there no more.
    Removed {
        /// How far it reached.
        breadth: Breadth,
        /// Why it was there.
        reason: String,
    },
    /// It reaches elsewhere.
    Moved {
        /// How far it reached.
        from: Breadth,
        /// How far it reaches.
        to: Breadth,
        /// Why.
        reason: String,
    },
    /// Only the reason is another.
    Reworded {
        /// How far it reaches.
        breadth: Breadth,
        /// Why.
        reason: String,
    },
}

impl Change {
    /// Whether whoever holds the office may come to see or do more. A reach that only moves is taken for more, unless it
    /// moves to the least there is.
    pub const fn widens(&self) -> bool {
        match self.what {
            What::Added { .. } => true,
            What::Moved { to, .. } => !matches!(to, Breadth::Own | Breadth::Named | Breadth::Workplace),
            What::Removed { .. } | What::Reworded { .. } => false,
        }
    }
}

/// Everything that differs.
pub fn difference(before: &Policy, after: &Policy) -> Difference {
    Difference { offices: office_changes(before, after), rights: changes(before, after) }
}

fn changes(before: &Policy, after: &Policy) -> Vec<Change> {
    let mut changes = Vec::new();
    for office in offices(before, after) {
        for class in DataClass::ALL {
            for action in Action::ALL {
                let of = |policy: &Policy| -> Vec<Rule> {
                    policy.rules_of(office).filter(|rule| (rule.class, rule.action) == (*class, *action)).cloned().collect()
                };
                let differing = cell(of(before), of(after));
                changes.extend(differing.into_iter().map(|what| Change { office, class: *class, action: *action, what }));
            }
        }
    }
    changes
}

/// An office that is new, or otherwise than before. None is ever taken away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeChange {
    /// As it was; `None` for a new one.
    pub before: Option<OfficeFacts>,
    /// As it is.
    pub after: OfficeFacts,
}

fn office_changes(before: &Policy, after: &Policy) -> Vec<OfficeChange> {
    let differing = after.offices().iter().filter(|facts| before.offices().get(facts.office) != Some(facts));
    differing.map(|facts| OfficeChange { before: before.offices().get(facts.office).cloned(), after: facts.clone() }).collect()
}

/// The offices of both, in the order of the later.
fn offices(before: &Policy, after: &Policy) -> Vec<Office> {
    let of = |policy: &Policy| policy.offices().iter().map(|facts| facts.office).collect::<Vec<_>>();
    let gone = of(before).into_iter().filter(|office| after.offices().get(*office).is_none());
    of(after).into_iter().chain(gone).collect()
}

/// One cell of the matrix: how far one office reaches with one action on one kind of data.
fn cell(before: Vec<Rule>, after: Vec<Rule>) -> Vec<What> {
    let has = |rules: &[Rule], breadth| rules.iter().any(|rule| rule.breadth == breadth);
    let removed: Vec<&Rule> = before.iter().filter(|rule| !has(&after, rule.breadth)).collect();
    let added: Vec<&Rule> = after.iter().filter(|rule| !has(&before, rule.breadth)).collect();
    let mut differing = match (removed.as_slice(), added.as_slice()) {
        ([from], [to]) => vec![What::Moved { from: from.breadth, to: to.breadth, reason: to.reason.clone() }],
        (removed, added) => {
            let removed = removed.iter().map(|rule| What::Removed { breadth: rule.breadth, reason: rule.reason.clone() });
            removed.chain(added.iter().map(|rule| What::Added { breadth: rule.breadth, reason: rule.reason.clone() })).collect()
        }
    };
    let reworded = after.iter().filter(|rule| before.iter().any(|old| old.breadth == rule.breadth && old.reason != rule.reason));
    differing.extend(reworded.map(|rule| What::Reworded { breadth: rule.breadth, reason: rule.reason.clone() }));
    differing
}
