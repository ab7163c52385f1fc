//! A new task.

use domain::Field;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{ActionBar, Button, ButtonVariant, DateField, ErrorItem, ErrorSummary, Form, HiddenField, LinkTo, Page, PageHeading, TextField};

use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::api::{self, NewTaskForm};
use super::text;

/// What, and by when.
#[component]
pub(crate) fn NewTaskPage() -> impl IntoView {
    let case = use_params_map().get_untracked().get("id").unwrap_or_default();
    load(move || api::open_task_form(case.clone()), show)
}

fn show(form: NewTaskForm) -> AnyView {
    let lang = PageCx::current().lang;
    let error = |field: Field| form.errors.of(field).map(|code| terms::error(lang, field, code));
    let (wrong_title, wrong_due) = (error(Field::TaskTitle), error(Field::TaskDue));
    let summary: Vec<ErrorItem> =
        form.errors.0.iter().map(|(field, code)| ErrorItem::field(field.code(), terms::error(lang, *field, *code))).collect();
    view! {
        <PageTitle page=text::title(lang) has_errors=!form.errors.is_empty() />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=text::title(lang) lead=text::lead(lang) back=LinkTo::new(routes::case(form.case), text::back_to_case(lang)) />
            <Form action="/api/tasks/add">
                <HiddenField name="case" value=form.case.to_string() />
                <HiddenField name="key" value=form.key />
                <TextField
                    name=Field::TaskTitle.code()
                    label=text::what(lang)
                    hint=text::what_hint(lang)
                    value=form.typed.title.clone()
                    error=wrong_title
                />
                <DateField
                    name=Field::TaskDue.code()
                    label=text::when(lang)
                    hint=i18n::date_hint(lang)
                    mark=i18n::optional(lang)
                    value=form.typed.due.clone()
                    error=wrong_due
                />
                <ActionBar>
                    <Button variant=ButtonVariant::Primary>{text::save(lang)}</Button>
                </ActionBar>
            </Form>
        </Page>
    }
    .into_any()
}
