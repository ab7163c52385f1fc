//! Closing a case.

use domain::drafts::DraftForm;
use domain::lifecycle::{AGREED_MAX, CloseTyped, OpenTasks, Transition};
use domain::{Field, Lang};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{
    ActionBar, Alert, Button, ButtonVariant, Choice, DateField, Form, LinkTo, RadioGroup, Section, SelectField, SelectOption, TextArea,
    TextField, Tone,
};

use crate::cx::PageCx;
use crate::i18n;
use crate::load::load;
use crate::{drafts, format, routes, tasks};

use super::api::{self, Begun, CloseForm, StepForm};
use super::frame::{error, hidden, page};
use super::text;

/// How it ended, what was agreed, what is to be followed up, and what becomes of what is not done.
#[component]
pub(crate) fn ClosePage() -> impl IntoView {
    let case = use_params_map().get_untracked().get("id").unwrap_or_default();
    load(move || api::open_close_form(case.clone()), |form| show(&form))
}

fn show(shown: &CloseForm) -> AnyView {
    let lang = PageCx::current().lang;
    let form = &shown.form;
    let typed = [form.typed.what_agreed.as_str(), form.typed.follow_up.as_str(), form.typed.follow_up_on.as_str()];
    let hidden = hidden(form);
    let (ending, following, open) = (ending(lang, form), following(lang, form), open_tasks(lang, form));
    let unfinished = unfinished(lang, shown);
    let draft = DraftForm::Move(form.now.case, Transition::Close);
    let fields = view! {
        {unfinished}
        <Form action="/api/lifecycle/close">
            {hidden}
            {ending}
            {following}
            {open}
            {drafts::parts::keeper(lang, draft, Field::WhatAgreed, AGREED_MAX)}
            <ActionBar>
                <Button variant=ButtonVariant::Primary>{text::close_save(lang)}</Button>
            </ActionBar>
        </Form>
    };
    page(text::close(lang), text::close_lead(lang), draft, form, &typed, fields.into_any())
}

fn ending(lang: Lang, form: &StepForm<CloseTyped>) -> AnyView {
    let outcomes: Vec<Choice> = form.now.outcomes.iter().map(|one| Choice::new(one.code.code(), one.names.of(lang))).collect();
    let (outcome, agreed) = (form.typed.outcome.clone(), form.typed.what_agreed.clone());
    let wrong = |field| error(lang, &form.errors, field);
    view! {
        <RadioGroup
            name=Field::Outcome.code()
            legend=text::close_how(lang)
            options=outcomes
            selected=outcome
            error=wrong(Field::Outcome)
        />
        <TextArea
            name=Field::WhatAgreed.code()
            label=text::close_agreed(lang)
            hint=text::close_agreed_hint(lang)
            mark=i18n::optional(lang)
            value=agreed
            error=wrong(Field::WhatAgreed)
            rows=4
        />
    }
    .into_any()
}

fn following(lang: Lang, form: &StepForm<CloseTyped>) -> AnyView {
    let (what, on) = (form.typed.follow_up.clone(), form.typed.follow_up_on.clone());
    let wrong = |field| error(lang, &form.errors, field);
    let by = who(lang, form, wrong(Field::FollowUpBy));
    view! {
        <TextField
            name=Field::FollowUp.code()
            label=text::close_follow_up(lang)
            hint=text::close_follow_up_hint(lang)
            mark=i18n::optional(lang)
            value=what
            error=wrong(Field::FollowUp)
        />
        <DateField
            name=Field::FollowUpOn.code()
            label=text::close_follow_up_on(lang)
            hint=i18n::date_hint(lang)
            mark=i18n::optional(lang)
            value=on
            error=wrong(Field::FollowUpOn)
        />
        {by}
    }
    .into_any()
}

/// Who follows it up, when there is anybody to choose among.
fn who(lang: Lang, form: &StepForm<CloseTyped>, wrong: Option<String>) -> Option<AnyView> {
    let workers = &form.now.workers;
    if workers.len() < 2 && wrong.is_none() {
        return None;
    }
    let options = workers.iter().map(|worker| SelectOption::new(worker.id.to_string(), worker.name.clone())).collect();
    let owner = workers.first().map(|worker| worker.id.to_string());
    let selected = Some(form.typed.follow_up_by.clone()).filter(|id| !id.is_empty()).or(owner);
    let label = text::close_follow_up_by(lang);
    Some(view! { <SelectField name=Field::FollowUpBy.code() label=label options=options selected=selected error=wrong /> }.into_any())
}

/// What is left lying when the case is closed, each with the way to it; nothing when there is none.
fn unfinished(lang: Lang, shown: &CloseForm) -> Option<AnyView> {
    let now = &shown.form.now;
    let at = |at| format::time(lang, at);
    let meetings =
        now.meetings.iter().map(|row| LinkTo::new(routes::meeting(row.case, row.id), text::close_meeting(lang, &at(row.starts_at))));
    let unsigned = now
        .unsigned
        .iter()
        .map(|row| LinkTo::new(routes::protocol(row.case, row.id, None), text::close_unsigned(lang, &at(row.starts_at))));
    let unsent = shown.unsent.iter().map(|one| LinkTo::new(one.href.clone(), begun(lang, one.what)));
    let links: Vec<LinkTo> = meetings.chain(unsigned).chain(unsent).collect();
    if links.is_empty() {
        return None;
    }
    let kept = (!shown.unsent.is_empty()).then(|| view! { <p>{text::close_unsent_means(lang)}</p> });
    let links: Vec<_> = links.into_iter().map(|LinkTo { href, label }| view! { <li><a href=href>{label}</a></li> }).collect();
    Some(
        view! {
            <Alert tone=Tone::Warning title=text::close_unfinished(lang)>
                <p>{text::close_unfinished_means(lang)}</p>
                <ul>{links}</ul>
                {kept}
            </Alert>
        }
        .into_any(),
    )
}

fn begun(lang: Lang, what: Begun) -> String {
    match what {
        Begun::Note => text::unsent_note(lang),
        Begun::Change => text::unsent_change(lang),
        Begun::Addition => text::unsent_addition(lang),
        Begun::Contact => text::unsent_contact(lang),
        Begun::Decision => text::unsent_decision(lang),
        Begun::Task => text::unsent_task(lang),
        Begun::Letter => text::unsent_letter(lang),
        Begun::Meeting => text::unsent_meeting(lang),
    }
}

/// The tasks that are open, and what is to become of them; nothing when there are none.
fn open_tasks(lang: Lang, form: &StepForm<CloseTyped>) -> Option<AnyView> {
    if form.now.open_tasks.is_empty() {
        return None;
    }
    let list = tasks::parts::list(lang, &form.now.open_tasks, form.now.today, tasks::parts::Place::ReadOnly);
    let choices = vec![
        Choice::new(OpenTasks::Drop.code(), text::open_drop(lang)).describe(text::open_drop_means(lang)),
        Choice::new(OpenTasks::Keep.code(), text::open_keep(lang)).describe(text::open_keep_means(lang)),
    ];
    let (selected, wrong) = (form.typed.open_tasks.clone(), error(lang, &form.errors, Field::OpenTasks));
    Some(
        view! {
            <Section title=text::close_open(lang)>
                {list}
                <RadioGroup
                    name=Field::OpenTasks.code()
                    legend=text::close_open_what(lang)
                    options=choices
                    selected=selected
                    error=wrong
                />
            </Section>
        }
        .into_any(),
    )
}
