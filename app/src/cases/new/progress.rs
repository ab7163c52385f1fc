//! How far a new case has come.

use domain::cases::{CaseKind, Everybody, NewCaseTyped, Person};
use domain::{Date, FieldErrors, Lang, Timestamp};
use serde::{Deserialize, Serialize};

use crate::cases::parts;
use crate::format;

/// How far a new case has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The key of the draft.
    pub draft: String,
    /// What was typed.
    pub typed: NewCaseTyped,
    /// What was refused the last time a step was sent.
    pub errors: FieldErrors,
    /// How many it is about.
    pub kind: CaseKind,
    /// Of those who were chosen, the ones a case may be opened about.
    pub people: Vec<Person>,
    /// The chosen place, if a case may be opened about everybody there.
    pub place: Option<Everybody>,
    /// The day in Oslo.
    pub today: Date,
}

impl Progress {
    /// The chosen member, in a case about one.
    pub(super) fn member_name(&self) -> Option<&str> {
        self.people.first().filter(|_| self.kind == CaseKind::Individual).map(|person| person.name.as_str())
    }

    /// Whether everybody who was chosen may be chosen still.
    pub(super) fn is_known(&self) -> bool {
        match self.kind {
            CaseKind::Individual => !self.people.is_empty(),
            CaseKind::Group => self.people.len() == self.typed.members.len(),
            CaseKind::Collective => self.place.is_some(),
        }
    }

    /// Whom it is about, as a line of the overview says it.
    pub(super) fn whom(&self, lang: Lang) -> Option<String> {
        let names: Vec<&str> = self.people.iter().map(|person| person.name.as_str()).collect();
        let everybody = self.place.as_ref().map(|place| format::sentence(&parts::all_there(lang, place)));
        everybody.or_else(|| (!names.is_empty()).then(|| names.join(", ")))
    }
}

/// A case that was begun and not saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Begun {
    /// The key of the draft.
    pub draft: String,
    /// What was typed.
    pub typed: NewCaseTyped,
    /// When it was last touched.
    pub updated_at: Timestamp,
    /// The day in Oslo.
    pub today: Date,
}
