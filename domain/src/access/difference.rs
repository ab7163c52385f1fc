//! How two versions of the matrix differ, right by right.

use serde::{Deserialize, Serialize};

use crate::org::Office;

use super::{Action, Breadth, DataClass, Policy, Rule};

/// One thing that differs.
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

/// Everything that differs, by office, then in the order of the kinds of data.
pub fn difference(before: &Policy, after: &Policy) -> Vec<Change> {
    let mut changes = Vec::new();
    for office in Office::ALL {
        for class in DataClass::ALL {
            for action in Action::ALL {
                let of = |policy: &Policy| -> Vec<Rule> {
                    policy.rules_of(*office).filter(|rule| (rule.class, rule.action) == (*class, *action)).cloned().collect()
                };
                let differing = cell(of(before), of(after));
                changes.extend(differing.into_iter().map(|what| Change { office: *office, class: *class, action: *action, what }));
            }
        }
    }
    changes
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
