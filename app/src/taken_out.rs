//! What is asked before anything is taken out as a file: what for. And what whoever has it must do.

use domain::members::{ExportPurpose, ExportTyped, WHY_MAX};
use domain::{Field, FieldErrors, Lang};
use leptos::prelude::*;
use ui::{Alert, Choice, ErrorItem, RadioGroup, TextField, Tone};

use crate::i18n::{terms, texts};

texts! {
    duty() { nb: "Dette må du gjøre", nn: "Dette må du gjere", en: "What you must do" }
    delete_it() { nb: "Slett filen når du er ferdig med den.", nn: "Slett fila når du er ferdig med ho.", en: "Delete the file when you have finished with it." }
    it_is_logged() { nb: "Navnet ditt og formålet står i filen og i innsynsloggen.", nn: "Namnet ditt og føremålet står i fila og i innsynsloggen.", en: "Your name and the purpose stand in the file and in the access log." }
}

/// What was wrong, for the top of the page.
pub(crate) fn summary(lang: Lang, errors: &FieldErrors) -> Vec<ErrorItem> {
    let item = |field: Field| Some(ErrorItem::field(field.code(), terms::error(lang, field, errors.of(field)?)));
    [Field::ExportPurpose, Field::ExportWhy].into_iter().filter_map(item).collect()
}

/// What kind of purpose, and which, with an example of it.
pub(crate) fn purpose(lang: Lang, typed: &ExportTyped, errors: &FieldErrors, example: String) -> AnyView {
    let error = |field: Field| errors.of(field).map(|code| terms::error(lang, field, code));
    let options: Vec<Choice> =
        ExportPurpose::ALL.iter().map(|purpose| Choice::new(purpose.code(), terms::purpose(lang, *purpose))).collect();
    let (purpose, why) = (typed.purpose.clone(), typed.why.clone());
    let (purpose_error, why_error) = (error(Field::ExportPurpose), error(Field::ExportWhy));
    view! {
        <RadioGroup
            name=Field::ExportPurpose.code()
            legend=terms::field(lang, Field::ExportPurpose)
            options=options
            selected=purpose
            error=purpose_error
        />
        <TextField
            name=Field::ExportWhy.code()
            label=terms::field(lang, Field::ExportWhy)
            hint=example
            value=why
            error=why_error
            maxlength=WHY_MAX
        />
    }
    .into_any()
}

/// What must be done with the file, and who may have it.
pub(crate) fn duties(lang: Lang, who_may_have_it: String) -> AnyView {
    view! {
        <Alert tone=Tone::Warning title=duty(lang)>
            <ul>
                <li>{delete_it(lang)}</li>
                <li>{who_may_have_it}</li>
                <li>{it_is_logged(lang)}</li>
            </ul>
        </Alert>
    }
    .into_any()
}
