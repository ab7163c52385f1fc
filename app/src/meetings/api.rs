//! The server functions of meetings.

use domain::drafts::DraftForm;
use domain::meetings::{ActionTyped, CasePerson, MeetingTyped, MeetingView, OtherTyped, RecordTyped};
use domain::{CaseId, FieldErrors, MeetingId};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cx::{ServerCx, answer, fresh_key},
    crate::routes::{self, MeetingDone},
    domain::IdempotencyKey,
    store::drafts::Draft,
    store::{StoreError, Viewer},
    uuid::Uuid,
};

/// What the form of a call shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallForm {
    /// The case it is in.
    pub case: CaseId,
    /// The meeting that is changed; none for a new one.
    pub meeting: Option<MeetingId>,
    /// A fresh key, so that sending twice calls one.
    pub key: String,
    /// The version that the form goes out from.
    pub version: i32,
    /// What was typed before, or what is saved.
    pub typed: MeetingTyped,
    /// What was wrong with it.
    pub errors: FieldErrors,
    /// What somebody else has saved since this was begun.
    pub theirs: Option<MeetingTyped>,
    /// Those on the case.
    pub people: Vec<CasePerson>,
    /// When what was typed was kept, if there is anything.
    pub kept: Option<domain::drafts::Kept>,
}

/// What the form of the minutes shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesForm {
    /// The meeting.
    pub meeting: MeetingView,
    /// What was typed before, or what is saved.
    pub typed: RecordTyped,
    /// What was wrong with it.
    pub errors: FieldErrors,
    /// What somebody else has saved since this was begun.
    pub theirs: Option<RecordTyped>,
    /// When what was typed was kept, if there is anything.
    pub kept: Option<domain::drafts::Kept>,
}

/// With more members in a case than these, whoever calls a meeting chooses which of them come.
#[cfg(feature = "ssr")]
const PARTIES_TICKED: usize = 5;

#[cfg(feature = "ssr")]
pub(in crate::meetings) use domain::drafts::Versioned as Kept;

/// The form of a call.
pub(in crate::meetings) fn call_form(case: CaseId, meeting: Option<MeetingId>) -> DraftForm {
    meeting.map_or(DraftForm::Call(case), |meeting| DraftForm::ChangedCall(case, meeting))
}

/// Empty lines that a list of fields ends with.
#[cfg(feature = "ssr")]
const SPARE: usize = 2;

#[cfg(feature = "ssr")]
pub(in crate::meetings) fn parse<T: std::str::FromStr>(id: &str) -> Result<T, AppError> {
    id.parse().map_err(|_| answer(AppError::NotFound))
}

/// The lines in which something was typed, and a few empty ones.
#[cfg(feature = "ssr")]
fn with_spare<T>(mut lines: Vec<T>, is_empty: impl Fn(&T) -> bool, fresh: impl Fn() -> T) -> Vec<T> {
    lines.retain(|line| !is_empty(line));
    let length = (lines.len() + SPARE).min(domain::meetings::LINES_MAX.max(lines.len()));
    lines.resize_with(length, fresh);
    lines
}

#[cfg(feature = "ssr")]
fn fresh_id() -> String {
    Uuid::now_v7().to_string()
}

#[cfg(feature = "ssr")]
fn spare_others(others: Vec<OtherTyped>) -> Vec<OtherTyped> {
    with_spare(others, OtherTyped::is_empty, || OtherTyped { id: fresh_id(), ..OtherTyped::default() })
}

#[cfg(feature = "ssr")]
pub(in crate::meetings) fn spare_actions(actions: Vec<ActionTyped>) -> Vec<ActionTyped> {
    with_spare(actions, ActionTyped::is_empty, || ActionTyped { id: fresh_id(), ..ActionTyped::default() })
}

/// The form of a call: for a new meeting, or one that is changed. `open_first`: a new agenda is made of what is still to be
/// done.
#[server(endpoint = "meetings/form")]
pub async fn open_call_form(
    case: String,
    #[server(default)] meeting: String,
    #[server(default)] open_first: bool,
) -> Result<CallForm, AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let case: CaseId = parse(&case)?;
    let meeting: Option<MeetingId> = if meeting.is_empty() { None } else { Some(parse(&meeting)?) };
    let form = cx.answer(cx.store.meeting_form(viewer, case, meeting).await)?;
    let (draft, kept) = cx.draft::<Kept<MeetingTyped>>(call_form(case, meeting)).await?;
    let (saved, version) = form.saved.unwrap_or_else(|| {
        // Of many, nobody is ticked beforehand.
        let party = |person: &CasePerson| person.what == domain::meetings::OnCase::Party;
        let few = form.people.iter().filter(|person| party(person)).count() <= PARTIES_TICKED;
        let known = |person: &&CasePerson| person.id == viewer.person() || (few && party(person));
        let typed = MeetingTyped {
            called_by: viewer.name().to_owned(),
            ours: form.people.iter().filter(known).map(|person| person.id.to_string()).collect(),
            agenda: if open_first { form.open.join("\n") } else { String::new() },
            ..MeetingTyped::default()
        };
        (typed, 0)
    });
    let (mut typed, errors, theirs) = match draft {
        Some(Draft { typed: Kept { typed, version: from }, errors }) => (typed, errors, (from != version).then_some(saved)),
        None => (saved, FieldErrors::default(), None),
    };
    typed.others = spare_others(typed.others);
    let key = fresh_key();
    Ok(CallForm { case, meeting, key, version, typed, errors, theirs, people: form.people, kept })
}

/// Calls a meeting, or changes the call; or keeps what was typed, and shows the form again. `go`: instead of saving,
/// what is still to be done is put on the agenda, or there is room for more people.
#[server(endpoint = "meetings/save")]
pub async fn save_meeting(
    case: String,
    #[server(default)] meeting: String,
    key: String,
    #[server(default)] version: i32,
    #[server(default)] kind: String,
    #[server(default)] date: String,
    #[server(default)] from: String,
    #[server(default)] to: String,
    #[server(default)] place: String,
    #[server(default)] called_by: String,
    #[server(default)] agenda: String,
    #[server(default)] ours: Vec<String>,
    #[server(default)] hidden: Vec<String>,
    #[server(default)] others: Vec<OtherTyped>,
    #[server(default)] go: String,
) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let case: CaseId = parse(&case)?;
    let meeting: Option<MeetingId> = if meeting.is_empty() { None } else { Some(parse(&meeting)?) };
    let key: IdempotencyKey = parse(&key)?;
    let mut typed = MeetingTyped { kind, date, from, to, place, called_by, agenda, ours, hidden, others };
    let draft = call_form(case, meeting).to_string();
    let back = meeting.map_or_else(|| routes::new_meeting(case, false), |id| routes::change_meeting(case, id));
    let form = match cx.store.meeting_form(viewer, case, meeting).await {
        Err(error @ StoreError::Closed(_)) => return kept(&cx, viewer, &draft, typed, version, error, &back).await,
        form => cx.answer(form)?,
    };
    let people: Vec<_> = form.people.iter().map(|person| person.id).collect();
    let result = match (go.as_str(), typed.check(viewer.today(), &people, Uuid::now_v7)) {
        ("suggest", _) => {
            let missing: Vec<&str> =
                form.open.iter().map(String::as_str).filter(|task| typed.agenda.lines().all(|line| line.trim() != *task)).collect();
            typed.agenda =
                [typed.agenda.trim_end()].into_iter().filter(|agenda| !agenda.is_empty()).chain(missing).collect::<Vec<_>>().join("\n");
            Err(StoreError::Invalid(FieldErrors::default()))
        }
        ("more", _) => Err(StoreError::Invalid(FieldErrors::default())),
        (_, Err(errors)) => Err(StoreError::Invalid(errors)),
        (_, Ok(new)) => match meeting {
            Some(id) => cx.store.change_meeting(viewer, case, id, version, &draft, new).await.map(|()| id),
            None => cx.store.call_meeting(viewer, case, key, &draft, new).await,
        },
    };
    match result {
        Ok(id) => leptos_axum::redirect(&routes::meeting_after(case, id, MeetingDone::Called)),
        Err(error) => {
            let back = if go.is_empty() { back } else { routes::going_on(&back) };
            kept(&cx, viewer, &draft, typed, version, error, &back).await?;
        }
    }
    Ok(())
}

/// Keeps what was typed when it was refused, or when somebody else was quicker, and goes back to the form.
#[cfg(feature = "ssr")]
pub(in crate::meetings) async fn kept<T: Serialize + Send + Sync>(
    cx: &ServerCx,
    viewer: &Viewer,
    draft: &str,
    typed: T,
    version: i32,
    error: StoreError,
    back: &str,
) -> Result<(), AppError> {
    let errors = match error {
        StoreError::Invalid(errors) => errors,
        StoreError::Conflict => FieldErrors::default(),
        error @ StoreError::OtherBody => return cx.saved(Err::<(), _>(error), draft, Kept { typed, version }, back).await.map(drop),
        error @ StoreError::Closed(_) => return cx.answer_or_keep(Err(error), draft, Kept { typed, version }).await,
        error => return cx.answer(Err(error)),
    };
    cx.answer(cx.store.keep_draft(viewer, draft, &Draft { typed: Kept { typed, version }, errors }).await)?;
    leptos_axum::redirect(back);
    Ok(())
}

/// A meeting.
#[server(endpoint = "meetings/view")]
pub async fn meeting(case: String, meeting: String) -> Result<MeetingView, AppError> {
    let cx = ServerCx::require()?;
    let (case, meeting) = (parse(&case)?, parse(&meeting)?);
    cx.answer(cx.store.meeting(cx.viewer()?, case, meeting).await)
}

/// Calls a meeting off.
#[server(endpoint = "meetings/cancel")]
pub async fn cancel_meeting(case: String, meeting: String, version: i32) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let (case, meeting) = (parse(&case)?, parse(&meeting)?);
    let done = done(&cx, cx.store.cancel_meeting(cx.viewer()?, case, meeting, version).await, MeetingDone::Cancelled)?;
    leptos_axum::redirect(&routes::meeting_after(case, meeting, done));
    Ok(())
}

/// What to say of a command that somebody else may have been quicker than.
#[cfg(feature = "ssr")]
pub(in crate::meetings) fn done<T>(cx: &ServerCx, result: Result<T, StoreError>, well: MeetingDone) -> Result<MeetingDone, AppError> {
    match result {
        Ok(_) => Ok(well),
        Err(StoreError::Conflict) => Ok(MeetingDone::Changed),
        Err(StoreError::Invalid(_)) => Ok(MeetingDone::Incomplete),
        Err(error) => cx.answer(Err(error)),
    }
}

/// A meeting in a case that the viewer works on. What was typed is kept when the case is closed; the command says so.
#[cfg(feature = "ssr")]
async fn to_write(cx: &ServerCx, viewer: &Viewer, case: CaseId, id: MeetingId) -> Result<MeetingView, AppError> {
    let meeting = cx.answer(cx.store.meeting(viewer, case, id).await)?;
    cx.answer(cx.store.may_work_on(viewer, case).await).map(|()| meeting)
}

/// The form of the minutes.
#[server(endpoint = "meetings/minutes")]
pub async fn open_minutes(case: String, meeting: String) -> Result<MinutesForm, AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let (case, id) = (parse(&case)?, parse(&meeting)?);
    let meeting = to_write(&cx, viewer, case, id).await?;
    cx.answer(cx.store.may_add_to(viewer, case).await)?;
    let (draft, kept) = cx.draft::<Kept<RecordTyped>>(DraftForm::Minutes(case, id)).await?;
    let saved = match &meeting.record {
        Some(record) => RecordTyped::of(record),
        // Most often everybody comes who was called.
        None => RecordTyped { came: meeting.attendees.iter().map(|one| one.id.to_string()).collect(), ..RecordTyped::default() },
    };
    let (mut typed, errors, theirs) = match draft {
        Some(Draft { typed: Kept { typed, version }, errors }) => (typed, errors, (version != meeting.version).then_some(saved)),
        None => (saved, FieldErrors::default(), None),
    };
    typed.actions = spare_actions(typed.actions);
    Ok(MinutesForm { meeting, typed, errors, theirs, kept })
}

/// Saves the minutes; or keeps what was typed, and shows the form again. `go`: there is room for more to be done.
#[server(endpoint = "meetings/record")]
pub async fn save_minutes(
    case: String,
    meeting: String,
    #[server(default)] version: i32,
    #[server(default)] came: Vec<String>,
    #[server(default)] minutes: String,
    #[server(default)] actions: Vec<ActionTyped>,
    #[server(default)] go: String,
) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let (case, id) = (parse(&case)?, parse(&meeting)?);
    let meeting = to_write(&cx, viewer, case, id).await?;
    let typed = RecordTyped { came, minutes, actions };
    let draft = DraftForm::Minutes(case, id).to_string();
    let called: Vec<Uuid> = meeting.attendees.iter().map(|one| one.id).collect();
    let result = match typed.check(viewer.today(), &called, Uuid::now_v7) {
        _ if go == "more" => Err(StoreError::Invalid(FieldErrors::default())),
        Err(errors) => Err(StoreError::Invalid(errors)),
        Ok(record) => cx.store.record_meeting(viewer, case, id, version, &draft, &record).await,
    };
    match result {
        Ok(()) => leptos_axum::redirect(&routes::meeting_after(case, id, MeetingDone::Recorded)),
        Err(error) => {
            let form = routes::minutes(case, id);
            let back = if go.is_empty() { form } else { routes::going_on(&form) };
            kept(&cx, viewer, &draft, typed, version, error, &back).await?;
        }
    }
    Ok(())
}

/// Makes tasks of what is to be done.
#[server(endpoint = "meetings/make-tasks")]
pub async fn make_tasks(case: String, meeting: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let (case, id) = (parse(&case)?, parse(&meeting)?);
    cx.answer(cx.store.make_meeting_tasks(cx.viewer()?, case, id).await)?;
    leptos_axum::redirect(&routes::meeting_after(case, id, MeetingDone::Tasked));
    Ok(())
}
