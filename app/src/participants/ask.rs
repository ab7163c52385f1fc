//! Asking somebody to take part, giving the case to somebody, keeping somebody out: three forms about a person.

use domain::Field;
use domain::drafts::DraftForm;
use domain::participants::{ConflictForm, OwnerForm, ParticipantForm, REASON_MAX, Role};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{
    ActionBar, Alert, Button, ButtonVariant, CheckboxField, Choice, DateField, ErrorSummary, FieldWidth, Form, HiddenField, LinkTo, Page,
    PageHeading, RadioGroup, TextArea, TextField, Tone,
};

use crate::cx::PageCx;
use crate::drafts;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::parts::{error, persons, search, summary};
use super::{api, text};

fn asked() -> (String, String) {
    let case = use_params_map().get_untracked().get("id").unwrap_or_default();
    (case, use_query_map().get_untracked().get("q").unwrap_or_default())
}

/// Who, how, and until when.
#[component]
pub(crate) fn AskPage() -> impl IntoView {
    let (case, query) = asked();
    load(move || api::ask_form(case.clone(), query.clone()), show_ask)
}

fn show_ask(form: ParticipantForm) -> AnyView {
    let lang = PageCx::current().lang;
    let choice = |role: &Role| Choice::new(role.code(), text::role(lang, *role)).describe(text::role_means(lang, *role));
    let roles: Vec<Choice> = Role::ALL.iter().map(choice).collect();
    let role = if form.typed.role.is_empty() { Role::CoWorker.code().to_owned() } else { form.typed.role.clone() };
    let has_errors = !form.errors.is_empty();
    let draft = DraftForm::Participant(form.case);
    let notice = drafts::parts::notice(lang, draft, form.kept.filter(|_| !has_errors));
    view! {
        <PageTitle page=text::ask(lang) has_errors=has_errors />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary(lang, &form.errors) />
            <PageHeading title=text::ask(lang) lead=text::ask_lead(lang) back=LinkTo::new(routes::case_access(form.case), text::back_here(lang)) />
            {notice}
            {search(lang, &form, routes::ask_participant(form.case))}
            <Form action="/api/participants/add">
                <HiddenField name="case" value=form.case.to_string() />
                {persons(lang, &form, text::ask_who(lang), &form.typed.person)}
                <RadioGroup
                    name=Field::Role.code()
                    legend=text::ask_how(lang)
                    options=roles
                    selected=role
                    error=error(lang, &form.errors, Field::Role)
                />
                <DateField
                    name=Field::Until.code()
                    label=text::ask_until(lang)
                    hint=text::ask_until_hint(lang)
                    value=form.typed.until.clone()
                    error=error(lang, &form.errors, Field::Until)
                />
                {drafts::parts::typing(lang, draft)}
                <ActionBar>
                    <Button variant=ButtonVariant::Primary>{text::ask_save(lang)}</Button>
                </ActionBar>
            </Form>
        </Page>
    }
    .into_any()
}

/// Who is to own the case from now on.
#[component]
pub(crate) fn GivePage() -> impl IntoView {
    let (case, query) = asked();
    load(move || api::give_form(case.clone(), query.clone()), show_give)
}

fn show_give(form: OwnerForm) -> AnyView {
    let lang = PageCx::current().lang;
    // Before anything was sent, the box is ticked.
    let stay = form.typed.stay || form.errors.is_empty();
    let has_errors = !form.errors.is_empty();
    view! {
        <PageTitle page=text::give(lang) has_errors=has_errors />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary(lang, &form.errors) />
            <PageHeading title=text::give(lang) lead=text::give_lead(lang) back=LinkTo::new(routes::case_access(form.case), text::back_here(lang)) />
            {search(lang, &form, routes::give_case(form.case))}
            <Form action="/api/participants/give">
                <HiddenField name="case" value=form.case.to_string() />
                {persons(lang, &form, text::give_who(lang), &form.typed.person)}
                <CheckboxField name="stay" label=text::give_stay(lang) checked=stay description=text::give_stay_hint(lang) />
                <ActionBar>
                    <Button variant=ButtonVariant::Primary>{text::give_save(lang)}</Button>
                </ActionBar>
            </Form>
        </Page>
    }
    .into_any()
}

/// Who must see no trace of the case, and why.
#[component]
pub(crate) fn KeepOutPage() -> impl IntoView {
    let (case, query) = asked();
    load(move || api::keep_out_form(case.clone(), query.clone()), show_keep_out)
}

fn show_keep_out(form: ConflictForm) -> AnyView {
    let lang = PageCx::current().lang;
    let has_errors = !form.errors.is_empty();
    let draft = DraftForm::Conflict(form.case);
    let notice = drafts::parts::notice(lang, draft, form.kept.filter(|_| !has_errors));
    let merged = form.merged.iter().map(|number| view! { <p>{text::keep_out_merged(lang, *number)}</p> }).collect::<Vec<_>>();
    let merged = (!merged.is_empty()).then(|| view! { <Alert tone=Tone::Warning>{merged}</Alert> });
    view! {
        <PageTitle page=text::keep_out(lang) has_errors=has_errors />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary(lang, &form.errors) />
            <PageHeading title=text::keep_out(lang) lead=text::keep_out_lead(lang) back=LinkTo::new(routes::case_access(form.case), text::back_here(lang)) />
            {notice}
            {merged}
            {search(lang, &form, routes::keep_out(form.case))}
            <Form action="/api/participants/keep-out">
                <HiddenField name="case" value=form.case.to_string() />
                {persons(lang, &form, text::keep_out_who(lang), &form.typed.person)}
                <TextField
                    name=Field::MemberNumber.code()
                    label=text::keep_out_number(lang)
                    hint=text::keep_out_number_hint(lang)
                    value=form.typed.member_number.clone()
                    error=error(lang, &form.errors, Field::MemberNumber)
                    autocomplete="off"
                    width=FieldWidth::Medium
                />
                <TextArea
                    name=Field::Reason.code()
                    label=text::keep_out_why(lang)
                    hint=text::keep_out_why_hint(lang)
                    value=form.typed.reason.clone()
                    error=error(lang, &form.errors, Field::Reason)
                    rows=3
                />
                {drafts::parts::keeper(lang, draft, Field::Reason, REASON_MAX)}
                <ActionBar>
                    <Button variant=ButtonVariant::Primary>{text::keep_out_save(lang)}</Button>
                </ActionBar>
            </Form>
        </Page>
    }
    .into_any()
}
