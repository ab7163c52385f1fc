//! Which offices see a case without taking part in it, whatever the table says.

use serde::{Deserialize, Serialize};

use crate::cases::Sensitivity;
use crate::org::{Office, OfficeFacts, UnitKind};

use super::{Action, Breadth, DataClass, Policy};

/// Who beside those who work on a case sees it, by office.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audience {
    /// Offices whose holders may read it.
    pub read: Vec<Office>,
    /// Offices whose holders only know that it exists.
    pub know: Vec<Office>,
}

impl Policy {
    /// The offices that reach a case of this sensitivity by where they are held; `above` are the kinds of the unit that
    /// has the case and of every unit above it. Whether anybody holds the office there just now does not matter: the
    /// next one who does will see the case.
    pub fn audience(&self, sensitivity: Sensitivity, above: &[UnitKind]) -> Audience {
        let reaches = |facts: &OfficeFacts, class: DataClass| {
            self.rules_of(facts.office).any(|rule| {
                let there = match rule.breadth {
                    Breadth::Unit => facts.held_at.iter().any(|kind| above.contains(kind)),
                    Breadth::Employer => true,
                    Breadth::Own | Breadth::Named | Breadth::Workplace => false,
                };
                (rule.class, rule.action) == (class, Action::See) && there
            })
        };
        let mut audience = Audience::default();
        for facts in self.offices().iter() {
            if reaches(facts, DataClass::contents(sensitivity)) {
                audience.read.push(facts.office);
            } else if reaches(facts, DataClass::existence(sensitivity)) {
                audience.know.push(facts.office);
            }
        }
        audience
    }
}
