//! The viewer's own named filters: all of them, a new one, and one to change.

use domain::members::{MemberFilter, SEGMENT_NAME_MAX, Segment};
use domain::{Field, Lang};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{
    ActionBar, Alert, Button, ButtonVariant, CardLink, EmptyState, ErrorItem, ErrorSummary, Form, HiddenField, IconLink, IconName, LinkTo,
    Page, PageHeading, Section, TextField, Tone,
};

use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes::{self, SegmentDone};

use super::api::{self, SegmentForm, Segments};
use super::{filter, text};

/// All segments; and when the address holds a filter, the form that names it.
#[component]
pub(crate) fn SegmentsPage() -> impl IntoView {
    let asked = filter::asked();
    let done = use_query_map().get_untracked().get(routes::SEGMENT_DONE).and_then(|code| SegmentDone::from_code(&code));
    let shown = asked.clone();
    let fetch = move || {
        let narrowing = asked.narrowing();
        async move { api::list_segments(narrowing).await }
    };
    load(fetch, move |segments| show(&shown, done, segments))
}

fn show(asked: &MemberFilter, done: Option<SegmentDone>, view: Segments) -> AnyView {
    let lang = PageCx::current().lang;
    let Segments { segments, key, name, errors } = view;
    let error = errors.of(Field::SegmentName).map(|code| terms::error(lang, Field::SegmentName, code));
    let summary: Vec<ErrorItem> = error.iter().map(|text| ErrorItem::field(Field::SegmentName.code(), text.clone())).collect();
    let has_errors = error.is_some();
    let new = asked.is_narrowed().then(|| new_one(lang, asked, key, name, error));
    let list = list(lang, &segments, asked.is_narrowed());
    let done = done.map(|done| {
        let words = match done {
            SegmentDone::Saved => text::segment_saved(lang),
            SegmentDone::Renamed => text::segment_renamed(lang),
            SegmentDone::Removed => text::segment_removed(lang),
        };
        view! { <Alert tone=Tone::Success status=true><p>{words}</p></Alert> }
    });
    let back = LinkTo::new(routes::members(&asked.query, &asked.narrowing(), None), text::title(lang));
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

fn new_one(lang: Lang, asked: &MemberFilter, key: String, name: String, error: Option<String>) -> AnyView {
    let (chosen, narrowing) = (filter::in_one_line(lang, asked), asked.narrowing());
    view! {
        <Section title=text::segment_new(lang)>
            <p>{chosen}</p>
            <Form action="/api/members/segments/save">
                <HiddenField name="key" value=key />
                <HiddenField name="narrowing" value=narrowing />
                {name_field(lang, name, error)}
                <ActionBar>
                    <Button variant=ButtonVariant::Primary>{text::save_segment(lang)}</Button>
                </ActionBar>
            </Form>
        </Section>
    }
    .into_any()
}

fn name_field(lang: Lang, name: String, error: Option<String>) -> AnyView {
    let label = terms::field(lang, Field::SegmentName);
    view! {
        <TextField
            name=Field::SegmentName.code()
            label=label
            hint=text::segment_name_hint(lang)
            value=name
            error=error
            autocomplete="off"
            maxlength=SEGMENT_NAME_MAX
        />
    }
    .into_any()
}

fn list(lang: Lang, segments: &[Segment], saving: bool) -> AnyView {
    if segments.is_empty() {
        if saving {
            return ().into_any();
        }
        let choose = LinkTo::new(routes::MEMBERS, text::title(lang));
        return view! { <EmptyState title=text::no_segments(lang) why=text::no_segments_why(lang) action=choose /> }.into_any();
    }
    let cards: Vec<_> = segments
        .iter()
        .map(|segment| {
            let href = routes::members("", &segment.narrowing, None);
            let told = filter::in_one_line(lang, &MemberFilter::read(String::new(), &segment.narrowing));
            let (name, change, label) = (segment.name.clone(), routes::segment(segment.id), text::change_segment(lang, &segment.name));
            view! {
                <CardLink href=href title=name meta=vec![told] />
                <p><IconLink href=change icon=IconName::Edit>{label}</IconLink></p>
            }
        })
        .collect();
    view! { <Section title=text::segments_saved(lang)><div class="k-cards">{cards}</div></Section> }.into_any()
}

/// One segment: another name, or away with it.
#[component]
pub(crate) fn SegmentPage() -> impl IntoView {
    let id = use_params_map().get_untracked().get("id").unwrap_or_default();
    load(move || api::open_segment(id.clone()), show_one)
}

fn show_one(form: SegmentForm) -> AnyView {
    let lang = PageCx::current().lang;
    let SegmentForm { segment, name, errors } = form;
    let error = errors.of(Field::SegmentName).map(|code| terms::error(lang, Field::SegmentName, code));
    let summary: Vec<ErrorItem> = error.iter().map(|text| ErrorItem::field(Field::SegmentName.code(), text.clone())).collect();
    let has_errors = error.is_some();
    let told = filter::in_one_line(lang, &MemberFilter::read(String::new(), &segment.narrowing));
    let (id, version, title) = (segment.id.to_string(), segment.version.to_string(), segment.name.clone());
    let (same_id, same_version) = (id.clone(), version.clone());
    view! {
        <PageTitle page=title.clone() has_errors=has_errors />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=title back=LinkTo::new(routes::SEGMENTS, text::segments(lang)) lead=told />
            <Form action="/api/members/segments/rename">
                <HiddenField name="id" value=id />
                <HiddenField name="version" value=version />
                {name_field(lang, name, error)}
                <ActionBar>
                    <Button variant=ButtonVariant::Primary>{text::segment_rename(lang)}</Button>
                </ActionBar>
            </Form>
            <Section title=text::segment_remove(lang)>
                <p>{text::segment_remove_why(lang)}</p>
                <Form action="/api/members/segments/remove">
                    <HiddenField name="id" value=same_id />
                    <HiddenField name="version" value=same_version />
                    <Button variant=ButtonVariant::Danger>{text::segment_remove(lang)}</Button>
                </Form>
            </Section>
        </Page>
    }
    .into_any()
}
