//! Everybody: the club or the workplace.

use domain::cases::{Everybody, PlacePage};
use domain::{Field, FieldErrors, Lang};
use leptos::prelude::*;
use ui::{ActionBar, Button, ButtonVariant, Choice, EmptyState, Form, HiddenField, RadioGroup, field_id};

use crate::i18n::{self, terms};

use crate::cases::new::progress::Progress;
use crate::cases::new::text;

/// One place out of those in which the viewer may open such a case.
pub(super) fn choices(lang: Lang, progress: &Progress, query: &str, page: &PlacePage, errors: &FieldErrors) -> AnyView {
    if page.places.is_empty() {
        let title = if query.trim().is_empty() { text::places_nowhere(lang) } else { text::who_none(lang, query.trim()) };
        let id = field_id(Field::CasePlace.code());
        return view! { <div id=id><EmptyState title=title why=text::places_none_why(lang) /></div> }.into_any();
    }
    let options = page
        .places
        .iter()
        .map(|(place, name)| match name {
            Everybody::Club(name) => Choice::new(place.to_string(), name.clone()).describe(text::place_club(lang)),
            Everybody::Workplace(name) => Choice::new(place.to_string(), name.clone()).describe(text::place_workplace(lang)),
        })
        .collect::<Vec<_>>();
    let error = errors.of(Field::CasePlace).map(|code| terms::error(lang, Field::CasePlace, code));
    let more = page.more.then(|| view! { <p class="k-meta">{text::places_more(lang)}</p> });
    let (draft, selected) = (progress.draft.clone(), progress.typed.case_place.clone());
    view! {
        <Form action="/api/cases/new/place">
            <HiddenField name="draft" value=draft />
            <RadioGroup name=Field::CasePlace.code() legend=text::places_question(lang) options=options selected=selected error=error />
            {more}
            <ActionBar>
                <Button variant=ButtonVariant::Primary>{i18n::next(lang)}</Button>
            </ActionBar>
        </Form>
    }
    .into_any()
}
