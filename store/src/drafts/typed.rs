//! What the draft of a form says when these fields were sent: the same as when the form itself was refused, so that its
//! page opens both in one way.

use std::collections::BTreeMap;

use domain::address::pairs;
use domain::cases::QuestionId;
use domain::drafts::{DraftForm, VERSION, Versioned};
use domain::entries::{ContactTyped, DecisionTyped};
use domain::letters::{LetterTyped, Template};
use domain::lifecycle::{CloseTyped, ReopenTyped, Transition, WaitTyped};
use domain::meetings::{MeetingTyped, PointTyped, RecordTyped, Step, StepTyped, TheirSignatureTyped};
use domain::members::ExportTyped;
use domain::notes::NoteTyped;
use domain::participants::{ConflictTyped, ParticipantTyped};
use domain::tasks::NewTaskTyped;
use domain::{Field, FieldErrors};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::StoreError;

/// How deep the names of fields go, as in `actions[0][what]`: so deep do server functions read them.
const DEPTH: usize = 5;

/// What the form's draft says. `before` is what it said, of which a new case keeps its other steps; `template` is that of a
/// letter, which has no other fields.
pub(super) fn typed(form: DraftForm, posted: &str, before: Option<&Value>, template: Option<&Template>) -> Result<Value, StoreError> {
    match form {
        DraftForm::NewNote(_) | DraftForm::ChangedNote(..) | DraftForm::Addition(..) => written(read::<NoteTyped>(posted)?),
        DraftForm::Contact(_) => written(read::<ContactTyped>(posted)?),
        DraftForm::Decision(_) => written(read::<DecisionTyped>(posted)?),
        DraftForm::NewCase(_) => new_case(posted, before),
        DraftForm::Call(_) | DraftForm::ChangedCall(..) => versioned(posted, read::<MeetingTyped>(posted)?),
        DraftForm::Minutes(..) => versioned(posted, read::<RecordTyped>(posted)?),
        DraftForm::Protocol(.., step) => versioned(posted, of_step(posted, step)?),
        DraftForm::Signature(..) => versioned(posted, read::<TheirSignatureTyped>(posted)?),
        DraftForm::Letter(..) => {
            let Letter { lang, fields } = read(posted)?;
            // Nobody has asked yet whether it will do.
            let typed = LetterTyped { lang, sent: false, fields };
            written(template.map_or_else(LetterTyped::default, |template| typed.in_form(template)))
        }
        DraftForm::NewTask(_) => written(read::<NewTaskTyped>(posted)?),
        DraftForm::ChangedTask(..) => written((version(posted), read::<NewTaskTyped>(posted)?)),
        DraftForm::Comment(..) => written(field(posted, Field::TaskComment.code()).unwrap_or_default()),
        DraftForm::Dropped(..) => written(field(posted, Field::Reason.code()).unwrap_or_default()),
        DraftForm::Move(_, Transition::Wait | Transition::GoOn) => written((version(posted), read::<WaitTyped>(posted)?)),
        DraftForm::Move(_, Transition::Close) => written((version(posted), read::<CloseTyped>(posted)?)),
        DraftForm::Move(_, Transition::Reopen) => written((version(posted), read::<ReopenTyped>(posted)?)),
        DraftForm::Participant(_) => written(read::<ParticipantTyped>(posted)?),
        DraftForm::Conflict(_) => written(read::<ConflictTyped>(posted)?),
        DraftForm::Whole(_) => written(read::<ExportTyped>(posted)?),
    }
}

/// What stands in a field.
pub(super) fn field(posted: &str, name: &str) -> Option<String> {
    pairs(posted).find_map(|(field, value)| (field == name).then_some(value))
}

/// The version that the form went out from.
pub(super) fn version(posted: &str) -> i32 {
    field(posted, VERSION).and_then(|version| version.parse().ok()).unwrap_or_default()
}

/// The fields as the server function of the form would read them; what is none of the form's is left out.
fn read<T: DeserializeOwned>(posted: &str) -> Result<T, StoreError> {
    serde_qs::Config::new(DEPTH, false).deserialize_str(posted).map_err(|_| StoreError::Invalid(FieldErrors::default()))
}

fn written<T: Serialize>(typed: T) -> Result<Value, StoreError> {
    serde_json::to_value(typed).map_err(|_| StoreError::Inconsistent { table: "drafts", what: "a form that cannot be written down" })
}

fn versioned<T: Serialize>(posted: &str, typed: T) -> Result<Value, StoreError> {
    written(Versioned { typed, version: version(posted) })
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Letter {
    lang: String,
    fields: BTreeMap<String, String>,
}

/// A point stands in the form beside the other fields.
fn of_step(posted: &str, step: Step) -> Result<StepTyped, StoreError> {
    match step {
        Step::Point(_) => Ok(StepTyped { point: read::<PointTyped>(posted)?, ..StepTyped::default() }),
        Step::Head | Step::Result | Step::Comments | Step::Actions => read(posted),
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Answers {
    answers: BTreeMap<String, String>,
}

/// The steps of a new case share one draft: what was not sent stays as it is. A question that was left empty counts as not
/// asked until somebody goes on from it.
fn new_case(posted: &str, before: Option<&Value>) -> Result<Value, StoreError> {
    let mut typed = before.and_then(Value::as_object).cloned().unwrap_or_default();
    for name in [Field::HappenedOn.code(), Field::Description.code()] {
        if let Some(value) = field(posted, name) {
            typed.insert(name.to_owned(), Value::String(value));
        }
    }
    let sent = read::<Answers>(posted)?.answers.into_iter().filter(|(id, _)| id.parse::<QuestionId>().is_ok());
    let answers = typed.entry(Field::Answers.code()).or_insert_with(|| Value::Object(Map::new()));
    if let Value::Object(answers) = answers {
        for (id, answer) in sent {
            if !answer.is_empty() || answers.contains_key(&id) {
                answers.insert(id, Value::String(answer));
            }
        }
    }
    Ok(Value::Object(typed))
}

/// Whether all that is typed stands in what is saved: word for word, or as its beginning. What is empty is not typed.
pub(super) fn stands_in(typed: &Value, saved: &Value) -> bool {
    match (typed, saved) {
        (typed, _) if is_empty(typed) => true,
        (Value::String(typed), Value::String(saved)) => plain(saved).starts_with(plain(typed).trim()),
        (Value::Array(typed), Value::Array(saved)) => typed.iter().all(|one| is_empty(one) || saved.iter().any(|of| stands_in(one, of))),
        (Value::Object(typed), Value::Object(saved)) => {
            filled(typed).all(|(name, one)| stands_in(one, saved.get(name).unwrap_or(&Value::Null)))
        }
        (typed, saved) => typed == saved,
    }
}

/// Whether two say the same. A letter that was sent says so beside, and says no more.
pub(super) fn is_same(one: &Value, other: &Value) -> bool {
    let words = |typed: &Value| {
        let mut typed = typed.clone();
        if let Value::Object(fields) = &mut typed {
            fields.remove("sent");
        }
        typed
    };
    let (one, other) = (words(one), words(other));
    stands_in(&one, &other) && stands_in(&other, &one)
}

fn plain(text: &str) -> String {
    text.replace("\r\n", "\n")
}

fn is_empty(typed: &Value) -> bool {
    match typed {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(all) => all.iter().all(is_empty),
        Value::Object(fields) => filled(fields).next().is_none(),
        Value::Bool(true) | Value::Number(_) => false,
    }
}

/// The fields in which something stands; the id of a line was not typed.
fn filled(fields: &Map<String, Value>) -> impl Iterator<Item = (&String, &Value)> {
    fields.iter().filter(|(name, value)| *name != "id" && !is_empty(value))
}

#[cfg(test)]
mod tests {
    use domain::{CaseId, IdempotencyKey, MeetingId};
    use serde_json::json;
    use uuid::Uuid;

    use super::*;

    const CASE: CaseId = CaseId(Uuid::nil());
    const MEETING: MeetingId = MeetingId(Uuid::nil());

    #[test]
    fn fields_with_an_index_are_read_as_a_server_function_reads_them() {
        let posted =
            "case=x&version=3&came[]=a&came%5B%5D=b&minutes=To+ord&actions%5B0%5D%5Bid%5D=i&actions[0][what]=Ring&actions[1][who]=&x[y]=z";
        let typed = typed(DraftForm::Minutes(CASE, MEETING), posted, None, None).unwrap();
        let kept: Versioned<RecordTyped> = serde_json::from_value(typed).unwrap();
        assert_eq!((kept.version, kept.typed.came, kept.typed.minutes.as_str()), (3, vec!["a".to_owned(), "b".to_owned()], "To ord"));
        assert_eq!((kept.typed.actions.len(), kept.typed.actions[0].what.as_str(), kept.typed.actions[0].id.as_str()), (2, "Ring", "i"));
    }

    #[test]
    fn a_new_case_keeps_its_other_steps() {
        let before = json!({ "member": "m", "description": "Før", "answers": { "en": "1", "to": "2" } });
        let posted = "member=en+annen&answers[en]=&answers[tre]=3&answers[fire]=&answers[IKKE]=x";
        let now = typed(DraftForm::NewCase(IdempotencyKey(Uuid::nil())), posted, Some(&before), None).unwrap();
        assert_eq!(now, json!({ "member": "m", "description": "Før", "answers": { "en": "", "to": "2", "tre": "3" } }));
    }

    #[test]
    fn what_cannot_be_read_is_no_draft() {
        for posted in ["came=a&came[x]=b", "actions[0]=x"] {
            assert!(typed(DraftForm::Minutes(CASE, MEETING), posted, None, None).is_err(), "{posted}");
        }
    }

    #[test]
    fn what_is_typed_stands_in_what_is_saved_or_does_not() {
        let saved = json!({ "minutes": "En\nto tre", "came": ["a", "b"], "actions": [{ "id": "1", "what": "Ring", "who": "" }] });
        for (typed, stands) in [
            (json!({ "minutes": "En\r\nto", "came": [], "actions": [] }), true),
            (json!({ "minutes": "", "came": ["b"], "actions": [{ "id": "2", "what": "Rin" }, { "id": "3", "what": " " }] }), true),
            (json!({ "minutes": "En\nto fire" }), false),
            (json!({ "minutes": "En\nto tre fire" }), false),
            (json!({ "came": ["c"] }), false),
            (json!({ "actions": [{ "what": "Ring", "who": "Jeg" }] }), false),
            (json!({ "hidden": true }), false),
        ] {
            assert_eq!(stands_in(&typed, &saved), stands, "{typed}");
        }
        let sent = json!({ "lang": "nb", "sent": true, "fields": { "a": "En\r\nto" } });
        assert!(is_same(&json!({ "lang": "nb", "sent": false, "fields": { "a": "En\nto", "b": "" } }), &sent));
        assert!(!is_same(&json!({ "lang": "nb", "sent": false, "fields": { "a": "En" } }), &sent));
    }
}
