//! The server functions of a case's status.

use domain::FieldErrors;
use domain::drafts::Kept;
use domain::lifecycle::{CaseNow, CloseTyped, ReopenTyped, WaitTyped};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    super::text,
    crate::cx::{ServerCx, answer, fresh_key},
    crate::routes::{self, Done},
    domain::CaseId,
    domain::drafts::DraftForm,
    domain::lifecycle::Transition,
    serde::de::DeserializeOwned,
    store::StoreError,
    store::drafts::Draft,
    store::lifecycle::Sent,
};

/// What a form that takes a case to another status shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepForm<T> {
    /// The case.
    pub now: CaseNow,
    /// A fresh key, so that sending twice does it once.
    pub key: String,
    /// What was typed before.
    pub typed: T,
    /// What was wrong with it.
    pub errors: FieldErrors,
    /// When that was kept, if it was typed before now.
    pub kept: Option<Kept>,
    /// Whether something has happened in the case since.
    pub too_late: bool,
}

/// What somebody has begun to write in a case, and not sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Begun {
    /// A note.
    Note,
    /// A change to a note.
    Change,
    /// Something to add to a note.
    Addition,
    /// Contact with somebody.
    Contact,
    /// A decision.
    Decision,
    /// A task.
    Task,
    /// A letter.
    Letter,
    /// A call, minutes or a protocol.
    Meeting,
}

/// The same, and where it is gone on with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsent {
    /// What.
    pub what: Begun,
    /// Where.
    pub href: String,
}

/// What the form that closes a case shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CloseForm {
    /// As the others.
    pub form: StepForm<CloseTyped>,
    /// What the viewer has not sent.
    pub unsent: Vec<Unsent>,
}

#[cfg(feature = "ssr")]
async fn open<T: DeserializeOwned>(case: &str, transition: Transition, fresh: impl FnOnce(&CaseNow) -> T) -> Result<StepForm<T>, AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    let now = cx.answer(cx.store.case_now(viewer, case, transition).await)?;
    let (draft, kept) = cx.draft::<(i32, T)>(DraftForm::Move(case, transition)).await?;
    let key = fresh_key();
    Ok(match draft {
        Some(Draft { typed: (version, typed), errors }) => StepForm { key, typed, errors, kept, too_late: version != now.version, now },
        None => StepForm { key, typed: fresh(&now), errors: FieldErrors::default(), kept, too_late: false, now },
    })
}

/// Which form was sent, and from which version of the case.
#[cfg(feature = "ssr")]
struct Posted {
    cx: ServerCx,
    case: CaseId,
    draft: String,
    version: i32,
    key: domain::IdempotencyKey,
}

#[cfg(feature = "ssr")]
impl Posted {
    fn of(case: &str, transition: Transition, version: i32, key: &str) -> Result<Self, AppError> {
        let cx = ServerCx::require()?;
        let case = case.parse().map_err(|_| answer(AppError::NotFound))?;
        let key = key.parse().map_err(|_| answer(AppError::NotFound))?;
        Ok(Self { cx, case, draft: DraftForm::Move(case, transition).to_string(), version, key })
    }

    fn sent(&self) -> Sent<'_> {
        Sent { version: self.version, key: self.key, draft: &self.draft }
    }

    /// Goes to the case with a word about it; or keeps what was refused, and what was typed for a case in which something
    /// has happened meanwhile, and goes back to the form.
    async fn done<T: Serialize + Sync>(self, result: Result<(), StoreError>, typed: T, done: Done, form: &str) -> Result<(), AppError> {
        let errors = match result {
            Err(StoreError::Invalid(errors)) => errors,
            Err(StoreError::Conflict) => FieldErrors::default(),
            result => {
                self.cx.answer(result)?;
                leptos_axum::redirect(&routes::case_after(self.case, done));
                return Ok(());
            }
        };
        let draft = Draft { typed: (self.version, typed), errors };
        self.cx.answer(self.cx.store.keep_draft(self.cx.viewer()?, &self.draft, &draft).await)?;
        leptos_axum::redirect(form);
        Ok(())
    }
}

/// The form that sets a case to wait; of one that waits, as it waits now.
#[server(endpoint = "lifecycle/wait-form")]
pub async fn open_wait_form(case: String) -> Result<StepForm<WaitTyped>, AppError> {
    let fresh = |now: &CaseNow| match &now.waiting {
        Some(waiting) => WaitTyped {
            waiting_for: waiting.for_whom.to_string(),
            waiting_note: waiting.note.clone().unwrap_or_default(),
            waiting_until: format!("{}.{}.{}", waiting.until.day(), waiting.until.month(), waiting.until.year()),
        },
        None => WaitTyped::default(),
    };
    open(&case, Transition::Wait, fresh).await
}

/// The form that closes a case.
#[server(endpoint = "lifecycle/close-form")]
pub async fn open_close_form(case: String) -> Result<CloseForm, AppError> {
    let form = open(&case, Transition::Close, |_| CloseTyped::default()).await?;
    let cx = ServerCx::require()?;
    let case = form.now.case;
    let names = [
        DraftForm::NewNote(case).to_string(),
        format!("addition/{case}"),
        DraftForm::Contact(case).to_string(),
        DraftForm::Decision(case).to_string(),
        DraftForm::NewTask(case).to_string(),
        domain::drafts::of_letters(case),
        domain::drafts::of_meetings(case),
    ];
    let begun = cx.answer(cx.store.draft_names(cx.viewer()?, &names).await)?;
    let mut unsent: Vec<Unsent> = begun.iter().filter_map(|name| unsent(name)).collect();
    unsent.dedup();
    Ok(CloseForm { form, unsent })
}

/// What a draft of a form in this case is, by its name.
#[cfg(feature = "ssr")]
fn unsent(name: &str) -> Option<Unsent> {
    let form: DraftForm = name.parse().ok()?;
    let what = match form {
        DraftForm::NewNote(_) => Begun::Note,
        DraftForm::ChangedNote(..) => Begun::Change,
        DraftForm::Addition(..) => Begun::Addition,
        DraftForm::Contact(_) => Begun::Contact,
        DraftForm::Decision(_) => Begun::Decision,
        DraftForm::NewTask(_) => Begun::Task,
        DraftForm::Letter(case, _) => return Some(Unsent { what: Begun::Letter, href: routes::letters(case) }),
        DraftForm::Call(_) => Begun::Meeting,
        DraftForm::ChangedCall(case, id)
        | DraftForm::Minutes(case, id)
        | DraftForm::Protocol(case, id, ..)
        | DraftForm::Signature(case, id) => return Some(Unsent { what: Begun::Meeting, href: routes::meeting(case, id) }),
        _ => return None,
    };
    Some(Unsent { what, href: routes::draft_form(form) })
}

/// The form that opens a case again.
#[server(endpoint = "lifecycle/reopen-form")]
pub async fn open_reopen_form(case: String) -> Result<StepForm<ReopenTyped>, AppError> {
    open(&case, Transition::Reopen, |_| ReopenTyped::default()).await
}

/// Sets a case to wait; or keeps what was typed, and shows the form again.
#[server(endpoint = "lifecycle/wait")]
pub async fn set_to_wait(
    case: String,
    key: String,
    #[server(default)] version: i32,
    #[server(default)] waiting_for: String,
    #[server(default)] waiting_note: String,
    #[server(default)] waiting_until: String,
) -> Result<(), AppError> {
    let posted = Posted::of(&case, Transition::Wait, version, &key)?;
    let (viewer, store) = (posted.cx.viewer()?, &posted.cx.store);
    posted.cx.answer(store.may_move(viewer, posted.case, Transition::Wait).await)?;
    let typed = WaitTyped { waiting_for, waiting_note, waiting_until };
    let result = match typed.check(viewer.today()) {
        Ok(new) => store.set_to_wait(viewer, posted.case, posted.sent(), new).await,
        Err(errors) => Err(StoreError::Invalid(errors)),
    };
    let form = routes::set_to_wait(posted.case);
    posted.done(result, typed, Done::Waits, &form).await
}

/// Goes on with a case that waits.
#[server(endpoint = "lifecycle/go-on")]
pub async fn go_on(case: String, key: String, #[server(default)] version: i32) -> Result<(), AppError> {
    let posted = Posted::of(&case, Transition::GoOn, version, &key)?;
    let result = posted.cx.store.go_on(posted.cx.viewer()?, posted.case, posted.sent()).await;
    let done = match result {
        Err(StoreError::Conflict) => Done::CaseChanged,
        result => posted.cx.answer(result).map(|()| Done::WentOn)?,
    };
    leptos_axum::redirect(&routes::case_after(posted.case, done));
    Ok(())
}

/// Closes a case; or keeps what was typed, and shows the form again.
#[server(endpoint = "lifecycle/close")]
pub async fn close_case(
    case: String,
    key: String,
    #[server(default)] version: i32,
    #[server(default)] outcome: String,
    #[server(default)] what_agreed: String,
    #[server(default)] follow_up: String,
    #[server(default)] follow_up_on: String,
    #[server(default)] follow_up_by: String,
    #[server(default)] open_tasks: String,
) -> Result<(), AppError> {
    let posted = Posted::of(&case, Transition::Close, version, &key)?;
    let (viewer, store) = (posted.cx.viewer()?, &posted.cx.store);
    let now = posted.cx.answer(store.case_now(viewer, posted.case, Transition::Close).await)?;
    let typed = CloseTyped { outcome, what_agreed, follow_up, follow_up_on, follow_up_by, open_tasks };
    // Of a case that is closed already, there is nothing to decide about its tasks.
    let open = now.possible && !now.open_tasks.is_empty();
    let result = match typed.check(&now.outcomes, open, viewer.today()) {
        Ok(new) => store.close_case(viewer, posted.case, posted.sent(), new, &text::dropped_with_case(posted.cx.lang)).await,
        Err(errors) => Err(StoreError::Invalid(errors)),
    };
    let form = routes::close_case(posted.case);
    posted.done(result, typed, Done::Closed, &form).await
}

/// Opens a case again; or keeps what was typed, and shows the form again.
#[server(endpoint = "lifecycle/reopen")]
pub async fn reopen_case(
    case: String,
    key: String,
    #[server(default)] version: i32,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    let posted = Posted::of(&case, Transition::Reopen, version, &key)?;
    let (viewer, store) = (posted.cx.viewer()?, &posted.cx.store);
    posted.cx.answer(store.may_move(viewer, posted.case, Transition::Reopen).await)?;
    let typed = ReopenTyped { reason };
    let result = match typed.check() {
        Ok(reason) => store.reopen_case(viewer, posted.case, posted.sent(), &reason).await,
        Err(errors) => Err(StoreError::Invalid(errors)),
    };
    let form = routes::reopen_case(posted.case);
    posted.done(result, typed, Done::Reopened, &form).await
}
