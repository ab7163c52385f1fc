//! The server functions of cases.

use domain::cases::{CasePage, CaseSeen};
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cx::{ServerCx, answer},
    crate::routes,
    domain::CaseId,
    domain::cases::CaseFilter,
};

/// One page of the list. `after` is a place in it, as an address holds it.
#[server(endpoint = "cases/list")]
pub async fn cases(
    #[server(default)] owner: String,
    #[server(default)] status: String,
    #[server(default)] case_type: String,
    #[server(default)] after: String,
) -> Result<CasePage, AppError> {
    let cx = ServerCx::require()?;
    let filter = CaseFilter {
        mine: owner == super::list::MINE,
        status: status.parse().ok(),
        case_type: case_type.parse().ok(),
        after: routes::case_cursor(&after),
    };
    cx.answer(cx.store.cases(cx.viewer()?, &filter).await)
}

/// One case, as far as the viewer may see it.
#[server(endpoint = "cases/view")]
pub async fn case(id: String) -> Result<CaseSeen, AppError> {
    let cx = ServerCx::require()?;
    let id: CaseId = id.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.case(cx.viewer()?, id).await)
}
