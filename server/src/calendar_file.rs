//! A meeting as a calendar file.

use app::AppError;
use app::cx::{Refused, RequestCx};
use axum::Extension;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Response};
use domain::{CaseId, MeetingId};
use http::{HeaderValue, StatusCode, header};
use store::SignedIn;

use crate::{AppState, pages};

/// Writes it for those who may read the case; the look is logged as a look at the case. Others get the page that says why
/// not.
pub(crate) async fn calendar(
    State(app): State<AppState>,
    Path((case, meeting)): Path<(String, String)>,
    Extension(cx): Extension<RequestCx>,
    request: Request,
) -> Response {
    let Some(SignedIn::Viewer(viewer)) = cx.signed_in.as_deref() else { return refused(&app, request, AppError::NotFound).await };
    let (Ok(case), Ok(meeting)) = (case.parse::<CaseId>(), meeting.parse::<MeetingId>()) else {
        return refused(&app, request, AppError::NotFound).await;
    };
    let error = match cx.store.meeting(viewer, case, meeting).await {
        Ok(meeting) => return file(app::meetings::calendar(cx.lang, &meeting)),
        Err(error) => app::of_store(error, &cx.request_id, "a calendar file could not be made"),
    };
    refused(&app, request, error).await
}

fn file(text: String) -> Response {
    let mut response = (StatusCode::OK, text).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8; method=PUBLISH"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"mote.ics\""));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // Were it ever shown instead of saved, it could do nothing.
    let alone = HeaderValue::from_static("default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox");
    headers.insert(header::CONTENT_SECURITY_POLICY, alone);
    response
}

/// The page for an error, with its status.
async fn refused(app: &AppState, mut request: Request, error: AppError) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    request.extensions_mut().insert(Refused(error));
    let options = app.leptos().clone();
    let draw = leptos_axum::render_app_async_with_context(pages::context, move || app::shell(options.clone()));
    let mut page = draw(request).await.into_response();
    *page.status_mut() = status;
    page
}
