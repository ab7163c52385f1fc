//! Taking files in: each by itself, so that one that will not do costs none of the others.

use app::AppError;
use app::cx::RequestCx;
use axum::Extension;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Path, State};
use axum::response::{IntoResponse, Response};
use domain::documents::{FileRefusal, Sent};
use domain::{CaseId, DocumentId, FieldErrors};
use http::StatusCode;
use store::documents::{Added, Where};
use store::drafts::Draft;
use store::{SignedIn, StoreError, Viewer};

use super::receive::{Form, Unreadable};
use crate::{AppState, paths};

type Parts = Result<Multipart, MultipartRejection>;

/// New documents in a case.
pub(crate) async fn documents(
    State(app): State<AppState>,
    Path(case): Path<String>,
    Extension(cx): Extension<RequestCx>,
    parts: Parts,
) -> Response {
    answer(take(&app, &cx, &case, None, parts).await)
}

/// A new version of a document.
pub(crate) async fn version(
    State(app): State<AppState>,
    Path((case, document)): Path<(String, String)>,
    Extension(cx): Extension<RequestCx>,
    parts: Parts,
) -> Response {
    answer(take(&app, &cx, &case, Some(&document), parts).await)
}

fn answer(taken: Result<Response, AppError>) -> Response {
    taken.unwrap_or_else(|error| {
        let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        (status, axum::Json(error)).into_response()
    })
}

async fn take(app: &AppState, cx: &RequestCx, case: &str, document: Option<&str>, parts: Parts) -> Result<Response, AppError> {
    let Some(SignedIn::Viewer(viewer)) = cx.signed_in.as_deref() else { return Err(AppError::Forbidden) };
    let case: CaseId = case.parse().map_err(|_| AppError::NotFound)?;
    let document: Option<DocumentId> = document.map(str::parse).transpose().map_err(|_| AppError::NotFound)?;
    let said = |error| said(cx, error);
    // Whoever may not is told so before anything of the form is read.
    cx.store.may_add_document(viewer, case, document).await.map_err(said)?;
    let mut form = Form::new(parts.map_err(|_| AppError::Invalid(FieldErrors::default()))?);
    let mut sent = Sent::default();
    let mut given_up = None;
    loop {
        // Nothing of the database is held while somebody sends slowly.
        cx.store.let_go().await;
        let file = match form.next().await {
            Ok(Some(file)) => file,
            // What has no key is no form of ours, however little is in it.
            Ok(None) if form.key.is_none() => return Err(AppError::Invalid(FieldErrors::default())),
            Ok(None) => break,
            // What was kept is kept, and the page says so; nobody is told that everything failed.
            Err(_) if !sent.kept.is_empty() => {
                sent.refused.push((files::clean_shown(&form.reading), FileRefusal::CutOff));
                break;
            }
            Err(Unreadable::TooLarge) => return Ok(StatusCode::PAYLOAD_TOO_LARGE.into_response()),
            Err(Unreadable::Form) => return Err(AppError::Invalid(FieldErrors::default())),
            Err(Unreadable::Idle) => return Err(AppError::Unavailable),
        };
        let key = form.key.ok_or_else(|| AppError::Invalid(FieldErrors::default()))?;
        // A document has one new version at a time.
        if document.is_some() && !(sent.kept.is_empty() && sent.refused.is_empty()) {
            continue;
        }
        let to = Where { case, document, key };
        match one(app, cx, viewer, to, &file.name, file.bytes).await.map_err(said) {
            Ok(Ok(name)) => sent.kept.push(name),
            Ok(Err(refusal)) => sent.refused.push((files::clean_shown(&file.name), refusal)),
            // A fault of ours. The others may still be kept, and each is told of by its name.
            Err(error @ AppError::Internal(_)) => {
                sent.refused.push((files::clean_shown(&file.name), FileRefusal::NotKept));
                given_up = Some(error);
            }
            Err(error) => return Err(error),
        }
    }
    match given_up {
        Some(error) if sent.kept.is_empty() => return Err(error),
        _ => {}
    }
    lead_on(cx, viewer, case, document, sent).await.map_err(said)
}

/// One file: its name when it is kept, or why it is not.
async fn one(
    app: &AppState,
    cx: &RequestCx,
    viewer: &Viewer,
    to: Where,
    name: &str,
    bytes: Result<Vec<u8>, FileRefusal>,
) -> Result<Result<String, FileRefusal>, StoreError> {
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let file = match app.checks().check(name.to_owned(), bytes).await {
        Ok(file) => file,
        Err(refusal) => {
            // Which, for whoever runs the portal; never what it is called or says.
            tracing::info!(%refusal, request_id = %cx.request_id, "a file was refused");
            return Ok(Err(refusal));
        }
    };
    Ok(match cx.store.add_document(viewer, to, &file).await? {
        Added::Kept(_) => Ok(file.name),
        Added::Refused(refusal) => Err(refusal),
    })
}

/// To the case when all went well; else back to the form, which tells what did not.
async fn lead_on(cx: &RequestCx, viewer: &Viewer, case: CaseId, document: Option<DocumentId>, sent: Sent) -> Result<Response, StoreError> {
    let well = sent.went_well();
    let form = document.map_or_else(|| app::documents::new_form(case), app::documents::version_form);
    let to = match document {
        Some(document) => app::routes::document_after(case, document),
        None if well => app::routes::case_after(case, app::routes::Done::Filed),
        None => app::routes::new_documents_after(case),
    };
    if document.is_none() && well {
        if cx.store.draft::<Sent>(viewer, &form).await?.is_some() {
            cx.store.drop_draft(viewer, &form).await?;
        }
    } else {
        cx.store.keep_draft(viewer, &form, &Draft { typed: sent, errors: FieldErrors::default() }).await?;
    }
    Ok(paths::see_other(&to))
}

fn said(cx: &RequestCx, error: StoreError) -> AppError {
    app::of_store(error, &cx.request_id, "a document could not be added")
}
