//! The server functions of employers.

use domain::employers::EmployerView;
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cx::{ServerCx, answer},
    crate::routes,
    domain::identity::OrgNumber,
};

/// One employer or workplace.
#[server(endpoint = "employers/view")]
pub async fn employer(number: String) -> Result<EmployerView, AppError> {
    let cx = ServerCx::require()?;
    let number: OrgNumber = number.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.employer(cx.viewer()?, number).await)
}

/// Marks an alert as seen: Today does not show it again.
#[server(endpoint = "employers/seen")]
pub async fn see_alert(alert: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let alert = alert.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.see_alert(cx.viewer()?, alert).await)?;
    leptos_axum::redirect(routes::TODAY);
    Ok(())
}
