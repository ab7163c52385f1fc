//! Who is it about?

use domain::cases::Step;
use domain::members::MemberPage;
use domain::{Field, FieldErrors, Lang};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{
    ActionBar, Alert, Button, ButtonVariant, EmptyState, Form, HiddenField, LinkTo, List, ListItem, PageHeading, SearchField, Tone,
    field_id,
};

use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::load::load;
use crate::routes;

use super::api::{self, Progress};
use super::{frame, text};

/// A search, and one button for each member found: one tap chooses and goes on.
#[component]
pub(crate) fn WhoPage() -> impl IntoView {
    let draft = use_params_map().get_untracked().get("draft").unwrap_or_default();
    let query = use_query_map().get_untracked().get("q").unwrap_or_default();
    let asked = query.clone();
    let fetch = move || {
        let (draft, query) = (draft.clone(), query.clone());
        async move { Ok((api::read_progress(draft).await?, api::people(query).await?)) }
    };
    load(fetch, move |(progress, people)| show(&progress, &asked, &people))
}

fn show(progress: &Progress, query: &str, people: &MemberPage) -> AnyView {
    let lang = PageCx::current().lang;
    let errors = frame::errors_at(progress, Step::Who);
    let question = text::who_question(lang);
    let back = LinkTo::new(routes::new_case(&progress.draft, Step::About), i18n::back(lang));
    let content = view! {
        <PageHeading title=question.clone() lead=text::who_hint(lang) />
        {chosen(lang, progress)}
        {at_field(lang, &errors)}
        <SearchField action=routes::new_case_who(&progress.draft) label=text::search_label(lang) submit=i18n::search(lang) value=query />
        {choices(lang, progress, query, people)}
    }
    .into_any();
    frame::step(lang, Step::Who, &progress.draft, Some(back), &question, &errors, content)
}

/// Whoever was chosen before, one tap from going on.
fn chosen(lang: Lang, progress: &Progress) -> Option<AnyView> {
    let name = progress.member_name.clone()?;
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
    let items: Vec<_> = people
        .rows
        .iter()
        .map(|row| {
            let job = row.jobs.first().map(|job| format!("{}, {}", job.title, job.workplace)).unwrap_or_default();
            let (name, label) = (row.name.clone(), text::who_choose_name(lang, &row.name));
            let button = view! {
                <Button variant=ButtonVariant::Secondary name="member" value=row.id.to_string()>
                    <span aria-hidden="true">{text::who_choose(lang)}</span>
                    <span class="ds-sr-only">{label}</span>
                </Button>
            }
            .into_any();
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
        <Form action="/api/cases/new/who" id=field_id(Field::Member.code())>
            <HiddenField name="draft" value=draft />
            <List label=text::who_list(lang) divided=true>{items}</List>
            {more}
        </Form>
    }
    .into_any()
}
