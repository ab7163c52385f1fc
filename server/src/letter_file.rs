//! A letter as a file: made in the request, of what its writer has typed, with the rights they have at this moment.

use app::AppError;
use app::cx::RequestCx;
use axum::Extension;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Response};
use domain::letters::Letter;
use domain::{CaseId, IncidentId, Timestamp};
use http::{HeaderValue, StatusCode, header};
use letters::RenderError;
use store::SignedIn;

use crate::{AppState, member_file, paths, refused};

/// What a letter can be had as.
pub(crate) struct Kind {
    end: &'static str,
    content_type: &'static str,
    make: fn(&Letter, Timestamp) -> Result<Vec<u8>, RenderError>,
}

pub(crate) const PDF: Kind = Kind { end: "pdf", content_type: "application/pdf", make: letters::to_pdf };
const DOCX: Kind =
    Kind { end: "docx", content_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", make: letters::to_docx };

type Asked = (State<AppState>, Path<(String, String)>, Extension<RequestCx>);

/// To print, or to send.
pub(crate) async fn pdf(asked: Asked, request: Request) -> Response {
    file(asked, request, &PDF).await
}

/// To go on writing in.
pub(crate) async fn docx(asked: Asked, request: Request) -> Response {
    file(asked, request, &DOCX).await
}

fn failed(cx: &RequestCx, error: &dyn std::fmt::Display) -> AppError {
    let incident = IncidentId(uuid::Uuid::new_v4());
    tracing::error!(%incident, request_id = %cx.request_id, %error, "a letter could not be made");
    AppError::Internal(incident)
}

async fn file((State(app), Path((case, code)), Extension(cx)): Asked, request: Request, kind: &'static Kind) -> Response {
    match made(&cx, &case, &code, kind).await {
        Ok(response) => response,
        Err(error) => refused::drawn(&app, request, error).await,
    }
}

async fn made(cx: &RequestCx, case: &str, code: &str, kind: &'static Kind) -> Result<Response, AppError> {
    let Some(SignedIn::Viewer(viewer)) = cx.signed_in.as_deref() else { return Err(AppError::Forbidden) };
    let case: CaseId = case.parse().map_err(|_| AppError::NotFound)?;
    let of_store = |error| app::of_store(error, &cx.request_id, "a letter could not be made");
    let templates = cx.store.letter_templates().await.map_err(of_store)?;
    let template = templates.get(code).ok_or(AppError::NotFound)?;
    let (number, letter) = match app::letters::letter_of(&cx.store, viewer, case, template, cx.lang).await {
        Ok((number, Some(letter))) => (number, letter),
        Ok((_, None)) => return Ok(paths::see_other(&app::routes::letter(case, template.code))),
        Err(error) => return Err(of_store(error)),
    };
    written(cx, number, letter, "brev", kind).await
}

/// A letter as the answer to a request; `plain` is what the file is called where its own name will not do.
pub(crate) async fn written(cx: &RequestCx, number: i64, letter: Letter, plain: &str, kind: &'static Kind) -> Result<Response, AppError> {
    let name = format!("{number} {}.{}", letter.title, kind.end);
    let now = cx.store.clock().now();
    // Shaping and packing keep a thread busy for a while, in which nothing of the database is held.
    cx.store.let_go().await;
    let bytes = tokio::task::spawn_blocking(move || (kind.make)(&letter, now)).await.map_err(|error| failed(cx, &error))?;
    let bytes = bytes.map_err(|error| failed(cx, &error))?;
    let mut response = (StatusCode::OK, bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind.content_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // Were it ever shown instead of saved, it could do nothing.
    let alone = HeaderValue::from_static("default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox");
    headers.insert(header::CONTENT_SECURITY_POLICY, alone);
    let disposition = member_file::disposition(&name, &format!("{number}-{plain}.{}", kind.end));
    headers.insert(header::CONTENT_DISPOSITION, disposition.unwrap_or(HeaderValue::from_static("attachment")));
    Ok(response)
}
