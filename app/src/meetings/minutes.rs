//! Who came, what was said, and what is to be done.

use domain::drafts::DraftForm;
use domain::meetings::{ActionTyped, MINUTES_MAX, RecordTyped};
use domain::{Field, FieldErrors, Lang};
use leptos::prelude::*;
use ui::{
    ActionBar, Button, ButtonVariant, CheckboxGroup, Choice, DateField, ErrorSummary, Fieldset, Form, HiddenField, Page, PageHeading,
    TextArea, TextField, field_id,
};

use crate::cx::PageCx;
use crate::drafts;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;

use super::api::{self, MinutesForm};
use super::{parts, text};

/// The form.
#[component]
pub(crate) fn MinutesPage() -> impl IntoView {
    let (case, meeting) = parts::asked();
    load(move || api::open_minutes(case.clone(), meeting.clone()), |form| show(&form))
}

fn show(form: &MinutesForm) -> AnyView {
    let lang = PageCx::current().lang;
    let row = &form.meeting.row;
    let title = text::minutes(lang);
    let theirs = form.theirs.as_ref().map(|saved| told(lang, form, saved));
    let (wrong, summary) = (!form.errors.is_empty(), parts::summary(lang, &form.errors));
    let (lead, back) = (parts::title(lang, row.kind, row.starts_at), parts::to_meeting(lang, row));
    let notice = parts::kept(lang, DraftForm::Minutes(row.case, row.id), form.kept, wrong || theirs.is_some());
    let fields = parts::beside(lang, fields(lang, form), theirs);
    view! {
        <PageTitle page=title.clone() has_errors=wrong />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=title lead=lead back=back />
            {notice}
            {fields}
        </Page>
    }
    .into_any()
}

fn fields(lang: Lang, form: &MinutesForm) -> AnyView {
    let row = &form.meeting.row;
    let people: Vec<Choice> = form.meeting.attendees.iter().map(|one| Choice::new(one.id.to_string(), one.name.clone())).collect();
    let came = (!people.is_empty()).then(|| {
        view! { <CheckboxGroup name="came[]" legend=text::who_came(lang) options=people selected=form.typed.came.clone() /> }
    });
    let (case, meeting, version) = (row.case.to_string(), row.id.to_string(), form.meeting.version.to_string());
    let (minutes, wrong) = (form.typed.minutes.clone(), parts::wrong(lang, &form.errors, Field::Minutes));
    let keeper = drafts::parts::keeper(lang, DraftForm::Minutes(row.case, row.id), Field::Minutes, MINUTES_MAX);
    let actions = actions(lang, &form.typed.actions, &form.errors);
    view! {
        <Form action="/api/meetings/record">
            <HiddenField name="case" value=case />
            <HiddenField name="meeting" value=meeting />
            <HiddenField name="version" value=version />
            {came}
            <TextArea
                name=Field::Minutes.code()
                label=terms::field(lang, Field::Minutes)
                hint=text::minutes_hint(lang)
                mark=i18n::optional(lang)
                value=minutes
                error=wrong
                rows=10
            />
            {keeper}
            {actions}
            <ActionBar>
                <Button variant=ButtonVariant::Primary>{text::save_minutes(lang)}</Button>
            </ActionBar>
        </Form>
    }
    .into_any()
}

/// Lines for who is to do what, and by when; a button for more of them.
pub(in crate::meetings) fn actions(lang: Lang, typed: &[ActionTyped], errors: &FieldErrors) -> AnyView {
    let error = parts::wrong(lang, errors, Field::Actions);
    let lines: Vec<_> = typed.iter().enumerate().map(|(at, action)| line(lang, at, action)).collect();
    view! {
        <div id=field_id(Field::Actions.code()) tabindex="-1">
            <Fieldset name=Field::Actions.code() legend=terms::field(lang, Field::Actions) hint=text::actions_hint(lang) error=error>
                {lines}
                <Button variant=ButtonVariant::Secondary name="go" value="more">{text::more_actions(lang)}</Button>
            </Fieldset>
        </div>
    }
    .into_any()
}

fn line(lang: Lang, at: usize, action: &ActionTyped) -> AnyView {
    let name = move |field: &str| format!("actions[{at}][{field}]");
    let ActionTyped { id, who, what, due } = action.clone();
    view! {
        <Fieldset name=format!("actions-{at}") legend=text::action(lang, at + 1)>
            <HiddenField name=name("id") value=id />
            <div class="k-row">
                <TextField name=name("what") label=text::action_what(lang) value=what />
                <TextField name=name("who") label=text::action_who(lang) mark=i18n::optional(lang) value=who autocomplete="off" />
                <DateField name=name("due") label=text::action_due(lang) hint=i18n::date_hint(lang) mark=i18n::optional(lang) value=due />
            </div>
        </Fieldset>
    }
    .into_any()
}

/// What is saved, in words.
fn told(lang: Lang, form: &MinutesForm, saved: &RecordTyped) -> Vec<(String, String)> {
    let came = form.meeting.attendees.iter().filter(|one| saved.came.contains(&one.id.to_string())).map(|one| one.name.clone());
    vec![
        (text::who_came(lang), came.collect::<Vec<_>>().join("\n")),
        (terms::field(lang, Field::Minutes), saved.minutes.clone()),
        (terms::field(lang, Field::Actions), told_actions(&saved.actions)),
    ]
}

pub(in crate::meetings) fn told_actions(actions: &[ActionTyped]) -> String {
    let line = |action: &ActionTyped| {
        [&action.who, &action.what, &action.due].into_iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join(", ")
    };
    actions.iter().map(line).collect::<Vec<_>>().join("\n")
}
