//! A form by where it is sent: for one that comes when its session is over, or when its sender may not send it any more.

use domain::drafts::DraftForm;
use domain::lifecycle::Transition;

use crate::routes;

/// Whether a form with a draft is sent there.
pub fn has_draft(path: &str) -> bool {
    form_at(path).is_some()
}

/// The form that is sent there with these fields.
pub fn form_of(path: &str, field: impl Fn(&str) -> Option<String>) -> Option<DraftForm> {
    form_at(path)?(&field)
}

type Fields<'f> = &'f dyn Fn(&str) -> Option<String>;

fn form_at(path: &str) -> Option<fn(Fields<'_>) -> Option<DraftForm>> {
    Some(match path {
        "/api/notes/add" => |of| Some(DraftForm::NewNote(id(of, "case")?)),
        "/api/notes/change" => |of| Some(DraftForm::ChangedNote(id(of, "case")?, id(of, "note")?)),
        "/api/notes/add-to" => |of| Some(DraftForm::Addition(id(of, "case")?, id(of, "note")?)),
        "/api/entries/contact" => |of| Some(DraftForm::Contact(id(of, "case")?)),
        "/api/entries/decide" => |of| Some(DraftForm::Decision(id(of, "case")?)),
        "/api/cases/new/what" | "/api/cases/new/answers" => |of| Some(DraftForm::NewCase(id(of, "draft")?)),
        "/api/meetings/save" => |of| match of("meeting").filter(|meeting| !meeting.is_empty()) {
            Some(meeting) => Some(DraftForm::ChangedCall(id(of, "case")?, meeting.parse().ok()?)),
            None => Some(DraftForm::Call(id(of, "case")?)),
        },
        "/api/meetings/record" => |of| Some(DraftForm::Minutes(id(of, "case")?, id(of, "meeting")?)),
        "/api/meetings/protocol/save" => {
            |of| Some(DraftForm::Protocol(id(of, "case")?, id(of, "meeting")?, id(of, "number")?, id(of, "step")?))
        }
        "/api/meetings/protocol/note-signature" => |of| Some(DraftForm::Signature(id(of, "case")?, id(of, "meeting")?)),
        "/api/letters/keep" => |of| Some(DraftForm::Letter(id(of, "case")?, id(of, "template")?)),
        "/api/tasks/add" => |of| Some(DraftForm::NewTask(id(of, "case")?)),
        "/api/tasks/change" => |of| Some(DraftForm::ChangedTask(id(of, "case")?, id(of, "task")?)),
        "/api/tasks/comment" => |of| Some(DraftForm::Comment(id(of, "case")?, id(of, "task")?)),
        "/api/tasks/drop" => |of| Some(DraftForm::Dropped(id(of, "case")?, id(of, "task")?)),
        "/api/lifecycle/wait" => |of| Some(DraftForm::Move(id(of, "case")?, Transition::Wait)),
        "/api/lifecycle/close" => |of| Some(DraftForm::Move(id(of, "case")?, Transition::Close)),
        "/api/lifecycle/reopen" => |of| Some(DraftForm::Move(id(of, "case")?, Transition::Reopen)),
        "/api/participants/add" => |of| Some(DraftForm::Participant(id(of, "case")?)),
        "/api/participants/keep-out" => |of| Some(DraftForm::Conflict(id(of, "case")?)),
        routes::WHOLE_CASE_FILE => |of| Some(DraftForm::Whole(id(of, "case")?)),
        _ => return None,
    })
}

fn id<T: std::str::FromStr>(of: Fields<'_>, name: &str) -> Option<T> {
    of(name)?.parse().ok()
}
