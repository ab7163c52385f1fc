//! The server functions of the access log.

use domain::access_log::{LogPage, ReadAbout};
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cx::{ServerCx, answer},
    crate::routes,
    domain::MemberId,
    domain::access_log::LogAsked,
};

/// One page of the log. `after` is a place in it, as an address holds it.
#[server(endpoint = "access-log/list")]
pub async fn access_log(
    #[server(default)] about: String,
    #[server(default)] by: String,
    #[server(default)] from: String,
    #[server(default)] to: String,
    #[server(default)] after: String,
) -> Result<LogPage, AppError> {
    let cx = ServerCx::require()?;
    let (filter, _) = LogAsked { about, by, from, to }.read(routes::log_cursor(&after));
    cx.answer(cx.store.access_log(cx.viewer()?, &filter).await)
}

/// Who has read about one member.
#[server(endpoint = "access-log/about")]
pub async fn who_read_about(id: String) -> Result<ReadAbout, AppError> {
    let cx = ServerCx::require()?;
    let id: MemberId = id.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.who_read_about(cx.viewer()?, id, false).await)
}
