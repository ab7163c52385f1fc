//! A form that comes when its session is over: which one it is, by where it was sent.

use domain::drafts::DraftForm;

/// The form that is sent there with these fields.
pub fn form_of(path: &str, field: impl Fn(&str) -> Option<String>) -> Option<DraftForm> {
    fn id<T: std::str::FromStr>(text: Option<String>) -> Option<T> {
        text?.parse().ok()
    }
    let case = || id(field("case"));
    Some(match path {
        "/api/notes/add" => DraftForm::NewNote(case()?),
        "/api/notes/change" => DraftForm::ChangedNote(case()?, id(field("note"))?),
        "/api/notes/add-to" => DraftForm::Addition(case()?, id(field("note"))?),
        "/api/entries/contact" => DraftForm::Contact(case()?),
        "/api/entries/decide" => DraftForm::Decision(case()?),
        "/api/cases/new/what" => DraftForm::NewCase(id(field("draft"))?),
        _ => return None,
    })
}
