//! "Why do I see this?": the facts of the answer, from the rule that decided.

use crate::Date;
use crate::org::Office;

use super::Grant;

/// The mandate that let the viewer in; the catalogue makes the sentence.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Why {
    /// The office that gave access.
    pub office: Office,
    /// The unit where it is held.
    pub unit: String,
    /// Its last day, if one is set.
    pub until: Option<Date>,
}

impl From<&Grant> for Why {
    fn from(grant: &Grant) -> Self {
        Self { office: grant.office, unit: grant.unit_name.clone(), until: grant.until }
    }
}
