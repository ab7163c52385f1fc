//! "Why do I see this?": the facts of the answer, from the rule that decided.

use crate::Date;
use crate::org::Office;

use super::{Grant, Way};

/// The mandate that let the viewer in, and how; the catalogue makes the sentence.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Why {
    /// The office that gave access.
    pub office: Office,
    /// The unit where it is held.
    pub unit: String,
    /// Its last day, if one is set.
    pub until: Option<Date>,
    /// How it reaches this.
    pub how: How,
}

/// How a mandate reaches something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// Through the unit.
    Unit,
    /// Through the workplace.
    Workplace,
    /// Through the employer.
    Employer,
    /// By being named for a protected member.
    Named,
    /// By owning the case or taking part in it.
    TakingPart,
}

impl Why {
    pub(super) fn new(way: &Way, grant: &Grant) -> Self {
        let how = match way {
            Way::Unit(_) => How::Unit,
            Way::Workplace(..) => How::Workplace,
            Way::Employers(_) => How::Employer,
            Way::Named => How::Named,
            Way::TakingPart => How::TakingPart,
        };
        Self { office: grant.office, unit: grant.unit_name.clone(), until: grant.until, how }
    }
}
