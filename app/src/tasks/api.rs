//! The server functions of tasks.

use domain::tasks::NewTaskTyped;
use domain::{CaseId, FieldErrors};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cx::{ServerCx, answer},
    crate::routes::{self, Done},
    store::StoreError,
    store::drafts::Draft,
};

/// What the form for a new task shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewTaskForm {
    /// The case it will be in.
    pub case: CaseId,
    /// A fresh key, so that sending twice makes one.
    pub key: String,
    /// What was typed before.
    pub typed: NewTaskTyped,
    /// What was wrong with it.
    pub errors: FieldErrors,
}

#[cfg(feature = "ssr")]
fn form(case: CaseId) -> String {
    format!("task/{case}")
}

/// The form, with what was typed before.
#[server(endpoint = "tasks/form")]
pub async fn open_task_form(case: String) -> Result<NewTaskForm, AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.may_work_on(viewer, case).await)?;
    let Draft { typed, errors } = cx.answer(cx.store.draft(viewer, &form(case)).await)?.unwrap_or_default();
    Ok(NewTaskForm { case, key: uuid::Uuid::new_v4().to_string(), typed, errors })
}

/// Saves a task; or keeps what was typed, and shows the form again.
#[server(endpoint = "tasks/add")]
pub async fn add_task(case: String, key: String, #[server(default)] title: String, #[server(default)] due: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    let key = key.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.may_work_on(viewer, case).await)?;
    let typed = NewTaskTyped { title, due };
    match typed.check(viewer.today()) {
        Ok(new) => {
            cx.answer(cx.store.add_task(viewer, case, key, &form(case), new).await)?;
            leptos_axum::redirect(&routes::case_after(case, Done::Tasked));
        }
        Err(errors) => {
            cx.answer(cx.store.keep_draft(viewer, &form(case), &Draft { typed, errors }).await)?;
            leptos_axum::redirect(&routes::new_task(case));
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
