//! A new task.

use domain::Field;
use domain::drafts::DraftForm;
use domain::tasks::DETAILS_MAX;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{ActionBar, Button, ButtonVariant, Details, ErrorSummary, Form, HiddenField, LinkTo, Page, PageHeading};

use crate::cx::PageCx;
use crate::drafts;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::api::{self, NewTaskForm};
use super::{fields, text};

/// What, and by when; folded away: for how often it comes again, and more about it.
#[component]
pub(crate) fn NewTaskPage() -> impl IntoView {
    let case = use_params_map().get_untracked().get("id").unwrap_or_default();
    load(move || api::open_task_form(case.clone()), show)
}

fn show(form: NewTaskForm) -> AnyView {
    let lang = PageCx::current().lang;
    let summary = fields::summary(lang, &form.errors);
    let first = fields::first(lang, &form.typed, &form.errors);
    let owner = fields::owner(lang, &form.typed, &form.workers, &form.errors);
    let more = fields::more(lang, &form.typed, &form.errors);
    let wrong = [Field::TaskRepeat, Field::TaskDetails].into_iter().any(|field| form.errors.of(field).is_some());
    let draft = DraftForm::NewTask(form.case);
    let notice = drafts::parts::saved_first(lang, draft.to_string(), routes::case(form.case))
        .or_else(|| drafts::parts::notice(lang, draft, form.kept.filter(|_| form.errors.is_empty())));
    let open = wrong || !form.typed.details.is_empty() || !matches!(form.typed.repeat.as_str(), "" | "never");
    view! {
        <PageTitle page=text::title(lang) has_errors=!form.errors.is_empty() />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=text::title(lang) lead=text::lead(lang) back=LinkTo::new(routes::case(form.case), text::back_to_case(lang)) />
            {notice}
            <Form action="/api/tasks/add">
                <HiddenField name="case" value=form.case.to_string() />
                <HiddenField name="key" value=form.key />
                {first}
                {owner}
                <Details summary=text::more(lang) open=open>{more}</Details>
                {drafts::parts::keeper(lang, draft, Field::TaskDetails, DETAILS_MAX)}
                <ActionBar>
                    <Button variant=ButtonVariant::Primary>{text::save(lang)}</Button>
                </ActionBar>
            </Form>
        </Page>
    }
    .into_any()
}
