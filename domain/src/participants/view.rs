//! What the pages about access to a case read.

use serde::{Deserialize, Serialize};

use crate::access::Why;
use crate::drafts::Kept;
use crate::org::Office;
use crate::{CaseId, Date, FieldErrors, MemberId, Timestamp};

use super::{ConflictTyped, OwnerTyped, ParticipantTyped, Role, Whom};

/// Somebody who may be asked, or kept out, by name and office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// Who.
    pub person: MemberId,
    /// Their name.
    pub name: String,
    /// An office of theirs near the case and where it is held, if they have one.
    pub office: Option<(Office, String)>,
}

/// Somebody who takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// Who.
    pub person: MemberId,
    /// Their name.
    pub name: String,
    /// How.
    pub role: Role,
    /// The last day, if one is set.
    pub until: Option<Date>,
    /// Whether they see the case: somebody without an office that lets them sees nothing, whatever part they were given.
    pub sees: bool,
}

/// Somebody who sees the case by an office, without taking part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Onlooker {
    /// Their name.
    pub name: String,
    /// Whether they read it, or only know that it exists.
    pub reads: bool,
    /// By which office.
    pub why: Why,
}

/// Somebody who must see no trace of the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflicted {
    /// Who.
    pub whom: Whom,
    /// Their name, if the viewer may be told of them; empty otherwise.
    pub name: String,
    /// Why.
    pub reason: String,
    /// Who said so.
    pub made_by: String,
    /// When.
    pub made_at: Timestamp,
    /// Whether the rule that decides was asked now, and says that they see nothing.
    pub holds: bool,
}

/// Who sees a case, by name: exactly those, and nobody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessView {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: i64,
    /// The owner's name.
    pub owner: String,
    /// Whether that is the viewer.
    pub mine: bool,
    /// Whether the viewer may ask others, and keep somebody out.
    pub may_work: bool,
    /// Those who take part.
    pub participants: Vec<Participant>,
    /// Those who see it by an office.
    pub onlookers: Vec<Onlooker>,
    /// How many more see it by an office and are not named to the viewer.
    pub unnamed: u64,
    /// Those who must see no trace of it.
    pub conflicted: Vec<Conflicted>,
}

/// A form about a person: whom one may choose, and what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonForm<T> {
    /// The case.
    pub case: CaseId,
    /// Its version, as the form shows it.
    pub version: i32,
    /// What was looked for.
    pub query: String,
    /// Whom one may choose, those nearest the case first.
    pub candidates: Vec<Candidate>,
    /// Whether there are more.
    pub more: bool,
    /// The numbers of the cases with which this one was merged, of which the viewer may know: what is said of persons in
    /// the one does not hold in the others.
    pub merged: Vec<i64>,
    /// What was typed.
    pub typed: T,
    /// What was wrong with it.
    pub errors: FieldErrors,
    /// When that was kept, if there is anything.
    pub kept: Option<Kept>,
}

/// The form for asking somebody.
pub type ParticipantForm = PersonForm<ParticipantTyped>;
/// The form for giving the case to somebody.
pub type OwnerForm = PersonForm<OwnerTyped>;
/// The form for keeping somebody out.
pub type ConflictForm = PersonForm<ConflictTyped>;
