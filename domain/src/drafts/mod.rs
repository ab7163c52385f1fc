//! The forms whose texts are kept while somebody types, by name.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{CaseId, Date, Field, IdempotencyKey, NoteId, OutsiderId, Timestamp};

/// The hidden field that says which version of a note is changed.
pub const VERSION: &str = "version";

/// That there is a draft in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// When it was last touched.
    pub at: Timestamp,
    /// The day in Oslo.
    pub today: Date,
}

/// A form with a long text in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftForm {
    /// A new note in a case.
    NewNote(CaseId),
    /// A change to a note.
    ChangedNote(CaseId, NoteId),
    /// Something to add to a note.
    Addition(CaseId, NoteId),
    /// Contact with somebody about a case.
    Contact(CaseId),
    /// A decision in a case.
    Decision(CaseId),
    /// A new case, by the key that its steps share.
    NewCase(IdempotencyKey),
}

/// Every draft of a new case has a name that begins so.
pub const NEW_CASES: &str = "case/new/";

/// The name of the draft of a new task.
pub fn new_task(case: CaseId) -> String {
    format!("task/{case}")
}

/// The name of the draft of a new link from a case to another.
pub fn new_link(case: CaseId) -> String {
    format!("link/{case}")
}

/// The name of the draft of who a case about several is to be about too, or no more.
pub fn parties(case: CaseId) -> String {
    format!("parties/{case}")
}

/// The name of the draft of somebody else in a case: of a new one, or of a change.
pub fn outsider(case: CaseId, outsider: Option<OutsiderId>) -> String {
    match outsider {
        Some(outsider) => format!("outsider/{case}/{outsider}"),
        None => format!("outsider/{case}"),
    }
}

/// The name of the draft of what a whole case is taken out for.
pub fn whole_case(case: CaseId) -> String {
    format!("whole/{case}")
}

/// How the names of all drafts of meetings in a case begin: calls, minutes, protocols.
pub fn of_meetings(case: CaseId) -> String {
    format!("meeting/{case}")
}

/// Not the name of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a form")]
pub struct UnknownForm;

impl DraftForm {
    /// The case it belongs to, when there is one.
    pub const fn case(self) -> Option<CaseId> {
        match self {
            Self::NewNote(case) | Self::ChangedNote(case, _) | Self::Addition(case, _) | Self::Contact(case) | Self::Decision(case) => {
                Some(case)
            }
            Self::NewCase(_) => None,
        }
    }

    /// The fields of it that are kept, by the names that both the form and the draft have for them.
    pub fn fields(self) -> &'static [&'static str] {
        const NOTE: &[&str] = &[Field::NoteBody.code(), Field::NoteKind.code()];
        const CHANGE: &[&str] = &[Field::NoteBody.code(), Field::NoteKind.code(), VERSION];
        const ADDITION: &[&str] = &[Field::NoteBody.code()];
        const DECISION: &[&str] = &[Field::Decided.code(), Field::Reason.code(), Field::DecisionBy.code()];
        const CASE: &[&str] = &[Field::HappenedOn.code(), Field::Description.code()];
        const CONTACT: &[&str] = &[
            Field::ContactWay.code(),
            Field::ContactWith.code(),
            Field::ContactWho.code(),
            Field::ContactDate.code(),
            Field::ContactTime.code(),
            Field::ContactSaid.code(),
        ];
        match self {
            Self::NewNote(_) => NOTE,
            Self::ChangedNote(..) => CHANGE,
            Self::Addition(..) => ADDITION,
            Self::Contact(_) => CONTACT,
            Self::Decision(_) => DECISION,
            Self::NewCase(_) => CASE,
        }
    }
}

impl fmt::Display for DraftForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NewNote(case) => write!(f, "note/{case}"),
            Self::ChangedNote(case, note) => write!(f, "note/{case}/{note}"),
            Self::Addition(case, note) => write!(f, "addition/{case}/{note}"),
            Self::Contact(case) => write!(f, "contact/{case}"),
            Self::Decision(case) => write!(f, "decision/{case}"),
            Self::NewCase(key) => write!(f, "{NEW_CASES}{key}"),
        }
    }
}

impl FromStr for DraftForm {
    type Err = UnknownForm;

    fn from_str(name: &str) -> Result<Self, UnknownForm> {
        let steps: Vec<&str> = name.split('/').collect();
        let form = match steps.as_slice() {
            ["note", case] => Self::NewNote(id(case)?),
            ["note", case, note] => Self::ChangedNote(id(case)?, id(note)?),
            ["addition", case, note] => Self::Addition(id(case)?, id(note)?),
            ["contact", case] => Self::Contact(id(case)?),
            ["decision", case] => Self::Decision(id(case)?),
            ["case", "new", key] => Self::NewCase(id(key)?),
            _ => return Err(UnknownForm),
        };
        // A form has one name, however else an id can be written.
        if form.to_string() == name { Ok(form) } else { Err(UnknownForm) }
    }
}

fn id<T: FromStr>(text: &str) -> Result<T, UnknownForm> {
    text.parse().map_err(|_| UnknownForm)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn each_form_has_one_name_and_is_found_by_it() {
        let (case, note, key) = (CaseId(Uuid::from_u128(1)), NoteId(Uuid::from_u128(2)), IdempotencyKey(Uuid::from_u128(3)));
        let forms = [
            DraftForm::NewNote(case),
            DraftForm::ChangedNote(case, note),
            DraftForm::Addition(case, note),
            DraftForm::Contact(case),
            DraftForm::Decision(case),
            DraftForm::NewCase(key),
        ];
        let names: std::collections::BTreeSet<String> = forms.iter().map(DraftForm::to_string).collect();
        assert_eq!(names.len(), forms.len());
        for form in forms {
            assert_eq!(form.to_string().parse(), Ok(form));
            assert_eq!(form.to_string().to_uppercase().parse::<DraftForm>(), Err(UnknownForm));
        }
        for name in ["", "note", "note/", "note/x", "office/new", "note/00000000000000000000000000000001", "task/a", "case/new"] {
            assert_eq!(name.parse::<DraftForm>(), Err(UnknownForm), "{name}");
        }
    }
}
