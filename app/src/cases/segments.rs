//! The viewer's own saved lists of cases: all of them, and a new one.

use domain::cases::CaseFilter;
use domain::members::{SEGMENT_NAME_MAX, Segment};
use domain::{Field, Lang};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{
    ActionBar, Alert, Button, ButtonVariant, EmptyState, ErrorItem, ErrorSummary, Form, HiddenField, LinkTo, List, ListItem, Page,
    PageHeading, Section, TextField, Tone,
};

use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::api::{self, CaseSegments};
use super::{filter, text};

/// All of them; and when the address holds a filter, the form that names it.
#[component]
pub(crate) fn CaseSegmentsPage() -> impl IntoView {
    let asked = filter::asked();
    let done = use_query_map().get_untracked().get(routes::SEGMENT_DONE).unwrap_or_default();
    let shown = asked.clone();
    let fetch = move || {
        let narrowing = asked.narrowing();
        async move { api::list_segments(narrowing).await }
    };
    load(fetch, move |segments| show(&shown, &done, segments))
}

fn show(asked: &CaseFilter, done: &str, view: CaseSegments) -> AnyView {
    let lang = PageCx::current().lang;
    let CaseSegments { segments, key, name, errors } = view;
    let error = errors.of(Field::SegmentName).map(|code| terms::error(lang, Field::SegmentName, code));
    let summary: Vec<ErrorItem> = error.iter().map(|text| ErrorItem::field(Field::SegmentName.code(), text.clone())).collect();
    let has_errors = error.is_some();
    let new = asked.is_narrowed().then(|| new_one(lang, asked, key, name, error));
    let list = list(lang, &segments, asked.is_narrowed());
    let back = LinkTo::new(routes::cases(&asked.narrowing(), None), text::title(lang));
    let done = match done {
        "lagret" => Some(text::segment_saved(lang)),
        "slettet" => Some(text::segment_removed(lang)),
        _ => None,
    };
    let done = done.map(|words| view! { <Alert tone=Tone::Success status=true><p>{words}</p></Alert> });
    view! {
        <PageTitle page=text::segments(lang) has_errors=has_errors />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=text::segments(lang) back=back lead=text::segments_lead(lang) />
            {done}
            {new}
            {list}
        </Page>
    }
    .into_any()
}

fn new_one(lang: Lang, asked: &CaseFilter, key: String, name: String, error: Option<String>) -> AnyView {
    let (chosen, narrowing) = (filter::in_one_line(lang, &PageCx::current().case_types, asked), asked.narrowing());
    view! {
        <Section title=text::segment_new(lang)>
            <p>{chosen}</p>
            <Form action="/api/cases/segments/save">
                <HiddenField name="key" value=key />
                <HiddenField name="narrowing" value=narrowing />
                <TextField
                    name=Field::SegmentName.code()
                    label=terms::field(lang, Field::SegmentName)
                    hint=text::segment_name_hint(lang)
                    value=name
                    error=error
                    autocomplete="off"
                    maxlength=SEGMENT_NAME_MAX
                />
                <ActionBar>
                    <Button variant=ButtonVariant::Primary>{text::save_segment(lang)}</Button>
                </ActionBar>
            </Form>
        </Section>
    }
    .into_any()
}

fn list(lang: Lang, segments: &[Segment], saving: bool) -> AnyView {
    if segments.is_empty() {
        if saving {
            return ().into_any();
        }
        let choose = LinkTo::new(routes::CASES, text::title(lang));
        return view! { <EmptyState title=text::no_segments(lang) why=text::no_segments_why(lang) action=choose /> }.into_any();
    }
    let items: Vec<_> = segments
        .iter()
        .map(|segment| {
            let (href, name) = (routes::cases(&segment.narrowing, None), segment.name.clone());
            let told = filter::in_one_line(lang, &PageCx::current().case_types, &CaseFilter::read(&segment.narrowing));
            let (id, remove) = (segment.id.to_string(), text::segment_remove(lang, &segment.name));
            let end = view! {
                <Form action="/api/cases/segments/remove">
                    <HiddenField name="id" value=id />
                    <Button variant=ButtonVariant::Tertiary>
                        <span aria-hidden="true">{text::remove(lang)}</span>
                        <span class="ds-sr-only">{remove}</span>
                    </Button>
                </Form>
            }
            .into_any();
            view! {
                <ListItem end=end>
                    <a class="ds-link" href=href>{name}</a>
                    <p class="k-meta">{told}</p>
                </ListItem>
            }
        })
        .collect();
    view! { <Section title=text::segments_saved(lang)><List divided=true>{items}</List></Section> }.into_any()
}
