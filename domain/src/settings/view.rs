//! What the settings pages read.

use serde::{Deserialize, Serialize};

use crate::access::{Difference, Power, Rule, Why};
use crate::mandates::MyMandate;
use crate::org::{Office, OfficeFacts};
use crate::{MemberId, Timestamp};

use super::{At, PolicyTyped, Wrong};

/// One right of an office, with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Right {
    /// What it gives.
    pub power: Power,
    /// Why.
    pub reason: String,
}

impl From<&Rule> for Right {
    fn from(rule: &Rule) -> Self {
        Self { power: rule.power(), reason: rule.reason.clone() }
    }
}

/// An office with all its rights.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeRights {
    /// Which.
    pub facts: OfficeFacts,
    /// What it gives.
    pub rights: Vec<Right>,
}

/// The matrix in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatrixView {
    /// Which version.
    pub version: VersionRow,
    /// By office.
    pub offices: Vec<OfficeRights>,
    /// Whether the viewer may change it.
    pub may_change: bool,
}

/// A version of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionRow {
    /// Its number; 0 is the standard.
    pub version: i32,
    /// When it was put in force, and by whom; `None` for the standard.
    pub made: Option<(Timestamp, String)>,
    /// Why.
    pub note: String,
    /// How many rights and offices differ from the version before.
    pub changes: u64,
    /// Whether it gave more to an office that its maker held.
    pub gave_self: bool,
}

/// All versions that are shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Versions {
    /// Newest first; the standard last, unless there are more than are shown.
    pub rows: Vec<VersionRow>,
    /// Whether there are older ones.
    pub more: bool,
}

/// One version, and what it changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionView {
    /// Which.
    pub row: VersionRow,
    /// How it differs from the one before.
    pub changes: Difference,
    /// Whether it is in force.
    pub in_force: bool,
    /// Whether the viewer may put it in force again.
    pub may_change: bool,
}

/// The form for an office's rights, or for their reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditView {
    /// Whose.
    pub facts: OfficeFacts,
    /// As they are now.
    pub now: Vec<Right>,
    /// Whether a change was begun before, and this is how far it had come.
    pub begun: bool,
    /// As they are ticked.
    pub typed: PolicyTyped,
    /// The ticked rights that need a reason.
    pub new: Vec<Power>,
    /// What is wrong, if it was sent already.
    pub wrong: Vec<(At, Wrong)>,
}

/// The form for a new office, or for one that there is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeForm {
    /// As it is now; `None` for a new one.
    pub now: Option<OfficeFacts>,
    /// Whether this was begun before, and this is how far it had come.
    pub begun: bool,
    /// As it is typed.
    pub typed: PolicyTyped,
    /// What is wrong, if it was sent already.
    pub wrong: Vec<(At, Wrong)>,
}

/// What somebody means to put in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Proposed {
    /// An office that was not there before.
    NewOffice,
    /// Another name for this office, or other facts about it.
    Facts(Office),
    /// Other rights for this office.
    Office(Office),
    /// An earlier version, as a new one; 0 is the standard.
    Version(i32),
}

/// Everything before a new version is put in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckView {
    /// What is to be put in force.
    pub what: Proposed,
    /// The version this was begun from.
    pub base: i32,
    /// The version in force.
    pub now: VersionRow,
    /// What others have changed since `base`.
    pub meanwhile: Difference,
    /// How the matrix would differ from the one in force.
    pub changes: Difference,
    /// What would happen.
    pub dry_run: DryRun,
    /// Whether the viewer holds an office that would get more.
    pub gives_self: bool,
    /// The note as typed.
    pub note: String,
    /// What is wrong, if it was sent already.
    pub wrong: Vec<(At, Wrong)>,
    /// A fresh key, so that sending twice makes one version.
    pub key: String,
}

/// What a matrix would do, tried on those who hold the offices that it changes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DryRun {
    /// By office.
    pub offices: Vec<OfficeTouched>,
}

/// An office whose rights change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeTouched {
    /// Which.
    pub office: Office,
    /// How many persons hold it today.
    pub holders: u64,
    /// Some of them.
    pub sample: Vec<Sampled>,
}

/// What one holder would reach, with every office of theirs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sampled {
    /// Where the office is held.
    pub unit: String,
    /// Now.
    pub before: Reached,
    /// Then.
    pub after: Reached,
}

/// How much somebody reaches, counted exactly. Protected members are in none of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reached {
    /// Members in their list.
    pub members: u64,
    /// Cases they know of, those that they may read among them.
    pub known: u64,
    /// Cases they may read.
    pub read: u64,
}

/// Somebody who holds an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// Who.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// Each office, with the unit's name.
    pub offices: Vec<(Office, String)>,
}

/// Those whom a name fits.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holders {
    /// By name.
    pub found: Vec<Holder>,
    /// Whether there are more than are shown.
    pub more: bool,
}

/// What somebody's offices give them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonView {
    /// Who.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// Each mandate with what it gives.
    pub mandates: Vec<MyMandate>,
    /// What they reach.
    pub reached: Reached,
    /// The answer, when something was asked.
    pub answer: Option<Answer>,
}

/// Whether somebody sees a member or a case, and why. A no says nothing of what there is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// They see this member.
    Member {
        /// The number that was asked about.
        number: String,
        /// Why they see who it is; `None` when they do not, or there is no such member, or nobody may know.
        why: Option<Why>,
        /// Whether they see how to reach the member too.
        contact: bool,
    },
    /// They know of this case.
    Case {
        /// The number that was asked about.
        number: String,
        /// How much of it they see, and why; `None` when they do not know of it, or there is none.
        why: Option<(CaseReach, Why)>,
    },
}

/// How much of a case somebody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CaseReach {
    /// That it exists.
    Knows,
    /// What is in it.
    Reads,
    /// And may add to it.
    Works,
}
