//! The server functions of sessions.

use domain::sessions::OwnSession;
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cx::{ServerCx, answer},
    crate::routes,
};

/// The viewer's own live sessions.
#[server(endpoint = "sessions/mine")]
pub async fn my_sessions() -> Result<Vec<OwnSession>, AppError> {
    let cx = ServerCx::require()?;
    cx.answer(cx.store.own_sessions(cx.viewer()?).await)
}

/// Ends one of them. One that is over already is over.
#[server(endpoint = "sessions/end")]
pub async fn end_session(session: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let session = session.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.end_own_session(cx.viewer()?, session).await)?;
    leptos_axum::redirect(&routes::my_sessions_after());
    Ok(())
}

/// Ends all of them but this one.
#[server(endpoint = "sessions/end-others")]
pub async fn end_other_sessions() -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    cx.answer(cx.store.end_other_sessions(cx.viewer()?).await)?;
    leptos_axum::redirect(&routes::my_sessions_after());
    Ok(())
}
