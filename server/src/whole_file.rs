//! A whole case as one PDF: the answer to the form that says what for.

use app::AppError;
use app::cx::RequestCx;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::cases::WholeCase;
use domain::documents::{DocumentRow, FileKind};
use domain::drafts::DraftForm;
use domain::members::ExportTyped;
use domain::{CaseId, Lang};
use futures::TryStreamExt;
use http::{HeaderValue, StatusCode, header};
use letters::{Bundle, Content, Missing, Part};
use store::drafts::Draft;
use store::{SignedIn, Store, StoreError, Viewer};

use crate::member_file::{answered, disposition, refused};
use crate::{AppState, paths};

/// The most bytes of documents in one file.
const FILES: u64 = 60 * 1024 * 1024;

/// Makes the file in the request, with the rights that its sender has at this moment; or leads back to the form, with
/// what was typed.
pub(crate) async fn make(State(app): State<AppState>, Extension(cx): Extension<RequestCx>, body: Bytes) -> Response {
    let Some(SignedIn::Viewer(viewer)) = cx.signed_in.as_deref() else { return refused(AppError::Forbidden) };
    let (case, typed) = read(&body);
    let Ok(case) = case.parse() else { return refused(AppError::NotFound) };
    let made = answer(&app, &cx, viewer, case, typed).await;
    answered(&cx, made)
}

async fn answer(app: &AppState, cx: &RequestCx, viewer: &Viewer, id: CaseId, typed: ExportTyped) -> Result<Response, StoreError> {
    let draft = DraftForm::Whole(id).to_string();
    let order = match typed.check() {
        Ok(order) => order,
        Err(errors) => {
            // Nobody keeps a form of a case that they may not read.
            cx.store.case(viewer, id).await?;
            cx.store.keep_draft(viewer, &draft, &Draft { typed, errors }).await?;
            return Ok(paths::see_other(&app::routes::whole_case(id)));
        }
    };
    let whole = cx.store.take_out_case(viewer, id, order).await?;
    if cx.store.draft::<ExportTyped>(viewer, &draft).await?.is_some() {
        cx.store.drop_draft(viewer, &draft).await?;
    }
    let (lang, types) = (cx.lang, viewer.case_types());
    let title = app::cases::whole_title(lang, types, &whole);
    let facts = app::cases::whole_facts(lang, viewer.offices(), &whole);
    let texts = app::cases::whole_parts(lang, &whole);
    let mut parts: Vec<Part> = texts.into_iter().map(|(name, blocks)| Part { name, content: Content::Text(blocks) }).collect();
    documents(&cx.store, viewer, &whole, lang, &mut parts).await?;
    cx.store.let_go().await;
    let bundle = Bundle { lang, title: title.clone(), facts, parts };
    let bound = app.binder().bind(bundle, whole.made_at).await;
    let pdf = bound.map_err(|what| {
        tracing::error!(what, "a case could not be bound");
        StoreError::Inconsistent { table: "cases", what: "a case that cannot be written as a file" }
    })?;
    Ok(file(pdf, &title, whole.case.number))
}

/// The newest version of each document, in the order in which they came into the case; each look is logged.
async fn documents(store: &Store, viewer: &Viewer, whole: &WholeCase, lang: Lang, parts: &mut Vec<Part>) -> Result<(), StoreError> {
    let mut room = FILES;
    for document in whole.case.documents.iter().rev() {
        let content = content(store, viewer, lang, whole.case.id, document, &mut room).await?;
        parts.push(Part { name: app::cases::whole_document(lang, document), content });
    }
    Ok(())
}

/// Its pages; or, where it has none, what stands in it.
async fn content(
    store: &Store,
    viewer: &Viewer,
    lang: Lang,
    case: CaseId,
    row: &DocumentRow,
    room: &mut u64,
) -> Result<Content, StoreError> {
    let kind = row.newest.kind;
    if !matches!(kind, FileKind::Pdf | FileKind::Png | FileKind::Jpg) {
        let words = store.document_words(viewer, case, row.id).await?.unwrap_or_default();
        let Some(left) = room.checked_sub(words.len() as u64) else { return Ok(Content::Missing(Missing::TooMuch)) };
        *room = left;
        let words = app::cases::whole_words(lang, &words);
        return Ok(words.map_or(Content::Missing(Missing::NoPages), Content::Text));
    }
    let open = store.open_document(viewer, case, row.id, row.newest.number).await?;
    let Some(left) = room.checked_sub(open.length()) else { return Ok(Content::Missing(Missing::TooMuch)) };
    *room = left;
    let all = 0..open.length();
    let bytes = open.bytes(all).try_collect::<Vec<_>>().await?.concat();
    Ok(if kind == FileKind::Pdf { Content::Pdf(bytes) } else { Content::Picture(bytes) })
}

/// The fields of the form; what is not there is empty.
fn read(body: &[u8]) -> (String, ExportTyped) {
    let (mut case, mut typed) = (String::new(), ExportTyped::default());
    for (name, value) in url::form_urlencoded::parse(body) {
        match name.as_ref() {
            "case" => case = value.into_owned(),
            "purpose" => typed.purpose = value.into_owned(),
            "why" => typed.why = value.into_owned(),
            _ => {}
        }
    }
    (case, typed)
}

fn file(pdf: Vec<u8>, title: &str, number: i64) -> Response {
    let mut response = (StatusCode::OK, pdf).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // Were it ever shown instead of saved, it could do nothing.
    let alone = HeaderValue::from_static("default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox");
    headers.insert(header::CONTENT_SECURITY_POLICY, alone);
    let disposition = disposition(&format!("{title}.pdf"), &format!("sak-{number}.pdf"));
    headers.insert(header::CONTENT_DISPOSITION, disposition.unwrap_or(HeaderValue::from_static("attachment")));
    response
}
