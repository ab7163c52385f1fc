//! "Who has read about me" as a file for a spreadsheet.

use app::cx::RequestCx;
use axum::Extension;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Response};
use domain::MemberId;
use http::{HeaderValue, StatusCode, header};
use store::{SignedIn, StoreError};

use crate::plain::{self, About, Problem};
use crate::{AppState, pages};

/// Writes it for the data protection officer; for everybody else there is no such page.
pub(crate) async fn read_about(
    State(app): State<AppState>,
    Path(id): Path<String>,
    Extension(cx): Extension<RequestCx>,
    request: Request,
) -> Response {
    let about = About::of(&request);
    let Some(SignedIn::Viewer(viewer)) = cx.signed_in.as_deref() else { return not_found(&app, request).await };
    let Ok(id) = id.parse::<MemberId>() else { return not_found(&app, request).await };
    match cx.store.who_read_about(viewer, id, true).await {
        Ok(report) => {
            let headers = [
                (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
                (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"oppslag.csv\"")),
            ];
            (headers, app::access_log::csv(cx.lang, viewer.offices(), &report)).into_response()
        }
        Err(StoreError::NotFound) => not_found(&app, request).await,
        Err(error) => {
            tracing::error!(%error, request_id = %cx.request_id, "the report could not be made");
            plain::problem(&app, about, StatusCode::INTERNAL_SERVER_ERROR, Problem::Internal)
        }
    }
}

/// The page that stands for every unknown address.
async fn not_found(app: &AppState, request: Request) -> Response {
    let options = app.leptos().clone();
    let draw = leptos_axum::render_app_async_with_context(pages::context, move || app::shell(options.clone()));
    let mut page = draw(request).await.into_response();
    *page.status_mut() = StatusCode::NOT_FOUND;
    page
}
