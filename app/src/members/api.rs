//! The server functions of members.

use domain::members::{MemberCard, MemberPage, WorkplaceChoice};
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cx::{ServerCx, answer},
    crate::routes,
    domain::MemberId,
    domain::members::MemberFilter,
};

/// One page of the list. `after` is a place in it, as an address holds it.
#[server(endpoint = "members/list")]
pub async fn members(
    #[server(default)] query: String,
    #[server(default)] workplace: String,
    #[server(default)] after: String,
) -> Result<MemberPage, AppError> {
    let cx = ServerCx::require()?;
    let filter = MemberFilter { query, workplace: workplace.parse().ok(), after: routes::member_cursor(&after) };
    cx.answer(cx.store.members(cx.viewer()?, &filter).await)
}

/// The workplaces to choose from.
#[server(endpoint = "members/workplaces")]
pub async fn workplaces() -> Result<Vec<WorkplaceChoice>, AppError> {
    let cx = ServerCx::require()?;
    cx.answer(cx.store.workplaces(cx.viewer()?).await)
}

/// One card.
#[server(endpoint = "members/card")]
pub async fn member(id: String) -> Result<MemberCard, AppError> {
    let cx = ServerCx::require()?;
    let id: MemberId = id.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.member(cx.viewer()?, id).await)
}
