//! Changing a task; and what somebody else has made of it meanwhile, side by side with what was typed.

use domain::drafts::DraftForm;
use domain::tasks::{DETAILS_MAX, NewTaskTyped, TaskForm, TaskNow};
use domain::{Field, Lang};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{
    ActionBar, Alert, Button, ButtonVariant, Card, ErrorSummary, Fact, Facts, Form, HiddenField, LinkTo, Page, PageHeading, PageWidth, Tone,
};

use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::{drafts, format, routes};

use super::{api, fields, text};

/// The form; or both, when somebody was quicker.
#[component]
pub(crate) fn ChangeTaskPage() -> impl IntoView {
    let params = use_params_map().get_untracked();
    let (case, task) = (params.get("id").unwrap_or_default(), params.get("task").unwrap_or_default());
    load(move || api::open_change_form(case.clone(), task.clone()), show)
}

fn show(form: TaskForm) -> AnyView {
    let lang = PageCx::current().lang;
    let back = LinkTo::new(routes::task(form.case, form.id), text::back_to_task(lang));
    let title = text::change_title(lang);
    let summary = fields::summary(lang, &form.errors);
    let has_errors = !form.errors.is_empty();
    if form.too_late {
        let (theirs, mine) = (as_it_is(lang, &form), the_form(lang, &form, text::save_mine(lang)));
        let who = form.now.changed.as_ref().map(|(at, by)| text::both_who(lang, by, &format::time(lang, *at)));
        return view! {
            <PageTitle page=title.clone() has_errors=has_errors />
            <Page width=PageWidth::Lists>
                <ErrorSummary title=i18n::fix_errors(lang) items=summary />
                <PageHeading title=title back=back />
                <Alert tone=Tone::Warning title=text::both_title(lang) status=true>
                    {who.map(|who| view! { <p>{who}</p> })}
                    <p>{text::both_why(lang)}</p>
                </Alert>
                <div class="k-cards">
                    <Card>{theirs}</Card>
                    <Card>
                        <h2>{text::both_mine(lang)}</h2>
                        {mine}
                    </Card>
                </div>
            </Page>
        }
        .into_any();
    }
    let notice = drafts::parts::notice(lang, DraftForm::ChangedTask(form.case, form.id), form.kept_at.filter(|_| !has_errors));
    let fields = the_form(lang, &form, text::save_change(lang));
    view! {
        <PageTitle page=title.clone() has_errors=has_errors />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=title back=back />
            {notice}
            {fields}
        </Page>
    }
    .into_any()
}

/// With what was typed, or the task as it is; sent as a change of the task as it is now.
fn the_form(lang: Lang, form: &TaskForm, save: String) -> AnyView {
    let typed = form.kept.as_ref().unwrap_or(&form.now.typed);
    let first = fields::first(lang, typed, &form.errors);
    let owner = fields::owner(lang, typed, &form.now.workers, &form.errors);
    let more = fields::more(lang, typed, &form.errors);
    let keeper = drafts::parts::keeper(lang, DraftForm::ChangedTask(form.case, form.id), Field::TaskDetails, DETAILS_MAX);
    let (case, task, version) = (form.case.to_string(), form.id.to_string(), form.now.version.to_string());
    view! {
        <Form action="/api/tasks/change">
            <HiddenField name="case" value=case />
            <HiddenField name="task" value=task />
            <HiddenField name="version" value=version />
            {first}
            {owner}
            {more}
            {keeper}
            <ActionBar>
                <Button variant=ButtonVariant::Primary>{save}</Button>
            </ActionBar>
        </Form>
    }
    .into_any()
}

/// The task as somebody else has made it, and the button that leaves it so.
fn as_it_is(lang: Lang, form: &TaskForm) -> AnyView {
    let TaskNow { typed: NewTaskTyped { title, due, details, repeat, .. }, owner, .. } = form.now.clone();
    let repeat = repeat.parse().map(|repeat| terms::repeat(lang, repeat)).unwrap_or_default();
    let due = if due.is_empty() { text::no_date(lang) } else { due };
    let details = (!details.is_empty()).then(|| view! { <p class="k-prose">{details}</p> });
    let (case, task) = (form.case.to_string(), form.id.to_string());
    view! {
        <h2>{text::both_theirs(lang)}</h2>
        <Facts>
            <Fact label=text::what(lang)>{title}</Fact>
            <Fact label=text::when(lang)>{due}</Fact>
            <Fact label=terms::field(lang, Field::TaskOwner)>{owner}</Fact>
            <Fact label=text::again(lang)>{repeat}</Fact>
        </Facts>
        {details}
        <Form action="/api/tasks/keep">
            <HiddenField name="case" value=case />
            <HiddenField name="task" value=task />
            <Button variant=ButtonVariant::Secondary>{text::keep_theirs(lang)}</Button>
        </Form>
    }
    .into_any()
}
