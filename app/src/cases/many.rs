//! The same task in several cases at once: choose on a page of the list, write the task, and see what came of it.

use domain::cases::{CaseFilter, CaseRow, Status};
use domain::tasks::NewTaskTyped;
use domain::{Date, Field, FieldErrors, Lang};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{
    ActionBar, Alert, Button, ButtonVariant, CheckboxGroup, Choice, DateField, EmptyState, ErrorItem, ErrorSummary, Form, HiddenField,
    LinkTo, Page, PageHeading, PageWidth, Pager, TextField, Tone,
};

use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::{drafts, format, routes};

use super::api::{self, ManyForm};
use super::{filter, parts, text};

/// The name of the boxes: all that are ticked are sent.
const BOXES: &str = "cases[]";

/// What came of it, as the address tells.
#[derive(Clone, Default)]
struct Outcome {
    made: Option<u32>,
    refused: Vec<i64>,
    closed: Vec<i64>,
    gone: u32,
}

/// The form; and above it what came of the last.
#[component]
pub(crate) fn ManyTasksPage() -> impl IntoView {
    let asked = filter::asked();
    let query = use_query_map().get_untracked();
    let after = query.get("etter").unwrap_or_default();
    let numbers = |name: &str| -> Vec<i64> {
        let numbers = query.get(name).unwrap_or_default();
        numbers.split('.').filter_map(|number| number.parse().ok()).take(domain::tasks::CASES_MAX as usize).collect()
    };
    let outcome = Outcome {
        made: query.get("fikk").and_then(|made| made.parse().ok()),
        refused: numbers("nei"),
        closed: numbers("avsluttet"),
        gone: query.get("borte").and_then(|gone| gone.parse().ok()).unwrap_or_default(),
    };
    let (shown, place) = (asked.clone(), after.clone());
    let fetch = move || {
        let (narrowing, after) = (asked.narrowing(), after.clone());
        async move { api::open_many_form(narrowing, after).await }
    };
    load(fetch, move |form| show(&shown, &place, &outcome, form))
}

fn show(asked: &CaseFilter, place: &str, outcome: &Outcome, form: ManyForm) -> AnyView {
    let lang = PageCx::current().lang;
    let link = |(field, code): &(Field, domain::Code)| {
        let name = if *field == Field::CasesChosen { BOXES } else { field.code() };
        ErrorItem::field(name, terms::error(lang, *field, *code))
    };
    let summary: Vec<ErrorItem> = form.errors.0.iter().map(link).collect();
    let has_errors = !summary.is_empty();
    let outcome = told(lang, outcome);
    let filters = filter::form(lang, asked, form.page.total, |narrowing| routes::many_tasks(narrowing, None));
    let narrowing = asked.narrowing();
    let back = LinkTo::new(routes::cases(&narrowing, None), text::title(lang));
    let next = form.page.next.as_ref().map(|next| LinkTo::new(routes::many_tasks(&narrowing, Some(next)), i18n::next_page(lang)));
    let first = (!place.is_empty()).then(|| LinkTo::new(routes::many_tasks(&narrowing, None), i18n::first_page(lang)));
    let rows: Vec<&CaseRow> = form.page.rows.iter().filter(|row| row.readable && row.status != Status::Closed).collect();
    let body = if rows.is_empty() {
        view! { <EmptyState title=text::many_none(lang) why=text::many_none_why(lang) action=back.clone() /> }.into_any()
    } else {
        let fields = the_task(lang, &form.typed.task, &form.errors);
        let chosen = form.errors.of(Field::CasesChosen).map(|code| terms::error(lang, Field::CasesChosen, code));
        let choices: Vec<Choice> = rows.iter().map(|row| choice(lang, row, form.page.today)).collect();
        let (selected, key, place) = (form.typed.cases.clone(), form.key.clone(), place.to_owned());
        let saved_first = drafts::parts::saved_first(lang, api::MANY.to_owned(), routes::CASES.to_owned());
        view! {
            {saved_first}
            <Form action="/api/cases/many/add">
                <HiddenField name="key" value=key />
                <HiddenField name="narrowing" value=narrowing />
                <HiddenField name="after" value=place />
                <CheckboxGroup name=BOXES legend=terms::field(lang, Field::CasesChosen) options=choices selected=selected error=chosen />
                {fields}
                <ActionBar>
                    <Button variant=ButtonVariant::Primary>{text::many_save(lang)}</Button>
                </ActionBar>
            </Form>
            <Pager label=i18n::pages(lang) previous=first next=next />
        }
        .into_any()
    };
    view! {
        <PageTitle page=text::many(lang) has_errors=has_errors />
        <Page width=PageWidth::Lists>
            {outcome}
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=text::many(lang) lead=text::many_lead(lang) back=back />
            {filters}
            {body}
        </Page>
    }
    .into_any()
}

/// What came of it, with a sentence for each case that did not get the task.
fn told(lang: Lang, outcome: &Outcome) -> Option<AnyView> {
    let made = outcome.made?;
    let title = match made {
        0 => text::many_made_none(lang),
        1 => text::many_made_one(lang),
        made => text::many_made(lang, &format::number(made.into())),
    };
    let refused = outcome.refused.iter().map(|number| text::many_refused(lang, *number));
    let gone = (outcome.gone > 0).then(|| text::many_gone(lang, &format::number(outcome.gone.into())));
    let closed = outcome.closed.iter().map(|number| text::many_closed(lang, *number));
    let lines: Vec<String> = refused.chain(closed).chain(gone).collect();
    let tone = if lines.is_empty() { Tone::Success } else { Tone::Warning };
    let lines = lines.into_iter().map(|line| view! { <p>{line}</p> }).collect::<Vec<_>>();
    Some(view! { <Alert tone=tone title=title status=true>{lines}</Alert> }.into_any())
}

fn choice(lang: Lang, row: &CaseRow, today: Date) -> Choice {
    let next = row.next.as_ref().map(|next| match next.due {
        Some(due) => text::next_task_due(lang, &next.title, &format::nearness(lang, due, today)),
        None => text::next_task(lang, &next.title),
    });
    let meta: Vec<String> = [Some(text::case_number(lang, row.number)), next].into_iter().flatten().collect();
    Choice::new(row.id.to_string(), parts::title(lang, row)).describe(meta.join(" · "))
}

fn the_task(lang: Lang, typed: &NewTaskTyped, errors: &FieldErrors) -> AnyView {
    let error = |field: Field| errors.of(field).map(|code| terms::error(lang, field, code));
    let (wrong_title, wrong_due) = (error(Field::TaskTitle), error(Field::TaskDue));
    let (title, due) = (typed.title.clone(), typed.due.clone());
    view! {
        <TextField name=Field::TaskTitle.code() label=text::many_what(lang) value=title error=wrong_title />
        <DateField
            name=Field::TaskDue.code()
            label=text::many_when(lang)
            hint=i18n::date_hint(lang)
            mark=i18n::optional(lang)
            value=due
            error=wrong_due
        />
    }
    .into_any()
}
