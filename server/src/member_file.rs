//! The member list as a file: the answer to the form that says what for.

use app::AppError;
use app::cx::RequestCx;
use axum::Extension;
use axum::body::Bytes;
use axum::response::{IntoResponse, Response};
use domain::members::{ExportTyped, MemberExport, MemberFilter, SheetKind};
use domain::org::Offices;
use domain::spreadsheet::Sheet;
use domain::{Lang, Timestamp};
use http::{HeaderValue, StatusCode, header};
use store::drafts::Draft;
use store::{SignedIn, StoreError, Viewer};

use crate::{paths, workbook};

/// Makes the file in the request, with the rights that its sender has at this moment; or leads back to the form, with
/// what was typed.
pub(crate) async fn make(Extension(cx): Extension<RequestCx>, body: Bytes) -> Response {
    let Some(SignedIn::Viewer(viewer)) = cx.signed_in.as_deref() else { return refused(AppError::Forbidden) };
    let made = answer(&cx, viewer, &body).await;
    answered(&cx, made)
}

/// The file; or the page that says why there is none.
pub(crate) fn answered(cx: &RequestCx, made: Result<Response, StoreError>) -> Response {
    match made {
        Ok(response) => response,
        Err(error) => {
            let error = app::of_store(error, &cx.request_id, "a list could not be taken out");
            let mut response = refused(error.clone());
            if let AppError::TooManySearches(again) | AppError::TooManyMisses(again) = error {
                let seconds = (again.0 - cx.store.clock().now().0).max(0) / 1000 + 1;
                response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            }
            response
        }
    }
}

async fn answer(cx: &RequestCx, viewer: &Viewer, body: &[u8]) -> Result<Response, StoreError> {
    cx.store.may_export(viewer)?;
    let (filter, typed) = read(body);
    let here = app::routes::member_file(&filter.query, &filter.narrowing());
    let made = match typed.check() {
        Ok(order) => cx.store.export_members(viewer, &filter, order).await,
        Err(errors) => Err(StoreError::Invalid(errors)),
    };
    match made {
        Ok(export) => {
            // Written only when there is something to throw away: a file does not wait for an import.
            if cx.store.draft::<(String, ExportTyped)>(viewer, app::members::FILE_DRAFT).await?.is_some() {
                cx.store.drop_draft(viewer, app::members::FILE_DRAFT).await?;
            }
            file(cx.lang, viewer.offices(), export).await
        }
        Err(StoreError::Invalid(errors)) => {
            cx.store.keep_draft(viewer, app::members::FILE_DRAFT, &Draft { typed: (here.clone(), typed), errors }).await?;
            Ok(paths::see_other(&here))
        }
        Err(error) => Err(error),
    }
}

/// The fields of the form; what is not there is empty.
fn read(body: &[u8]) -> (MemberFilter, ExportTyped) {
    let (mut query, mut narrowing, mut typed) = (String::new(), String::new(), ExportTyped::default());
    for (name, value) in url::form_urlencoded::parse(body) {
        let value = value.into_owned();
        match name.as_ref() {
            "q" => query = value,
            "narrowing" => narrowing = value,
            "purpose" => typed.purpose = value,
            "why" => typed.why = value,
            "kind" => typed.kind = value,
            "contact" => typed.contact = value == "true",
            _ => {}
        }
    }
    (MemberFilter::read(query, &narrowing), typed)
}

async fn file(lang: Lang, offices: &Offices, export: MemberExport) -> Result<Response, StoreError> {
    let sheet = app::members::sheet(lang, offices, &export);
    let made = Made { name: app::members::file_name(lang, &export), plain: "medlemmer", author: export.made_by, at: export.made_at };
    saved(export.order.kind, sheet, made).await
}

/// What a file is called, and who made it when.
pub(crate) struct Made {
    pub(crate) name: String,
    /// The beginning of its name for programs that read no other letters.
    pub(crate) plain: &'static str,
    pub(crate) author: String,
    pub(crate) at: Timestamp,
}

/// A table as a file to be saved.
pub(crate) async fn saved(kind: SheetKind, sheet: Sheet, made: Made) -> Result<Response, StoreError> {
    let Made { name, plain, author, at } = made;
    let (content_type, bytes) = match kind {
        SheetKind::Csv => ("text/csv; charset=utf-8", sheet.csv().into_bytes()),
        SheetKind::Xlsx => {
            let title = name.clone();
            // Packing thousands of cells keeps a thread busy for a while.
            let packed = tokio::task::spawn_blocking(move || workbook::of(&sheet, &title, &author, at)).await;
            let packed = packed.ok().and_then(Result::ok);
            let what = "a list that cannot be written as a workbook";
            (workbook::CONTENT_TYPE, packed.ok_or(StoreError::Inconsistent { table: "members", what })?)
        }
    };
    let mut response = (StatusCode::OK, bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // Were it ever shown instead of saved, it could do nothing.
    let alone = HeaderValue::from_static("default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox");
    headers.insert(header::CONTENT_SECURITY_POLICY, alone);
    let disposition = disposition(&format!("{name}.{kind}"), &format!("{plain}-{}.{kind}", at.oslo_date()));
    headers.insert(header::CONTENT_DISPOSITION, disposition.unwrap_or(HeaderValue::from_static("attachment")));
    Ok(response)
}

/// A file to be saved under this name (RFC 6266), with a plain one for programs that do not read the other.
pub(crate) fn disposition(name: &str, plain: &str) -> Option<HeaderValue> {
    // What means something in a path, on any system, has no place in a name.
    let name: String = name.chars().map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { '_' } else { c }).collect();
    HeaderValue::try_from(format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", app::routes::encode(&name))).ok()
}

/// The code that programs get; people get the page that says the same (`refused`).
pub(crate) fn refused(error: AppError) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, axum::Json(error)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_lead_anywhere() {
        let name = disposition("Medlemmer 2026-03-12 ../Åse \"x\"\r\nSet-Cookie: a=b – slett.csv", "medlemmer.csv").unwrap();
        assert_eq!(
            name.to_str().unwrap(),
            "attachment; filename=\"medlemmer.csv\"; \
             filename*=UTF-8''Medlemmer%202026-03-12%20.._%C3%85se%20_x___Set-Cookie_%20a%3Db%20%E2%80%93%20slett.csv"
        );
    }

    #[test]
    fn any_body_is_a_form() {
        for body in [&b""[..], b"\xff\xfe", b"narrowing=%ff&why", b"contact=false&contact[]=true"] {
            let (filter, typed) = read(body);
            assert!(!filter.is_narrowed() && !typed.contact && typed.check().is_err());
        }
    }
}
