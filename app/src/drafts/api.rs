//! The server functions of drafts.

use domain::Timestamp;
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cx::{ServerCx, answer},
    crate::routes,
    domain::drafts::DraftForm,
};

/// Keeps what is typed in a form, and says when. `fields` is what the browser would send, as it would send it.
#[server(endpoint = "drafts/keep")]
pub async fn keep_draft(form: String, #[server(default)] fields: String) -> Result<Timestamp, AppError> {
    let cx = ServerCx::require()?;
    let form: DraftForm = form.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.keep_typing(cx.viewer()?, form, &fields).await)
}

/// Throws a draft of one's own away, and leads to the form, or to where the word about the draft says.
#[server(endpoint = "drafts/drop")]
pub async fn drop_draft(form: String, #[server(default)] to: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let to = routes::own_path(&to).map(str::to_owned).or_else(|| form.parse().ok().map(routes::draft_form));
    let to = to.ok_or_else(|| answer(AppError::NotFound))?;
    cx.answer(cx.store.drop_draft(cx.viewer()?, &form).await)?;
    leptos_axum::redirect(&to);
    Ok(())
}
