//! The forms whose texts are kept while somebody types, by name.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::letters::TemplateCode;
use crate::lifecycle::Transition;
use crate::meetings::Step;
use crate::{CaseId, Date, IdempotencyKey, MeetingId, NoteId, OutsiderId, TaskId, Timestamp};

/// The hidden field that says which version of something is changed.
pub const VERSION: &str = "version";

/// That there is a draft in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// When it was last touched.
    pub at: Timestamp,
    /// The day in Oslo.
    pub today: Date,
}

/// What was typed in a form, and the version of what it changes that the form went out from: one that somebody has changed
/// since stands beside it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Versioned<T> {
    /// What was typed.
    pub typed: T,
    /// The version.
    pub version: i32,
}

/// A form whose fields are kept while somebody types. Each has a name, under which its draft is kept, and the names of those
/// about a case have the case's id in them.
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
    /// The call of a new meeting.
    Call(CaseId),
    /// A change to the call of a meeting.
    ChangedCall(CaseId, MeetingId),
    /// The minutes of a meeting.
    Minutes(CaseId, MeetingId),
    /// A step of a version of a meeting's protocol.
    Protocol(CaseId, MeetingId, i32, Step),
    /// The other side's signature of a meeting's protocol.
    Signature(CaseId, MeetingId),
    /// A letter.
    Letter(CaseId, TemplateCode),
    /// A new task.
    NewTask(CaseId),
    /// A change to a task.
    ChangedTask(CaseId, TaskId),
    /// A comment on a task.
    Comment(CaseId, TaskId),
    /// Why a task is dropped.
    Dropped(CaseId, TaskId),
    /// What is said when a case is set to wait, closed or opened again.
    Move(CaseId, Transition),
    /// Whom one asks to take part.
    Participant(CaseId),
    /// Whom one keeps out, and why.
    Conflict(CaseId),
    /// What a whole case is taken out for.
    Whole(CaseId),
}

/// Every draft of a new case has a name that begins so.
pub const NEW_CASES: &str = "case/new/";

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

/// How the names of all drafts of meetings in a case begin: calls, minutes, protocols.
pub fn of_meetings(case: CaseId) -> String {
    format!("meeting/{case}")
}

/// How the names of all drafts of letters in a case begin.
pub fn of_letters(case: CaseId) -> String {
    format!("letter/{case}")
}

/// Not the name of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a form")]
pub struct UnknownForm;

impl DraftForm {
    /// The case it belongs to, when there is one.
    pub const fn case(self) -> Option<CaseId> {
        match self {
            Self::NewNote(case)
            | Self::ChangedNote(case, _)
            | Self::Addition(case, _)
            | Self::Contact(case)
            | Self::Decision(case)
            | Self::Call(case)
            | Self::ChangedCall(case, _)
            | Self::Minutes(case, _)
            | Self::Protocol(case, ..)
            | Self::Signature(case, _)
            | Self::Letter(case, _)
            | Self::NewTask(case)
            | Self::ChangedTask(case, _)
            | Self::Comment(case, _)
            | Self::Dropped(case, _)
            | Self::Move(case, _)
            | Self::Participant(case)
            | Self::Conflict(case)
            | Self::Whole(case) => Some(case),
            Self::NewCase(_) => None,
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
            Self::Call(case) => write!(f, "meeting/{case}/call"),
            Self::ChangedCall(case, meeting) => write!(f, "meeting/{case}/{meeting}/call"),
            Self::Minutes(case, meeting) => write!(f, "meeting/{case}/{meeting}/minutes"),
            Self::Protocol(case, meeting, number, step) => write!(f, "meeting/{case}/{meeting}/protocol/{number}/{step}"),
            Self::Signature(case, meeting) => write!(f, "meeting/{case}/{meeting}/signature"),
            Self::Letter(case, template) => write!(f, "letter/{case}/{template}"),
            Self::NewTask(case) => write!(f, "task/{case}"),
            Self::ChangedTask(case, task) => write!(f, "task-change/{case}/{task}"),
            Self::Comment(case, task) => write!(f, "task-comment/{case}/{task}"),
            Self::Dropped(case, task) => write!(f, "task-drop/{case}/{task}"),
            Self::Move(case, transition) => write!(f, "lifecycle/{transition}/{case}"),
            Self::Participant(case) => write!(f, "participants/add/{case}"),
            Self::Conflict(case) => write!(f, "participants/keep-out/{case}"),
            Self::Whole(case) => write!(f, "whole/{case}"),
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
            ["meeting", case, "call"] => Self::Call(id(case)?),
            ["meeting", case, meeting, "call"] => Self::ChangedCall(id(case)?, id(meeting)?),
            ["meeting", case, meeting, "minutes"] => Self::Minutes(id(case)?, id(meeting)?),
            ["meeting", case, meeting, "protocol", number, step] => Self::Protocol(id(case)?, id(meeting)?, id(number)?, id(step)?),
            ["meeting", case, meeting, "signature"] => Self::Signature(id(case)?, id(meeting)?),
            ["letter", case, template] => Self::Letter(id(case)?, id(template)?),
            ["task", case] => Self::NewTask(id(case)?),
            ["task-change", case, task] => Self::ChangedTask(id(case)?, id(task)?),
            ["task-comment", case, task] => Self::Comment(id(case)?, id(task)?),
            ["task-drop", case, task] => Self::Dropped(id(case)?, id(task)?),
            ["lifecycle", transition, case] => Self::Move(id(case)?, id(transition)?),
            ["participants", "add", case] => Self::Participant(id(case)?),
            ["participants", "keep-out", case] => Self::Conflict(id(case)?),
            ["whole", case] => Self::Whole(id(case)?),
            _ => return Err(UnknownForm),
        };
        // To go on takes no words; and a form has one name, however else an id can be written.
        let typed = !matches!(form, Self::Move(_, Transition::GoOn));
        if typed && form.to_string() == name { Ok(form) } else { Err(UnknownForm) }
    }
}

fn id<T: FromStr>(text: &str) -> Result<T, UnknownForm> {
    text.parse().map_err(|_| UnknownForm)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::Templates;
    use uuid::Uuid;

    #[test]
    fn each_form_has_one_name_and_is_found_by_it() {
        let (case, note, key) = (CaseId(Uuid::from_u128(1)), NoteId(Uuid::from_u128(2)), IdempotencyKey(Uuid::from_u128(3)));
        let (meeting, task) = (MeetingId(Uuid::from_u128(4)), TaskId(Uuid::from_u128(5)));
        let mut forms = vec![
            DraftForm::NewNote(case),
            DraftForm::ChangedNote(case, note),
            DraftForm::Addition(case, note),
            DraftForm::Contact(case),
            DraftForm::Decision(case),
            DraftForm::NewCase(key),
            DraftForm::Call(case),
            DraftForm::ChangedCall(case, meeting),
            DraftForm::Minutes(case, meeting),
            DraftForm::Protocol(case, meeting, 1, Step::Point(2)),
            DraftForm::Protocol(case, meeting, 2, Step::Point(1)),
            DraftForm::Protocol(case, meeting, 1, Step::Head),
            DraftForm::Signature(case, meeting),
            DraftForm::NewTask(case),
            DraftForm::ChangedTask(case, task),
            DraftForm::Comment(case, task),
            DraftForm::Dropped(case, task),
            DraftForm::Move(case, Transition::Wait),
            DraftForm::Move(case, Transition::Close),
            DraftForm::Move(case, Transition::Reopen),
            DraftForm::Participant(case),
            DraftForm::Conflict(case),
            DraftForm::Whole(case),
        ];
        forms.extend(Templates::standard().iter().map(|template| DraftForm::Letter(case, template.code)));
        let names: std::collections::BTreeSet<String> = forms.iter().map(DraftForm::to_string).collect();
        assert_eq!(names.len(), forms.len());
        for form in forms {
            let named = form.case().is_none_or(|case| form.to_string().contains(&case.to_string()));
            assert!(named, "{form} has the id of its case in its name: those who are kept out of the case lose it by that");
            assert_eq!(form.to_string().parse(), Ok(form));
            assert_eq!(form.to_string().to_uppercase().parse::<DraftForm>(), Err(UnknownForm));
        }
        for name in ["", "note", "note/", "note/x", "office/new", "note/00000000000000000000000000000001", "task/a", "case/new"] {
            assert_eq!(name.parse::<DraftForm>(), Err(UnknownForm), "{name}");
        }
        for name in
            [format!("lifecycle/go_on/{case}"), format!("letter/{case}/ukjent"), format!("meeting/{case}/{meeting}/protocol/01/hvem")]
        {
            assert_eq!(name.parse::<DraftForm>(), Err(UnknownForm), "{name}");
        }
    }
}
