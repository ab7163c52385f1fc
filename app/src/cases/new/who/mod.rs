//! Who is it about? One member, several, or everybody at a place.

mod api;
mod everybody;
mod several;

use domain::cases::{CaseKind, PlacePage, Step};
use domain::members::{MemberPage, MemberRow};
use domain::{Field, FieldErrors, Lang};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use serde::{Deserialize, Serialize};
use ui::{
    ActionBar, Alert, Button, ButtonVariant, EmptyState, Form, HiddenField, LinkTo, List, ListItem, PageHeading, SearchField, Tone,
    field_id,
};

use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::load::load;
use crate::routes;

use super::api::read_progress;
use super::progress::Progress;
use super::{frame, text};

/// Whom one can choose from.
#[derive(Clone, Serialize, Deserialize)]
enum Found {
    People(MemberPage),
    Places(PlacePage),
}

/// A search, and one button for each member found: one tap chooses and goes on. Where the type allows it, the case can be
/// about several, who are chosen one at a time, or about everybody at a place.
#[component]
pub(crate) fn WhoPage() -> impl IntoView {
    let draft = use_params_map().get_untracked().get("draft").unwrap_or_default();
    let query = use_query_map().get_untracked().get("q").unwrap_or_default();
    let asked = query.clone();
    let fetch = move || {
        let (draft, query) = (draft.clone(), query.clone());
        async move {
            let progress = read_progress(draft.clone()).await?;
            let found = match progress.kind {
                CaseKind::Collective => Found::Places(api::places(draft, query).await?),
                CaseKind::Individual | CaseKind::Group => Found::People(api::people(query).await?),
            };
            Ok((progress, found))
        }
    };
    load(fetch, move |(progress, found)| show(&progress, &asked, &found))
}

fn show(progress: &Progress, query: &str, found: &Found) -> AnyView {
    let lang = PageCx::current().lang;
    let errors = frame::errors_at(progress, Step::Who);
    let question = text::who_question(lang);
    let back = LinkTo::new(routes::new_case(&progress.draft, Step::About), i18n::back(lang));
    let (lead, label) = match progress.kind {
        CaseKind::Individual => (text::who_hint(lang), text::search_label(lang)),
        CaseKind::Group => (text::several_hint(lang), text::search_label(lang)),
        CaseKind::Collective => (text::everybody_hint(lang), text::places_label(lang)),
    };
    let before = match progress.kind {
        CaseKind::Individual => chosen(lang, progress),
        CaseKind::Group => several::chosen(lang, progress),
        CaseKind::Collective => None,
    };
    let choices = match found {
        Found::People(people) => choices(lang, progress, query, people),
        Found::Places(places) => everybody::choices(lang, progress, query, places, &errors),
    };
    let content = view! {
        <PageHeading title=question.clone() lead=lead />
        {other_kinds(lang, progress)}
        {before}
        {at_field(lang, &errors)}
        <SearchField action=routes::new_case_who(&progress.draft) label=label submit=i18n::search(lang) value=query />
        {choices}
    }
    .into_any();
    frame::step(lang, Step::Who, progress, Some(back), &question, &errors, content)
}

/// How many else the case can be about, where the type allows more than one kind.
fn other_kinds(lang: Lang, progress: &Progress) -> Option<AnyView> {
    let types = PageCx::current().case_types;
    let others = progress.typed.kinds(&types).iter().filter(|kind| **kind != progress.kind);
    let buttons: Vec<_> = others
        .map(|kind| {
            let words = match kind {
                CaseKind::Individual => text::about_one(lang),
                CaseKind::Group => text::about_several(lang),
                CaseKind::Collective => text::about_everybody(lang),
            };
            view! { <Button variant=ButtonVariant::Tertiary name="kind" value=kind.code()>{words}</Button> }
        })
        .collect();
    let draft = progress.draft.clone();
    (!buttons.is_empty()).then(|| {
        view! {
            <Form action="/api/cases/new/kind">
                <HiddenField name="draft" value=draft />
                <ActionBar>{buttons}</ActionBar>
            </Form>
        }
        .into_any()
    })
}

/// Whoever was chosen before, one tap from going on.
fn chosen(lang: Lang, progress: &Progress) -> Option<AnyView> {
    let name = progress.member_name()?.to_owned();
    let (draft, member) = (progress.draft.clone(), progress.typed.member.clone());
    Some(
        view! {
            <Alert tone=Tone::Info>
                <p>{text::who_chosen(lang, &name)}</p>
                <Form action="/api/cases/new/who">
                    <HiddenField name="draft" value=draft />
                    <HiddenField name="member" value=member />
                    <ActionBar>
                        <Button variant=ButtonVariant::Primary>{text::who_go_on(lang, &name)}</Button>
                    </ActionBar>
                </Form>
            </Alert>
        }
        .into_any(),
    )
}

fn at_field(lang: Lang, errors: &FieldErrors) -> Option<AnyView> {
    let code = errors.of(Field::Member)?;
    Some(view! { <p class="ds-validation-message" data-color="danger">{terms::error(lang, Field::Member, code)}</p> }.into_any())
}

fn choices(lang: Lang, progress: &Progress, query: &str, people: &MemberPage) -> AnyView {
    if people.rows.is_empty() {
        let title = text::who_none(lang, query.trim());
        return view! { <div id=field_id(Field::Member.code())><EmptyState title=title why=text::who_none_why(lang) /></div> }.into_any();
    }
    let shown = people.rows.len() as u64;
    let more = (people.total > shown).then(|| view! { <p class="k-meta">{text::who_more(lang, shown, people.total)}</p> });
    let several = progress.kind == CaseKind::Group;
    let there = |row: &MemberRow| several && progress.people.iter().any(|person| person.id == row.id);
    let (action, name) = if several { ("/api/cases/new/members", "add") } else { ("/api/cases/new/who", "member") };
    let words = if several { text::several_add(lang) } else { text::who_choose(lang) };
    let label = |row: &MemberRow| if several { text::several_add_name(lang, &row.name) } else { text::who_choose_name(lang, &row.name) };
    let items: Vec<_> = people
        .rows
        .iter()
        .filter(|row| !there(row))
        .map(|row| {
            let job = row.jobs.first().map(|job| format!("{}, {}", job.title, job.workplace)).unwrap_or_default();
            let (words, label) = (words.clone(), label(row));
            let button = view! {
                <Button variant=ButtonVariant::Secondary name=name value=row.id.to_string()>
                    <span aria-hidden="true">{words}</span>
                    <span class="ds-sr-only">{label}</span>
                </Button>
            }
            .into_any();
            let name = row.name.clone();
            view! {
                <ListItem end=button>
                    <div class="k-task">
                        <span class="k-task-title">{name}</span>
                        <span class="k-meta">{job}</span>
                    </div>
                </ListItem>
            }
        })
        .collect();
    let draft = progress.draft.clone();
    view! {
        <Form action=action id=field_id(Field::Member.code())>
            <HiddenField name="draft" value=draft />
            <List label=text::who_list(lang) divided=true>{items}</List>
            {more}
        </Form>
    }
    .into_any()
}
