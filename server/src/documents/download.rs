//! Giving files out: to be saved, or shown where a browser can do that in a closed room. Each request, also for a part of a
//! file, is decided anew and logged.

use app::AppError;
use app::cx::RequestCx;
use axum::Extension;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Response};
use domain::documents::{FileKind, FileNote};
use domain::{CaseId, DocumentId};
use futures::TryStreamExt;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use store::SignedIn;
use store::documents::OpenFile;

use super::range::{Asked, asked};
use crate::{AppState, refused};

/// What a file may do if a browser shows it after all: nothing.
const CLOSED: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";
/// The same without the sandbox, in which Chromium shows no PDF: its own reader is a closed room already.
const CLOSED_PDF: &str = "default-src 'none'; object-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Case, document, and the number of the version.
type At = Path<(String, String, String)>;

/// To be saved.
pub(crate) async fn file(State(app): State<AppState>, Path(at): At, Extension(cx): Extension<RequestCx>, request: Request) -> Response {
    let kind = request.uri().query().and_then(as_kind);
    match open(&cx, &at, kind).await {
        Ok(file) => {
            let how = disposition(&cx, &file);
            give(request.headers(), file, &how, CLOSED)
        }
        Err(error) => refused::drawn(&app, request, error).await,
    }
}

/// To be shown: a picture in a page of ours, a PDF in a tab of its own. Everything else is there to be saved only.
pub(crate) async fn shown(State(app): State<AppState>, Path(at): At, Extension(cx): Extension<RequestCx>, request: Request) -> Response {
    match open(&cx, &at, None).await {
        Ok(file) if file.kind.can_be_shown() && !file.notes.contains(&FileNote::Scripts) => {
            let policy = if file.kind == FileKind::Pdf { CLOSED_PDF } else { CLOSED };
            give(request.headers(), file, &HeaderValue::from_static("inline"), policy)
        }
        Ok(_) => refused::drawn(&app, request, AppError::NotFound).await,
        Err(error) => refused::drawn(&app, request, error).await,
    }
}

/// A page of a PDF as a picture, for the page of the document. Scripts in the file do nothing here: it never reaches a browser.
pub(crate) async fn page(
    State(app): State<AppState>,
    Path((case, document, number, page)): Path<(String, String, String, String)>,
    Extension(cx): Extension<RequestCx>,
    request: Request,
) -> Response {
    match drawn(&app, &cx, &(case, document, number), &page).await {
        Ok((kind, picture)) => {
            let mut response = picture.into_response();
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind.content_type()));
            headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CLOSED));
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }
        Err(error) => refused::drawn(&app, request, error).await,
    }
}

async fn drawn(app: &AppState, cx: &RequestCx, at: &(String, String, String), page: &str) -> Result<(FileKind, Vec<u8>), AppError> {
    let page: u32 = page.parse().map_err(|_| AppError::NotFound)?;
    let file = open(cx, at, None).await?;
    if file.kind != FileKind::Pdf {
        return Err(AppError::NotFound);
    }
    // Drawing takes a while; the database need not wait for it.
    cx.store.let_go().await;
    let all = 0..file.length();
    let bytes = async { file.bytes(all).try_collect::<Vec<_>>().await.map(|pieces| pieces.concat()) };
    let drawn = app.drawer().draw(bytes, page).await;
    drawn.map_err(|error| app::of_store(error, &cx.request_id, "a document could not be read"))?.ok_or(AppError::NotFound)
}

/// The other kind of file that is asked for; one that there is not is no kind of this version.
fn as_kind(query: &str) -> Option<Result<FileKind, AppError>> {
    let asked = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == app::routes::AS_KIND)?;
    Some(asked.1.parse().map_err(|_| AppError::NotFound))
}

async fn open(
    cx: &RequestCx,
    (case, document, number): &(String, String, String),
    kind: Option<Result<FileKind, AppError>>,
) -> Result<OpenFile, AppError> {
    let Some(SignedIn::Viewer(viewer)) = cx.signed_in.as_deref() else { return Err(AppError::Forbidden) };
    let case: CaseId = case.parse().map_err(|_| AppError::NotFound)?;
    let document: DocumentId = document.parse().map_err(|_| AppError::NotFound)?;
    let number: u32 = number.parse().map_err(|_| AppError::NotFound)?;
    let opened = match kind.transpose()? {
        Some(kind) => cx.store.open_twin(viewer, case, document, number, kind).await,
        None => cx.store.open_document(viewer, case, document, number).await,
    };
    opened.map_err(|error| app::of_store(error, &cx.request_id, "a document could not be opened"))
}

/// Its name (RFC 6266), with a plain one for programs that do not read the other.
fn disposition(cx: &RequestCx, file: &OpenFile) -> HeaderValue {
    let plain = app::documents::plain_file_name(cx.lang, file.kind);
    let how = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", app::routes::encode(&file.name));
    HeaderValue::try_from(how).unwrap_or(HeaderValue::from_static("attachment"))
}

fn give(asked_for: &HeaderMap, file: OpenFile, how: &HeaderValue, policy: &'static str) -> Response {
    let whole = file.length();
    let kind = HeaderValue::from_static(file.kind.content_type());
    let (status, part) = match asked(asked_for, whole) {
        Asked::Whole => (StatusCode::OK, 0..whole),
        Asked::Part(part) => (StatusCode::PARTIAL_CONTENT, part),
        Asked::Nowhere => (StatusCode::RANGE_NOT_SATISFIABLE, 0..0),
    };
    let about = match status {
        StatusCode::PARTIAL_CONTENT => HeaderValue::try_from(format!("bytes {}-{}/{whole}", part.start, part.end.saturating_sub(1))).ok(),
        StatusCode::RANGE_NOT_SATISFIABLE => HeaderValue::try_from(format!("bytes */{whole}")).ok(),
        _ => None,
    };
    let length = part.end - part.start;
    let mut response = (status, Body::from_stream(file.bytes(part))).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    headers.insert(header::CONTENT_DISPOSITION, how.clone());
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    if let Some(about) = about {
        headers.insert(header::CONTENT_RANGE, about);
    }
    response
}
