//! The server functions of Today.

use domain::today::TodayView;
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use crate::cx::ServerCx;

/// What the page reads.
#[server(endpoint = "today/view")]
pub async fn today() -> Result<TodayView, AppError> {
    let cx = ServerCx::require()?;
    cx.answer(cx.store.today(cx.viewer()?).await)
}
