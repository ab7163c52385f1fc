//! The server functions of mandates.

use domain::mandates::{MyMandate, OtherMandate};
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use crate::cx::ServerCx;

/// The viewer's active mandates, with what each gives at this moment.
#[server(endpoint = "mandates/mine")]
pub async fn my_mandates() -> Result<Vec<MyMandate>, AppError> {
    let cx = ServerCx::require()?;
    Ok(cx.viewer()?.grants().list.iter().map(MyMandate::from).collect())
}

/// The viewer's mandates that give nothing today: planned, ended, revoked.
#[server(endpoint = "mandates/others")]
pub async fn my_other_mandates() -> Result<Vec<OtherMandate>, AppError> {
    let cx = ServerCx::require()?;
    cx.answer(cx.store.my_other_mandates(cx.viewer()?).await)
}
