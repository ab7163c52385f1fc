//! What pages read of links.

use serde::{Deserialize, Serialize};

use crate::cases::CaseRow;
use crate::lifecycle::CaseNow;
use crate::{CaseId, Code, Date, FieldErrors, Timestamp};

use super::{LinkTyped, Relation};

/// The other end of a link, as much of it as lists show: of a case that one only knows of, not whom it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkRow {
    /// What it is to the case where one stands.
    pub to: Relation,
    /// Since when.
    pub since: Timestamp,
    /// The other case.
    pub case: CaseRow,
}

/// What the form that links a case to another shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkForm {
    /// The case where one stands.
    pub case: CaseId,
    /// Its number.
    pub number: i64,
    /// What it is linked to already.
    pub links: Vec<LinkRow>,
    /// Other cases about the same people that the viewer may read, the latest change first.
    pub others: Vec<CaseRow>,
    /// What was typed before.
    pub typed: LinkTyped,
    /// What was wrong with it.
    pub errors: FieldErrors,
    /// The day in Oslo.
    pub today: Date,
}

/// What the page that merges a case into another shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergeForm {
    /// The case that would end, with what is not finished in it.
    pub now: CaseNow,
    /// The case that would go on; none before its number was typed, or when it will not do.
    pub into: Option<CaseRow>,
    /// Whether somebody is kept out of the one that would end, and so would be of the other too.
    pub keeps_out: bool,
    /// Why the number that was typed will not do.
    pub refused: Option<Code>,
    /// Other cases about the same people into which the viewer may merge this one, the latest change first.
    pub others: Vec<CaseRow>,
}
