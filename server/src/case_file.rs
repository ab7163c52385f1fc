//! The case list as a file: the answer to the form that says what for.

use app::AppError;
use app::cx::RequestCx;
use axum::Extension;
use axum::body::Bytes;
use axum::response::Response;
use domain::cases::CaseFilter;
use domain::members::ExportTyped;
use store::drafts::Draft;
use store::{SignedIn, StoreError, Viewer};

use crate::member_file::{Made, answered, refused, saved};
use crate::paths;

/// Makes the file in the request, with the rights that its sender has at this moment; or leads back to the form, with
/// what was typed.
pub(crate) async fn make(Extension(cx): Extension<RequestCx>, body: Bytes) -> Response {
    let Some(SignedIn::Viewer(viewer)) = cx.signed_in.as_deref() else { return refused(AppError::Forbidden) };
    let made = answer(&cx, viewer, &body).await;
    answered(&cx, made)
}

async fn answer(cx: &RequestCx, viewer: &Viewer, body: &[u8]) -> Result<Response, StoreError> {
    let (filter, typed) = read(body);
    let here = app::routes::case_file(&filter.narrowing());
    let made = match typed.check() {
        Ok(order) => cx.store.export_cases(viewer, &filter, order).await,
        Err(errors) => Err(StoreError::Invalid(errors)),
    };
    match made {
        Ok(export) => {
            if cx.store.draft::<(String, ExportTyped)>(viewer, app::cases::FILE_DRAFT).await?.is_some() {
                cx.store.drop_draft(viewer, app::cases::FILE_DRAFT).await?;
            }
            let sheet = app::cases::sheet(cx.lang, viewer.offices(), viewer.case_types(), &export);
            let name = app::cases::file_name(cx.lang, &export);
            saved(export.order.kind, sheet, Made { name, plain: "saker", author: export.made_by, at: export.made_at }).await
        }
        Err(StoreError::Invalid(errors)) => {
            cx.store.keep_draft(viewer, app::cases::FILE_DRAFT, &Draft { typed: (here.clone(), typed), errors }).await?;
            Ok(paths::see_other(&here))
        }
        Err(error) => Err(error),
    }
}

/// The fields of the form; what is not there is empty.
fn read(body: &[u8]) -> (CaseFilter, ExportTyped) {
    let (mut narrowing, mut typed) = (String::new(), ExportTyped::default());
    for (name, value) in url::form_urlencoded::parse(body) {
        let value = value.into_owned();
        match name.as_ref() {
            "narrowing" => narrowing = value,
            "purpose" => typed.purpose = value,
            "why" => typed.why = value,
            "kind" => typed.kind = value,
            _ => {}
        }
    }
    (CaseFilter::read(&narrowing), typed)
}
