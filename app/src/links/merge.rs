//! Merging a case into another.

use domain::cases::CaseRow;
use domain::links::MergeForm;
use domain::{Field, Lang};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{
    ActionBar, Alert, Button, ButtonLink, ButtonVariant, ErrorItem, ErrorSummary, Form, HiddenField, LinkTo, List, ListItem, Page,
    PageHeading, Section, Tone,
};

use crate::cx::{PageCx, fresh_key};
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::{format, routes};

use super::{api, find, parts, text};

/// Which the other case is; and then what will happen, before it does.
#[component]
pub(crate) fn MergePage() -> impl IntoView {
    let case = use_params_map().get_untracked().get("id").unwrap_or_default();
    let number = use_query_map().get_untracked().get(routes::CASE_NUMBER).unwrap_or_default();
    let typed = number.clone();
    load(move || api::open_merge_form(case.clone(), number.clone()), move |form| show(&form, &typed))
}

fn show(form: &MergeForm, typed: &str) -> AnyView {
    let lang = PageCx::current().lang;
    let back = LinkTo::new(routes::case(form.now.case), text::back_to(lang, form.now.number));
    if !form.now.possible {
        return view! {
            <PageTitle page=text::merge(lang) />
            <Page>
                <PageHeading title=text::merge(lang) back=back />
                <Alert tone=Tone::Warning><p>{text::merge_closed(lang)}</p></Alert>
            </Page>
        }
        .into_any();
    }
    match &form.into {
        Some(into) => confirm(lang, form, into, back),
        None => choose(lang, form, typed, back),
    }
}

fn choose(lang: Lang, form: &MergeForm, typed: &str, back: LinkTo) -> AnyView {
    let error = form.refused.map(|code| terms::error(lang, Field::CaseNumber, code));
    let summary: Vec<ErrorItem> = error.iter().map(|words| ErrorItem::field(routes::CASE_NUMBER, words.clone())).collect();
    let has_errors = !summary.is_empty();
    let here = form.now.case;
    let field = find::field(lang, routes::merge_case(here), typed.to_owned(), error, i18n::next(lang));
    let others: Vec<_> = form
        .others
        .iter()
        .map(|row| {
            let (href, name) = (routes::merge_case_with(here, &row.number.to_string()), parts::named(lang, row));
            view! { <ListItem><a class="ds-link" href=href>{name}</a></ListItem> }
        })
        .collect();
    let others = (!others.is_empty()).then(|| {
        view! {
            <Section title=text::same_people(lang)>
                <List label=text::same_people(lang)>{others}</List>
            </Section>
        }
    });
    view! {
        <PageTitle page=text::merge(lang) has_errors=has_errors />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=text::merge(lang) lead=text::merge_lead(lang) back=back />
            {others}
            {field}
        </Page>
    }
    .into_any()
}

fn confirm(lang: Lang, form: &MergeForm, into: &CaseRow, back: LinkTo) -> AnyView {
    let now = &form.now;
    let title = text::merge_into(lang, into.number);
    let kept_out = form.keeps_out.then(|| text::merge_kept_out(lang, now.number, into.number));
    let means = [text::merge_ends(lang, now.number), text::merge_goes_on(lang, into.number), text::merge_people(lang, into.number)];
    let means = means.into_iter().chain(kept_out).chain([text::merge_undo(lang, now.number)]);
    let means: Vec<_> = means.map(|words| view! { <ListItem>{words}</ListItem> }).collect();
    let titles = now.open_tasks.iter().map(|task| task.title.clone());
    let tasks: Vec<_> = titles.map(|title| view! { <ListItem>{title}</ListItem> }).collect();
    let tasks = (!tasks.is_empty()).then(|| view! { <Section title=text::merge_tasks(lang, into.number)><List>{tasks}</List></Section> });
    let left: Vec<_> = now
        .meetings
        .iter()
        .chain(&now.unsigned)
        .map(|row| {
            let (href, words) = (routes::meeting(row.case, row.id), text::merge_meeting(lang, &format::time(lang, row.starts_at)));
            view! { <ListItem><a class="ds-link" href=href>{words}</a></ListItem> }
        })
        .collect();
    let left = (!left.is_empty()).then(|| view! { <Section title=text::merge_left(lang, now.number)><List>{left}</List></Section> });
    let name = parts::named(lang, into);
    let (case, version, number, another) =
        (now.case.to_string(), now.version.to_string(), into.number.to_string(), routes::merge_case(now.case));
    view! {
        <PageTitle page=title.clone() />
        <Page>
            <PageHeading title=title lead=name back=back />
            <Section title=text::merge_means(lang)><List>{means}</List></Section>
            {tasks}
            {left}
            <Form action="/api/links/merge">
                <HiddenField name="case" value=case />
                <HiddenField name="version" value=version />
                <HiddenField name="key" value=fresh_key() />
                <HiddenField name="number" value=number />
                <ActionBar>
                    <Button variant=ButtonVariant::Primary>{text::merge_save(lang)}</Button>
                    <ButtonLink href=another variant=ButtonVariant::Secondary>{text::merge_another(lang)}</ButtonLink>
                </ActionBar>
            </Form>
        </Page>
    }
    .into_any()
}
