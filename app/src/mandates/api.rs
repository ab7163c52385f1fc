//! The server functions of mandates.

use domain::mandates::MyMandate;
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
