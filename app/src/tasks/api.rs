//! The server functions of tasks.

use domain::drafts::Kept;
use domain::tasks::{NewTaskTyped, TaskForm, TaskView, Worker};
use domain::{CaseId, FieldErrors};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cx::{ServerCx, answer},
    crate::routes::{self, Done, TaskDone},
    domain::TaskId,
    domain::drafts::DraftForm,
    domain::tasks::{check_comment, check_reason},
    store::StoreError,
    store::drafts::Draft,
};

/// What the form for a new task shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewTaskForm {
    /// The case it will be in.
    pub case: CaseId,
    /// Those to whom it can be given, the viewer first.
    pub workers: Vec<Worker>,
    /// A fresh key, so that sending twice makes one.
    pub key: String,
    /// What was typed before.
    pub typed: NewTaskTyped,
    /// What was wrong with it.
    pub errors: FieldErrors,
    /// When that was kept, if there is anything.
    pub kept: Option<Kept>,
}

#[cfg(feature = "ssr")]
fn form(case: CaseId) -> String {
    DraftForm::NewTask(case).to_string()
}

#[cfg(feature = "ssr")]
fn ids(case: &str, task: &str) -> Result<(CaseId, TaskId), AppError> {
    let not_found = || answer(AppError::NotFound);
    Ok((case.parse().map_err(|_| not_found())?, task.parse().map_err(|_| not_found())?))
}

/// The form, with what was typed before.
#[server(endpoint = "tasks/form")]
pub async fn open_task_form(case: String) -> Result<NewTaskForm, AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    let workers = cx.answer(cx.store.workers_on(viewer, case).await)?;
    let (draft, kept) = cx.draft(DraftForm::NewTask(case)).await?;
    let Draft { typed, errors } = draft.unwrap_or_default();
    Ok(NewTaskForm { case, workers, key: uuid::Uuid::new_v4().to_string(), typed, errors, kept })
}

/// Saves a task; or keeps what was typed, and shows the form again.
#[server(endpoint = "tasks/add")]
pub async fn add_task(
    case: String,
    key: String,
    #[server(default)] title: String,
    #[server(default)] due: String,
    #[server(default)] details: String,
    #[server(default)] given_to: String,
    #[server(default)] repeat: String,
) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    let key = key.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.may_work_on(viewer, case).await)?;
    let typed = NewTaskTyped { title, due, details, given_to, repeat };
    let saved = match typed.check(viewer.today()) {
        Ok(new) => {
            let for_me = new.owner.is_none_or(|owner| owner == viewer.person());
            cx.store.add_task(viewer, case, key, &form(case), new).await.map(|()| for_me)
        }
        Err(errors) => Err(StoreError::Invalid(errors)),
    };
    match saved {
        Err(StoreError::Invalid(errors)) => {
            cx.answer(cx.store.keep_draft(viewer, &form(case), &Draft { typed, errors }).await)?;
            leptos_axum::redirect(&routes::new_task(case));
        }
        saved => {
            if let Some(for_me) = cx.saved(saved, &form(case), typed, &routes::new_task(case)).await? {
                let done = if for_me { Done::Tasked } else { Done::Given };
                leptos_axum::redirect(&routes::case_after(case, done));
            }
        }
    }
    Ok(())
}

/// Ticks a task off, or takes the tick back, and says whether it did: `false` when somebody else had changed the task.
/// `version` is the one that was shown; `to` is where the form stood.
#[server(endpoint = "tasks/tick")]
pub async fn tick_task(
    case: String,
    task: String,
    version: i32,
    #[server(default)] done: bool,
    #[server(default)] to: String,
) -> Result<bool, AppError> {
    let cx = ServerCx::require()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    let task = task.parse().map_err(|_| answer(AppError::NotFound))?;
    let after = match cx.store.tick_task(cx.viewer()?, case, task, done, version).await {
        Err(StoreError::Conflict) => Done::Changed,
        result => cx.answer(result).map(|()| Done::Ticked)?,
    };
    match routes::own_path(&to) {
        Some(to) if after == Done::Ticked => leptos_axum::redirect(to),
        _ => leptos_axum::redirect(&routes::case_after(case, after)),
    }
    Ok(after == Done::Ticked)
}

/// What the page of one task shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskSeen {
    /// The task.
    pub task: TaskView,
    /// A fresh key, so that a comment sent twice is one.
    pub key: String,
    /// A comment that was typed before, and what was wrong with it.
    pub comment: (String, FieldErrors),
    /// When that was kept, if there is anything.
    pub comment_kept: Option<Kept>,
    /// A reason for dropping it that was typed before, and what was wrong with it.
    pub reason: (String, FieldErrors),
    /// When that was kept, if there is anything.
    pub reason_kept: Option<Kept>,
}

/// One task.
#[server(endpoint = "tasks/view")]
pub async fn task(case: String, task: String) -> Result<TaskSeen, AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let (case, id) = ids(&case, &task)?;
    let task = cx.answer(cx.store.task(viewer, case, id).await)?;
    let (mut comment, mut reason) = ((None, None), (None, None));
    if task.may_work {
        comment = cx.draft::<String>(DraftForm::Comment(case, id)).await?;
        reason = cx.draft::<String>(DraftForm::Dropped(case, id)).await?;
    }
    let key = uuid::Uuid::new_v4().to_string();
    let typed = |draft: Option<Draft<String>>| draft.map(|Draft { typed, errors }| (typed, errors)).unwrap_or_default();
    let (comment, comment_kept) = (typed(comment.0), comment.1);
    let (reason, reason_kept) = (typed(reason.0), reason.1);
    Ok(TaskSeen { task, key, comment, comment_kept, reason, reason_kept })
}

/// What was typed in the form that changes a task, with the version it was made from.
#[cfg(feature = "ssr")]
type Typed = (i32, NewTaskTyped);

/// The form that changes a task: as it is, with what was typed before.
#[server(endpoint = "tasks/edit")]
pub async fn open_change_form(case: String, task: String) -> Result<TaskForm, AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let (case, id) = ids(&case, &task)?;
    let now = cx.answer(cx.store.task_now(viewer, case, id).await)?;
    let (draft, kept_at) = cx.draft::<Typed>(DraftForm::ChangedTask(case, id)).await?;
    let too_late = draft.as_ref().is_some_and(|draft| draft.typed.0 != now.version);
    let (kept, errors) = draft.map(|draft| (Some(draft.typed.1), draft.errors)).unwrap_or_default();
    Ok(TaskForm { case, id, now, kept, kept_at, too_late, errors })
}

/// Changes a task; or keeps what was typed, and shows it beside the task as somebody else has made it.
#[server(endpoint = "tasks/change")]
pub async fn change_task(
    case: String,
    task: String,
    version: i32,
    #[server(default)] title: String,
    #[server(default)] due: String,
    #[server(default)] details: String,
    #[server(default)] given_to: String,
    #[server(default)] repeat: String,
) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let (case, id) = ids(&case, &task)?;
    cx.answer(cx.store.may_work_on_task(viewer, case, id).await)?;
    let form = DraftForm::ChangedTask(case, id).to_string();
    let typed = NewTaskTyped { title, due, details, given_to, repeat };
    let changed = match typed.check(viewer.today()) {
        Ok(new) => cx.store.change_task(viewer, case, id, version, &form, new).await,
        Err(errors) => Err(StoreError::Invalid(errors)),
    };
    let errors = match changed {
        Err(StoreError::Invalid(errors)) => errors,
        Err(StoreError::Conflict) => FieldErrors::default(),
        changed => {
            cx.answer(changed)?;
            leptos_axum::redirect(&routes::task_after(case, id, TaskDone::Changed));
            return Ok(());
        }
    };
    cx.answer(cx.store.keep_draft(viewer, &form, &Draft { typed: (version, typed), errors }).await)?;
    leptos_axum::redirect(&routes::change_task(case, id));
    Ok(())
}

/// Leaves a task as it is, and throws away what was typed to change it.
#[server(endpoint = "tasks/keep")]
pub async fn keep_task(case: String, task: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let (case, id) = ids(&case, &task)?;
    cx.answer(cx.store.may_work_on_task(viewer, case, id).await)?;
    cx.answer(cx.store.drop_draft(viewer, &DraftForm::ChangedTask(case, id).to_string()).await)?;
    leptos_axum::redirect(&routes::task_after(case, id, TaskDone::Kept));
    Ok(())
}

/// Says something of a task; or keeps what was typed.
#[server(endpoint = "tasks/comment")]
pub async fn comment_on_task(case: String, task: String, key: String, #[server(default)] comment: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let (case, id) = ids(&case, &task)?;
    let key = key.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.may_work_on_task(viewer, case, id).await)?;
    let form = DraftForm::Comment(case, id).to_string();
    match check_comment(&comment) {
        Ok(body) => {
            let said = cx.store.comment_on_task(viewer, (case, id), key, &form, &body).await;
            if cx.saved(said, &form, comment, &routes::task(case, id)).await?.is_some() {
                leptos_axum::redirect(&routes::task_after(case, id, TaskDone::Commented));
            }
        }
        Err(errors) => {
            cx.answer(cx.store.keep_draft(viewer, &form, &Draft { typed: comment, errors }).await)?;
            leptos_axum::redirect(&routes::task(case, id));
        }
    }
    Ok(())
}

/// Drops a task; or keeps what was typed.
#[server(endpoint = "tasks/drop")]
pub async fn drop_task(case: String, task: String, version: i32, #[server(default)] reason: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let (case, id) = ids(&case, &task)?;
    cx.answer(cx.store.may_work_on_task(viewer, case, id).await)?;
    let form = DraftForm::Dropped(case, id).to_string();
    let errors = match check_reason(&reason) {
        Ok(checked) => match cx.store.drop_task(viewer, (case, id), version, &form, &checked).await {
            // Typed for a task that is another now: kept, for whoever still wants to.
            Err(StoreError::Conflict) => FieldErrors::default(),
            dropped => {
                cx.answer(dropped)?;
                leptos_axum::redirect(&routes::task_after(case, id, TaskDone::Dropped));
                return Ok(());
            }
        },
        Err(errors) => errors,
    };
    let too_late = errors.is_empty();
    cx.answer(cx.store.keep_draft(viewer, &form, &Draft { typed: reason, errors }).await)?;
    let to = if too_late { routes::task_after(case, id, TaskDone::TooLate) } else { routes::task(case, id) };
    leptos_axum::redirect(&to);
    Ok(())
}
