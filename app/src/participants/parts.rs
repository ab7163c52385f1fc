//! What the forms about persons share.

use domain::participants::{Candidate, PersonForm};
use domain::{Field, FieldErrors, Lang};
use leptos::prelude::*;
use ui::{Choice, EmptyState, ErrorItem, RadioGroup, SearchField, field_id};

use crate::cx::PageCx;
use crate::i18n::{self, terms};

use super::text;

/// The search, which is a form of its own before the form.
pub(super) fn search<T>(lang: Lang, form: &PersonForm<T>, address: String) -> AnyView {
    view! { <SearchField action=address label=text::search(lang) submit=i18n::search(lang) value=form.query.clone() /> }.into_any()
}

/// Whom one may choose, by name and office.
pub(super) fn persons<T>(lang: Lang, form: &PersonForm<T>, question: String, chosen: &str) -> AnyView {
    if form.candidates.is_empty() {
        return view! {
            <div id=field_id(Field::Person.code())><EmptyState title=text::nobody(lang) why=text::nobody_why(lang) /></div>
        }
        .into_any();
    }
    let PageCx { offices, .. } = PageCx::current();
    let choice = |one: &Candidate| {
        let office = one.office.as_ref().map(|(office, unit)| text::at(lang, offices.name(lang, office), unit));
        Choice::new(one.person.to_string(), one.name.clone()).describe(office.unwrap_or_else(|| text::a_party(lang)))
    };
    let options = form.candidates.iter().map(choice).collect();
    let more = form.more.then(|| view! { <p class="k-meta">{text::more(lang)}</p> });
    view! {
        <RadioGroup
            name=Field::Person.code()
            legend=question
            options=options
            selected=chosen.to_owned()
            error=error(lang, &form.errors, Field::Person)
        />
        {more}
    }
    .into_any()
}

/// What is wrong with a field, in words.
pub(super) fn error(lang: Lang, errors: &FieldErrors, field: Field) -> Option<String> {
    errors.of(field).map(|code| terms::error(lang, field, code))
}

/// The same for all fields, with the way to each.
pub(super) fn summary(lang: Lang, errors: &FieldErrors) -> Vec<ErrorItem> {
    errors.0.iter().map(|(field, code)| ErrorItem::field(field.code(), terms::error(lang, *field, *code))).collect()
}
