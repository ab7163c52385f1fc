//! Writing a protocol, one question a page.

use domain::drafts::DraftForm;
use domain::meetings::{ProtocolStatus, Step, StepTyped};
use domain::{Field, Lang};
use leptos::prelude::*;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_params_map;
use ui::{
    ActionBar, BackLink, Button, ButtonVariant, DateField, ErrorSummary, Form, HiddenField, LinkTo, Page, PageHeading, PageWidth, Steps,
    TextArea, TextField,
};

use crate::cx::PageCx;
use crate::drafts;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::api::{self, StepForm};
use crate::meetings::{minutes, parts, text};

/// One step.
#[component]
pub(crate) fn ProtocolStepPage() -> impl IntoView {
    let (case, meeting) = parts::asked();
    let step = use_params_map().get_untracked().get("step").unwrap_or_default();
    let asked = step.parse::<Step>().ok();
    load(
        move || api::open_step(case.clone(), meeting.clone(), step.clone()),
        move |form| match asked {
            Some(step) if form.protocol.status == ProtocolStatus::Draft => show(&form, step),
            // What is shown to the other side is not written in.
            _ => view! { <Redirect path=routes::protocol(form.protocol.meeting.case, form.protocol.meeting.id, None) /> }.into_any(),
        },
    )
}

fn question(lang: Lang, step: Step) -> String {
    match step {
        Step::Head => text::head_question(lang),
        Step::Point(n) => text::point_question(lang, n),
        Step::Result => text::result_question(lang),
        Step::Comments => text::comments_question(lang),
        Step::Actions => text::actions_question(lang),
    }
}

fn show(form: &StepForm, step: Step) -> AnyView {
    let lang = PageCx::current().lang;
    let row = &form.protocol.meeting;
    let title = question(lang, step);
    let theirs = form.theirs.as_ref().map(|saved| told(lang, step, saved));
    let width = if matches!(step, Step::Point(_)) { PageWidth::Lists } else { PageWidth::Reading };
    let to = LinkTo::new(routes::protocol(row.case, row.id, None), text::to_protocol(lang));
    let (wrong, summary) = (!form.errors.is_empty(), parts::summary(lang, &form.errors));
    let notice = parts::kept(lang, draft(form, step), form.kept, wrong || theirs.is_some());
    let fields = parts::beside(lang, fields(lang, form, step), theirs);
    view! {
        <PageTitle page=title.clone() has_errors=wrong />
        <Page width=width>
            <BackLink to=to />
            <Steps label=text::step(lang, step.number()) current=u32::from(step.number()) total=5 />
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=title />
            {notice}
            {fields}
        </Page>
    }
    .into_any()
}

fn draft(form: &StepForm, step: Step) -> DraftForm {
    DraftForm::Protocol(form.protocol.meeting.case, form.protocol.meeting.id, form.protocol.number, step)
}

fn fields(lang: Lang, form: &StepForm, step: Step) -> AnyView {
    let row = &form.protocol.meeting;
    let content = match step {
        Step::Head => head(lang, form),
        Step::Point(_) => point(lang, form),
        Step::Result => result(lang, form),
        Step::Comments => comments(lang, form),
        Step::Actions => minutes::actions(lang, &form.typed.actions, &form.errors),
    };
    let last = step == Step::Actions;
    let another = matches!(step, Step::Point(_)).then(|| {
        view! { <Button variant=ButtonVariant::Secondary name="go" value="point">{text::another_point(lang)}</Button> }
    });
    let back = (step != Step::Head).then(|| {
        view! { <Button variant=ButtonVariant::Tertiary name="go" value="back">{i18n::back(lang)}</Button> }
    });
    let keeper = drafts::parts::typing(lang, draft(form, step));
    let (case, meeting) = (row.case.to_string(), row.id.to_string());
    let (number, version) = (form.protocol.number.to_string(), form.protocol.version.to_string());
    view! {
        <Form action="/api/meetings/protocol/save">
            <HiddenField name="case" value=case />
            <HiddenField name="meeting" value=meeting />
            <HiddenField name="number" value=number />
            <HiddenField name="version" value=version />
            <HiddenField name="step" value=step.to_string() />
            {content}
            {keeper}
            <ActionBar>
                <Button variant=ButtonVariant::Primary>{if last { text::finish(lang) } else { i18n::next(lang) }}</Button>
                {another}
                {back}
            </ActionBar>
        </Form>
    }
    .into_any()
}

fn area(lang: Lang, form: &StepForm, field: Field, value: &str, hint: Option<String>, rows: u32, optional: bool) -> AnyView {
    let error = parts::wrong(lang, &form.errors, field);
    let mark = optional.then(|| i18n::optional(lang));
    view! {
        <TextArea name=field.code() label=terms::field(lang, field) hint=hint mark=mark value=value.to_owned() error=error rows=rows />
    }
    .into_any()
}

fn head(lang: Lang, form: &StepForm) -> AnyView {
    let wrong = |field| parts::wrong(lang, &form.errors, field);
    let typed = &form.typed;
    let (day, place, basis) = (wrong(Field::HeldOn), wrong(Field::MeetingPlace), wrong(Field::Basis));
    view! {
        <DateField name=Field::HeldOn.code() label=terms::field(lang, Field::HeldOn) hint=i18n::date_hint(lang) value=typed.held_on.clone() error=day />
        <TextField name=Field::MeetingPlace.code() label=terms::field(lang, Field::MeetingPlace) value=typed.place.clone() error=place />
        {area(lang, form, Field::EmployerParty, &typed.employer_party, Some(text::party_hint(lang)), 3, false)}
        {area(lang, form, Field::OurParty, &typed.our_party, Some(text::party_hint(lang)), 3, false)}
        <TextField
            name=Field::Basis.code()
            label=terms::field(lang, Field::Basis)
            hint=text::basis_hint(lang)
            mark=i18n::optional(lang)
            value=typed.basis.clone()
            error=basis
        />
    }
    .into_any()
}

/// Four columns on a desk, one under the other on a phone.
fn point(lang: Lang, form: &StepForm) -> AnyView {
    let typed = &form.typed.point;
    let wrong = parts::wrong(lang, &form.errors, Field::Subject);
    view! {
        <TextField
            name=Field::Subject.code()
            label=terms::field(lang, Field::Subject)
            hint=text::point_hint(lang)
            value=typed.subject.clone()
            error=wrong
        />
        <div class="k-columns">
            {area(lang, form, Field::EmployerSays, &typed.employer_says, None, 6, true)}
            {area(lang, form, Field::WeSay, &typed.we_say, None, 6, true)}
            {area(lang, form, Field::Agreed, &typed.agreed, None, 6, true)}
            {area(lang, form, Field::Disagreed, &typed.disagreed, None, 6, true)}
        </div>
    }
    .into_any()
}

fn result(lang: Lang, form: &StepForm) -> AnyView {
    let ended = parts::wrong(lang, &form.errors, Field::EndedOn);
    view! {
        <DateField
            name=Field::EndedOn.code()
            label=terms::field(lang, Field::EndedOn)
            hint=text::ended_hint(lang)
            mark=i18n::optional(lang)
            value=form.typed.ended_on.clone()
            error=ended
        />
        {area(lang, form, Field::LongerTime, &form.typed.longer_time, Some(text::longer_hint(lang)), 3, true)}
    }
    .into_any()
}

fn comments(lang: Lang, form: &StepForm) -> AnyView {
    view! {
        {area(lang, form, Field::EmployerComment, &form.typed.employer_comment, None, 5, true)}
        {area(lang, form, Field::OurComment, &form.typed.our_comment, None, 5, true)}
    }
    .into_any()
}

/// What is saved of this step, in words.
pub(super) fn told(lang: Lang, step: Step, saved: &StepTyped) -> Vec<(String, String)> {
    let fields: Vec<(Field, &String)> = match step {
        Step::Head => vec![
            (Field::HeldOn, &saved.held_on),
            (Field::MeetingPlace, &saved.place),
            (Field::EmployerParty, &saved.employer_party),
            (Field::OurParty, &saved.our_party),
            (Field::Basis, &saved.basis),
        ],
        Step::Point(_) => vec![
            (Field::Subject, &saved.point.subject),
            (Field::EmployerSays, &saved.point.employer_says),
            (Field::WeSay, &saved.point.we_say),
            (Field::Agreed, &saved.point.agreed),
            (Field::Disagreed, &saved.point.disagreed),
        ],
        Step::Result => vec![(Field::EndedOn, &saved.ended_on), (Field::LongerTime, &saved.longer_time)],
        Step::Comments => vec![(Field::EmployerComment, &saved.employer_comment), (Field::OurComment, &saved.our_comment)],
        Step::Actions => return vec![(terms::field(lang, Field::Actions), minutes::told_actions(&saved.actions))],
    };
    fields.into_iter().map(|(field, text)| (terms::field(lang, field), text.clone())).collect()
}
