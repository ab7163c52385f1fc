//! Calling a meeting, and changing the call.

use domain::meetings::{CasePerson, MeetingKind, MeetingTyped, OnCase, OtherTyped};
use domain::{Field, Lang};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{
    ActionBar, Button, ButtonVariant, CheckboxField, CheckboxGroup, Choice, DateField, ErrorSummary, FieldWidth, Fieldset, Form,
    HiddenField, InputType, LinkTo, Page, PageHeading, RadioGroup, TextArea, TextField, field_id,
};

use crate::cx::PageCx;
use crate::drafts;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::api::{self, CallForm};
use super::{parts, text};

/// A new meeting.
#[component]
pub(crate) fn NewMeetingPage() -> impl IntoView {
    let (case, _) = parts::asked();
    let open_first = use_query_map().get_untracked().get(routes::OPEN_FIRST).is_some();
    load(move || api::open_call_form(case.clone(), String::new(), open_first), |form| show(&form))
}

/// One that was called before.
#[component]
pub(crate) fn ChangeMeetingPage() -> impl IntoView {
    let (case, meeting) = parts::asked();
    load(move || api::open_call_form(case.clone(), meeting.clone(), false), |form| show(&form))
}

fn show(form: &CallForm) -> AnyView {
    let lang = PageCx::current().lang;
    let (title, back) = match form.meeting {
        Some(id) => (text::change_title(lang), LinkTo::new(routes::meeting(form.case, id), text::to_meeting(lang))),
        None => (text::new_meeting(lang), LinkTo::new(routes::case(form.case), text::to_case(lang))),
    };
    let theirs = form.theirs.as_ref().map(|saved| told(lang, saved, &form.people));
    let (wrong, summary) = (!form.errors.is_empty(), parts::summary(lang, &form.errors));
    let draft = api::call_form(form.case, form.meeting);
    let notice = drafts::parts::saved_first(lang, draft.to_string(), routes::case(form.case))
        .or_else(|| parts::kept(lang, draft, form.kept, wrong || theirs.is_some()));
    let fields = parts::beside(lang, fields(lang, form), theirs);
    view! {
        <PageTitle page=title.clone() has_errors=wrong />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=title back=back />
            {notice}
            {fields}
        </Page>
    }
    .into_any()
}

fn fields(lang: Lang, form: &CallForm) -> AnyView {
    let meeting = form.meeting.map(|id| view! { <HiddenField name="meeting" value=id.to_string() /> });
    let keeper = drafts::parts::typing(lang, api::call_form(form.case, form.meeting));
    let (case, key, version) = (form.case.to_string(), form.key.clone(), form.version.to_string());
    let (when, about, ours, others) = (when_and_where(lang, form), about(lang, form), ours(lang, form), others(lang, form));
    view! {
        <Form action="/api/meetings/save">
            <HiddenField name="case" value=case />
            {meeting}
            <HiddenField name="key" value=key />
            <HiddenField name="version" value=version />
            {when}
            {about}
            {ours}
            {others}
            {keeper}
            <ActionBar>
                <Button variant=ButtonVariant::Primary>{text::save_call(lang)}</Button>
            </ActionBar>
        </Form>
    }
    .into_any()
}

fn when_and_where(lang: Lang, form: &CallForm) -> AnyView {
    let wrong = |field| parts::wrong(lang, &form.errors, field);
    let typed = &form.typed;
    let kinds =
        MeetingKind::ALL.iter().map(|kind| Choice::new(kind.code(), text::kind(lang, *kind)).describe(text::kind_means(lang, *kind)));
    let (kind, date, from, to, place) = (
        wrong(Field::MeetingKind),
        wrong(Field::MeetingDate),
        wrong(Field::MeetingFrom),
        wrong(Field::MeetingTo),
        wrong(Field::MeetingPlace),
    );
    view! {
        <RadioGroup name=Field::MeetingKind.code() legend=text::kind_question(lang) options=kinds.collect() selected=typed.kind.clone() error=kind />
        <DateField name=Field::MeetingDate.code() label=terms::field(lang, Field::MeetingDate) hint=i18n::date_hint(lang) value=typed.date.clone() error=date />
        <TextField
            name=Field::MeetingFrom.code()
            label=terms::field(lang, Field::MeetingFrom)
            hint=text::time_hint(lang)
            value=typed.from.clone()
            error=from
            width=FieldWidth::Short
        />
        <TextField
            name=Field::MeetingTo.code()
            label=terms::field(lang, Field::MeetingTo)
            mark=i18n::optional(lang)
            value=typed.to.clone()
            error=to
            width=FieldWidth::Short
        />
        <TextField
            name=Field::MeetingPlace.code()
            label=terms::field(lang, Field::MeetingPlace)
            hint=text::place_hint(lang)
            value=typed.place.clone()
            error=place
        />
    }
    .into_any()
}

fn about(lang: Lang, form: &CallForm) -> AnyView {
    let (called_by, agenda) = (parts::wrong(lang, &form.errors, Field::CalledBy), parts::wrong(lang, &form.errors, Field::Agenda));
    view! {
        <TextField name=Field::CalledBy.code() label=terms::field(lang, Field::CalledBy) value=form.typed.called_by.clone() error=called_by />
        <TextArea
            name=Field::Agenda.code()
            label=terms::field(lang, Field::Agenda)
            hint=text::agenda_hint(lang)
            mark=i18n::optional(lang)
            value=form.typed.agenda.clone()
            error=agenda
            rows=5
        />
        <Button variant=ButtonVariant::Secondary name="go" value="suggest">{text::suggest(lang)}</Button>
    }
    .into_any()
}

fn on_case(lang: Lang, what: OnCase) -> String {
    match what {
        OnCase::Party => text::party(lang),
        OnCase::Owner => text::owner(lang),
        OnCase::Participant => text::participant(lang),
    }
}

fn ours(lang: Lang, form: &CallForm) -> AnyView {
    let choice = |person: &CasePerson| {
        let what = on_case(lang, person.what);
        let what = if person.protected { format!("{what}. {}", text::protected(lang)) } else { what };
        Choice::new(person.id.to_string(), person.name.clone()).describe(what)
    };
    let people = form.people.iter().map(choice).collect();
    // Whoever is protected is hidden already.
    let may_be_hidden: Vec<Choice> = form
        .people
        .iter()
        .filter(|person| !person.protected)
        .map(|person| Choice::new(person.id.to_string(), person.name.clone()))
        .collect();
    let hidden = (!may_be_hidden.is_empty()).then(|| {
        view! {
            <CheckboxGroup
                name="hidden[]"
                legend=text::hidden_ours(lang)
                hint=text::hidden_ours_hint(lang)
                options=may_be_hidden
                selected=form.typed.hidden.clone()
            />
        }
    });
    view! {
        <CheckboxGroup name="ours[]" legend=text::ours(lang) options=people selected=form.typed.ours.clone() />
        {hidden}
    }
    .into_any()
}

fn others(lang: Lang, form: &CallForm) -> AnyView {
    let error = parts::wrong(lang, &form.errors, Field::Others);
    let lines: Vec<_> = form.typed.others.iter().enumerate().map(|(at, other)| line(lang, at, other)).collect();
    view! {
        <div id=field_id(Field::Others.code()) tabindex="-1">
            <Fieldset name=Field::Others.code() legend=text::others(lang) error=error>
                {lines}
                <Button variant=ButtonVariant::Secondary name="go" value="more">{text::more_people(lang)}</Button>
            </Fieldset>
        </div>
    }
    .into_any()
}

fn line(lang: Lang, at: usize, other: &OtherTyped) -> AnyView {
    let name = move |field: &str| format!("others[{at}][{field}]");
    let OtherTyped { id, name: called, role, email, hidden } = other.clone();
    view! {
        <Fieldset name=format!("others-{at}") legend=text::person(lang, at + 1)>
            <HiddenField name=name("id") value=id />
            <div class="k-row">
                <TextField name=name("name") label=text::name(lang) value=called autocomplete="off" />
                <TextField name=name("role") label=text::role(lang) mark=i18n::optional(lang) value=role autocomplete="off" />
                <TextField name=name("email") label=text::email(lang) mark=i18n::optional(lang) value=email kind=InputType::Email autocomplete="off" />
            </div>
            <CheckboxField name=name("hidden") label=text::hide_other(lang) checked=hidden />
        </Fieldset>
    }
    .into_any()
}

/// What is saved, in words, for whoever has written something else meanwhile.
fn told(lang: Lang, saved: &MeetingTyped, people: &[CasePerson]) -> Vec<(String, String)> {
    let names = |ids: &[String]| {
        people.iter().filter(|person| ids.contains(&person.id.to_string())).map(|person| person.name.clone()).collect::<Vec<_>>().join("\n")
    };
    let other = |other: &OtherTyped| {
        [&other.name, &other.role, &other.email].into_iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join(", ")
    };
    let kind = saved.kind().map(|kind| text::kind(lang, kind).to_owned()).unwrap_or_default();
    vec![
        (terms::field(lang, Field::MeetingKind), kind),
        (terms::field(lang, Field::MeetingDate), saved.date.clone()),
        (terms::field(lang, Field::MeetingFrom), saved.from.clone()),
        (terms::field(lang, Field::MeetingTo), saved.to.clone()),
        (terms::field(lang, Field::MeetingPlace), saved.place.clone()),
        (terms::field(lang, Field::CalledBy), saved.called_by.clone()),
        (terms::field(lang, Field::Agenda), saved.agenda.clone()),
        (text::for_us(lang), names(&saved.ours)),
        (text::hidden(lang), names(&saved.hidden)),
        (text::for_them(lang), saved.others.iter().map(other).collect::<Vec<_>>().join("\n")),
    ]
}
