//! A protocol as a PDF, for whoever may read it.

use app::AppError;
use app::cx::RequestCx;
use axum::Extension;
use axum::extract::{Path, Request, State};
use axum::response::Response;
use domain::{CaseId, MeetingId};
use store::SignedIn;

use crate::{AppState, letter_file, refused};

/// Made in the request, of the version that the address names; the look is logged before the answer.
pub(crate) async fn pdf(
    State(app): State<AppState>,
    Path((case, meeting)): Path<(String, String)>,
    Extension(cx): Extension<RequestCx>,
    request: Request,
) -> Response {
    let query = request.uri().query().unwrap_or_default().to_owned();
    match made(&cx, &case, &meeting, &query).await {
        Ok(response) => response,
        Err(error) => refused::drawn(&app, request, error).await,
    }
}

async fn made(cx: &RequestCx, case: &str, meeting: &str, query: &str) -> Result<Response, AppError> {
    let Some(SignedIn::Viewer(viewer)) = cx.signed_in.as_deref() else { return Err(AppError::Forbidden) };
    let case: CaseId = case.parse().map_err(|_| AppError::NotFound)?;
    let meeting: MeetingId = meeting.parse().map_err(|_| AppError::NotFound)?;
    let asked = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == app::routes::PROTOCOL_VERSION);
    let number: Option<i32> = asked.map(|(_, number)| number.parse().map_err(|_| AppError::NotFound)).transpose()?;
    let view = cx.store.protocol(viewer, case, meeting, number).await;
    let view = view.map_err(|error| app::of_store(error, &cx.request_id, "a protocol could not be read"))?;
    // What cannot be read is no file.
    let paper = app::meetings::protocol_paper(cx.lang, &view).ok_or(AppError::NotFound)?;
    let number = view.protocol.map_or(0, |protocol| protocol.case_number);
    letter_file::written(cx, number, paper, "protokoll", &letter_file::PDF).await
}
