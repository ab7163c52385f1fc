//! Mandates, as their holders see them.

mod state;

pub use state::{MandateState, Term, last_day};

use serde::{Deserialize, Serialize};

use crate::Date;
use crate::access::{Grant, Power};
use crate::org::Office;

/// One mandate of the viewer's own, with what it gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyMandate {
    /// The office.
    pub office: Office,
    /// The name of the unit where it is held.
    pub unit: String,
    /// Its last day, if one is set.
    pub until: Option<Date>,
    /// Whether it names a workplace or an employer.
    pub narrowed: bool,
    /// What the policy gives, as it is now.
    pub powers: Vec<Power>,
}

impl From<&Grant> for MyMandate {
    fn from(grant: &Grant) -> Self {
        Self {
            office: grant.office,
            unit: grant.unit_name.clone(),
            until: grant.until,
            narrowed: grant.workplace.is_some(),
            powers: grant.powers.clone(),
        }
    }
}

/// A mandate of the viewer's own that gives nothing today: planned, ended or revoked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherMandate {
    /// The office.
    pub office: Office,
    /// The name of the unit where it is held, or was.
    pub unit: String,
    /// The name of the workplace or employer that it names.
    pub workplace: Option<String>,
    /// Its days.
    pub term: Term,
    /// Where it is in its life.
    pub state: MandateState,
}
