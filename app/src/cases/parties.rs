//! Whom a case about several is about, for those who work on it: add one, take one out.

use domain::cases::PartiesForm;
use domain::{CaseId, Field, Lang};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{
    Button, ButtonVariant, EmptyState, ErrorItem, ErrorSummary, Form, HiddenField, LinkTo, List, ListItem, Page, PageHeading, SearchField,
    Section, field_id,
};

use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::{api, text};

/// Those it is about, and a search among members.
#[component]
pub(crate) fn CasePartiesPage() -> impl IntoView {
    let case = use_params_map().get_untracked().get("id").unwrap_or_default();
    let query = use_query_map().get_untracked().get("q").unwrap_or_default();
    load(move || api::open_parties_form(case.clone(), query.clone()), |form| show(&form))
}

fn show(form: &PartiesForm) -> AnyView {
    let lang = PageCx::current().lang;
    let items: Vec<ErrorItem> =
        form.errors.0.iter().map(|(field, code)| ErrorItem::field(field.code(), terms::error(lang, *field, *code))).collect();
    let error = form.errors.of(Field::Member).map(|code| terms::error(lang, Field::Member, code));
    let error = error.map(|words| view! { <p class="ds-validation-message" data-color="danger">{words}</p> });
    let back = LinkTo::new(routes::case(form.case), text::parties_back(lang));
    let has_errors = !items.is_empty();
    let (there, others) = (there(lang, form), others(lang, form));
    let (action, query) = (routes::case_parties(form.case), form.query.clone());
    view! {
        <PageTitle page=text::parties_title(lang) has_errors=has_errors />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=items />
            <PageHeading title=text::parties_title(lang) lead=text::parties_lead(lang) back=back />
            <div id=field_id(Field::Member.code())>{error}</div>
            <Section title=text::parties_now(lang)>{there}</Section>
            <Section title=text::parties_others(lang)>
                <SearchField action=action label=text::parties_search(lang) submit=i18n::search(lang) value=query />
                {others}
            </Section>
        </Page>
    }
    .into_any()
}

fn there(lang: Lang, form: &PartiesForm) -> AnyView {
    let line = |person: &domain::cases::Person| {
        let label = text::parties_remove_name(lang, &person.name);
        let end = button(person.id.to_string(), text::parties_remove(lang), label);
        let name = person.name.clone();
        // The last one stays.
        if form.people.len() > 1 {
            view! { <ListItem end=end>{name}</ListItem> }.into_any()
        } else {
            view! { <ListItem>{name}</ListItem> }.into_any()
        }
    };
    let lines: Vec<_> = form.people.iter().map(line).collect();
    of_case("/api/cases/parties/remove", form.case, view! { <List divided=true>{lines}</List> }.into_any())
}

fn others(lang: Lang, form: &PartiesForm) -> AnyView {
    if form.found.rows.is_empty() {
        return view! { <EmptyState title=text::parties_none(lang) why=text::parties_none_why(lang) /> }.into_any();
    }
    let line = |row: &domain::members::MemberRow| {
        let job = row.jobs.first().map(|job| format!("{}, {}", job.title, job.workplace)).unwrap_or_default();
        let (name, label) = (row.name.clone(), text::parties_add_name(lang, &row.name));
        let end = button(row.id.to_string(), text::parties_add(lang), label);
        view! {
            <ListItem end=end>
                <div class="k-task">
                    <span class="k-task-title">{name}</span>
                    <span class="k-meta">{job}</span>
                </div>
            </ListItem>
        }
    };
    let lines: Vec<_> = form.found.rows.iter().map(line).collect();
    of_case("/api/cases/parties/add", form.case, view! { <List divided=true>{lines}</List> }.into_any())
}

fn of_case(action: &'static str, case: CaseId, lines: AnyView) -> AnyView {
    view! {
        <Form action=action>
            <HiddenField name="case" value=case.to_string() />
            {lines}
        </Form>
    }
    .into_any()
}

fn button(member: String, words: String, label: String) -> AnyView {
    view! {
        <Button variant=ButtonVariant::Secondary name="member" value=member>
            <span aria-hidden="true">{words}</span>
            <span class="ds-sr-only">{label}</span>
        </Button>
    }
    .into_any()
}
