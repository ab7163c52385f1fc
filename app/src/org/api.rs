//! The server functions of the organisation.

use domain::org::{ShortfallPage, UnitChoice, UnitView};
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cx::{ServerCx, answer},
    crate::routes,
    domain::UnitId,
    domain::org::Shortfall,
};

/// The units that are the viewer's own.
#[server(endpoint = "org/mine")]
pub async fn my_units() -> Result<Vec<UnitChoice>, AppError> {
    let cx = ServerCx::require()?;
    cx.answer(cx.store.my_units(cx.viewer()?).await)
}

/// One unit. `after` is a place among the units below it, as an address holds it.
#[server(endpoint = "org/unit")]
pub async fn unit(unit: String, #[server(default)] after: String) -> Result<UnitView, AppError> {
    let cx = ServerCx::require()?;
    let unit: UnitId = unit.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.unit(cx.viewer()?, unit, routes::below_cursor(&after).as_ref()).await)
}

/// What is missing in a unit: one page of one list, which `list` names as an address does.
#[server(endpoint = "org/missing")]
pub async fn missing(unit: String, list: String, #[server(default)] after: String) -> Result<ShortfallPage, AppError> {
    let cx = ServerCx::require()?;
    let unit: UnitId = unit.parse().map_err(|_| answer(AppError::NotFound))?;
    let kind = Shortfall::ALL.iter().copied().find(|kind| routes::shortfall(*kind) == list).ok_or_else(|| answer(AppError::NotFound))?;
    cx.answer(cx.store.shortfalls(cx.viewer()?, unit, kind, routes::shortfall_cursor(&after).as_ref()).await)
}
