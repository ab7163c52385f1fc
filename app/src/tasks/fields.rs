//! The fields of a task, for a new one and for one that is changed.

use domain::tasks::{NewTaskTyped, Repeat, Worker};
use domain::{Field, FieldErrors, Lang};
use leptos::prelude::*;
use ui::{DateField, ErrorItem, SelectField, SelectOption, TextArea, TextField};

use crate::i18n::{self, terms};

use super::text;

/// What is to be done, and when.
pub(super) fn first(lang: Lang, typed: &NewTaskTyped, errors: &FieldErrors) -> AnyView {
    let (wrong_title, wrong_due) = (error(lang, errors, Field::TaskTitle), error(lang, errors, Field::TaskDue));
    let (title, due) = (typed.title.clone(), typed.due.clone());
    view! {
        <TextField
            name=Field::TaskTitle.code()
            label=text::what(lang)
            hint=text::what_hint(lang)
            value=title
            error=wrong_title
        />
        <DateField
            name=Field::TaskDue.code()
            label=text::when(lang)
            hint=i18n::date_hint(lang)
            mark=i18n::optional(lang)
            value=due
            error=wrong_due
        />
    }
    .into_any()
}

/// Who is to do it, when there is anybody to choose among.
pub(super) fn owner(lang: Lang, typed: &NewTaskTyped, workers: &[Worker], errors: &FieldErrors) -> Option<AnyView> {
    let wrong = error(lang, errors, Field::TaskOwner);
    if workers.len() < 2 && wrong.is_none() {
        return None;
    }
    let options = workers.iter().map(|worker| SelectOption::new(worker.id.to_string(), worker.name.clone())).collect();
    let first = workers.first().map(|worker| worker.id.to_string());
    let selected = Some(typed.given_to.clone()).filter(|id| !id.is_empty()).or(first);
    Some(
        view! {
            <SelectField
                name=Field::TaskOwner.code()
                label=terms::field(lang, Field::TaskOwner)
                hint=text::given_hint(lang)
                options=options
                selected=selected
                error=wrong
            />
        }
        .into_any(),
    )
}

/// How often it comes again, and more about it.
pub(super) fn more(lang: Lang, typed: &NewTaskTyped, errors: &FieldErrors) -> AnyView {
    let (wrong_repeat, wrong_details) = (error(lang, errors, Field::TaskRepeat), error(lang, errors, Field::TaskDetails));
    let repeats = Repeat::ALL.iter().map(|repeat| SelectOption::new(repeat.code(), terms::repeat(lang, *repeat))).collect();
    let (repeat, details) = (typed.repeat.clone(), typed.details.clone());
    view! {
        <SelectField
            name=Field::TaskRepeat.code()
            label=text::again(lang)
            hint=text::again_hint(lang)
            options=repeats
            selected=repeat
            error=wrong_repeat
        />
        <TextArea
            name=Field::TaskDetails.code()
            label=terms::field(lang, Field::TaskDetails)
            mark=i18n::optional(lang)
            value=details
            error=wrong_details
        />
    }
    .into_any()
}

/// What is wrong with a field, in words.
pub(super) fn error(lang: Lang, errors: &FieldErrors, field: Field) -> Option<String> {
    errors.of(field).map(|code| terms::error(lang, field, code))
}

/// The same of all fields, for the top of the page.
pub(super) fn summary(lang: Lang, errors: &FieldErrors) -> Vec<ErrorItem> {
    errors.0.iter().map(|(field, code)| ErrorItem::field(field.code(), terms::error(lang, *field, *code))).collect()
}
