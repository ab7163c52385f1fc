//! What stands around every step.

use domain::cases::Step;
use domain::{Field, FieldErrors, Lang};
use leptos::prelude::*;
use ui::{BackLink, ErrorItem, ErrorSummary, LinkTo, Page, Steps};

use crate::i18n::{self, terms};
use crate::layout::PageTitle;

use super::api::Progress;
use super::text;

/// The errors that belong to a step: what was refused elsewhere is said there.
pub(super) fn errors_at(progress: &Progress, step: Step) -> FieldErrors {
    let of_step = |field: &Field| step == Step::Check || step.fields().contains(field);
    FieldErrors(progress.errors.0.iter().filter(|(field, _)| of_step(field)).copied().collect())
}

/// The way back, the step count, errors, and the step itself.
pub(super) fn step(lang: Lang, step: Step, back: Option<LinkTo>, question: &str, errors: &FieldErrors, content: AnyView) -> AnyView {
    let items: Vec<ErrorItem> =
        errors.0.iter().map(|(field, code)| ErrorItem::field(field.code(), terms::error(lang, *field, *code))).collect();
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
