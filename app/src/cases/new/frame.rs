//! What stands around every step.

use domain::cases::Step;
use domain::{Code, Field, FieldErrors, Lang};
use leptos::prelude::*;
use ui::{BackLink, ErrorItem, ErrorSummary, LinkTo, Page, Steps, field_id};

use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::routes;

use super::api::Progress;
use super::text;

/// The errors that belong to a step: what was refused elsewhere is said there.
pub(super) fn errors_at(progress: &Progress, step: Step) -> FieldErrors {
    let of_step = |field: &Field| step == Step::Check || step.fields().contains(field);
    FieldErrors(progress.errors.0.iter().filter(|(field, _)| of_step(field)).copied().collect())
}

/// A line of the error summary leads to its field: on this page, or on that of the step which asks for it.
fn item(lang: Lang, step: Step, draft: &str, field: Field, code: Code) -> ErrorItem {
    let text = terms::error(lang, field, code);
    match Step::ALL.into_iter().find(|other| other.fields().contains(&field)) {
        Some(other) if other != step => ErrorItem::new(format!("{}#{}", routes::new_case(draft, other), field_id(field.code())), text),
        _ => ErrorItem::field(field.code(), text),
    }
}

/// The way back, the step count, errors, and the step itself.
pub(super) fn step(
    lang: Lang,
    step: Step,
    draft: &str,
    back: Option<LinkTo>,
    question: &str,
    errors: &FieldErrors,
    content: AnyView,
) -> AnyView {
    let items: Vec<ErrorItem> = errors.0.iter().map(|(field, code)| item(lang, step, draft, *field, *code)).collect();
    view! {
        <PageTitle page=question has_errors=!errors.is_empty() />
        <Page>
            {back.map(|to| view! { <BackLink to=to /> })}
            <Steps label=text::step(lang, step.number()) current=u32::from(step.number()) total=4 />
            <ErrorSummary title=i18n::fix_errors(lang) items=items />
            {content}
        </Page>
    }
    .into_any()
}
