//! Before the list is taken out as a file: what will be in it, what it is for, and what is to become of it.

use domain::members::{EXPORT_ROWS, ExportPurpose, ExportTyped, MemberFilter, SheetKind, WHY_MAX};
use domain::{Field, FieldErrors, Lang};
use leptos::prelude::*;
use ui::{
    ActionBar, Alert, Button, ButtonVariant, CheckboxField, Choice, EmptyState, ErrorItem, ErrorSummary, Fact, Facts, Form, HiddenField,
    IconName, LinkTo, Page, PageHeading, RadioGroup, TextField, Tone,
};

use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::{format, routes};

use super::api::{self, MemberFileForm};
use super::{filter, text};

/// The form whose answer is the file.
#[component]
pub(crate) fn MemberFilePage() -> impl IntoView {
    let asked = filter::asked();
    let shown = asked.clone();
    let fetch = move || {
        let asked = asked.clone();
        async move { api::member_file(asked.query.clone(), asked.narrowing()).await }
    };
    load(fetch, move |form| show(&shown, form))
}

fn show(asked: &MemberFilter, form: MemberFileForm) -> AnyView {
    let lang = PageCx::current().lang;
    let words = |field: Field| form.errors.of(field).map(|code| terms::error(lang, field, code));
    let summary: Vec<ErrorItem> = [Field::ExportPurpose, Field::ExportWhy]
        .into_iter()
        .filter_map(|field| Some(ErrorItem::field(field.code(), words(field)?)))
        .collect();
    let back = LinkTo::new(routes::members(&asked.query, &asked.narrowing(), None), text::title(lang));
    let has_errors = !summary.is_empty();
    let body = if form.total == 0 {
        view! { <EmptyState title=text::file_nobody(lang) why=text::file_nobody_why(lang) action=back.clone() /> }.into_any()
    } else {
        view! {
            {facts(lang, asked, form.total)}
            {if form.total > EXPORT_ROWS { too_many(lang, &back) } else { the_form(lang, asked, &form.typed, form.contact, &form.errors) }}
        }
        .into_any()
    };
    view! {
        <PageTitle page=text::take_out(lang) has_errors=has_errors />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=text::take_out(lang) back=back lead=text::file_lead(lang) />
            {body}
        </Page>
    }
    .into_any()
}

fn facts(lang: Lang, asked: &MemberFilter, total: u64) -> AnyView {
    let chosen = filter::in_one_line(lang, asked);
    view! {
        <Facts>
            <Fact label=text::file_who(lang)>{text::counted(lang, total)}</Fact>
            <Fact label=text::file_chosen(lang)>{chosen}</Fact>
            <Fact label=text::file_holds(lang)>{text::file_columns(lang)}</Fact>
        </Facts>
    }
    .into_any()
}

fn too_many(lang: Lang, back: &LinkTo) -> AnyView {
    let (most, href, label) = (format::number(EXPORT_ROWS), back.href.clone(), text::file_narrow(lang));
    view! {
        <Alert tone=Tone::Warning title=text::file_too_many(lang, &most)>
            <p>{text::file_too_many_why(lang)}</p>
            <p><a href=href>{label}</a></p>
        </Alert>
    }
    .into_any()
}

fn the_form(lang: Lang, asked: &MemberFilter, typed: &ExportTyped, contact: bool, errors: &FieldErrors) -> AnyView {
    let error = |field: Field| errors.of(field).map(|code| terms::error(lang, field, code));
    let purposes: Vec<Choice> =
        ExportPurpose::ALL.iter().map(|purpose| Choice::new(purpose.code(), terms::purpose(lang, *purpose))).collect();
    let kinds = vec![Choice::new(SheetKind::Xlsx.code(), text::file_xlsx(lang)), Choice::new(SheetKind::Csv.code(), text::file_csv(lang))];
    let kind = if typed.kind.is_empty() { SheetKind::Xlsx.code().to_owned() } else { typed.kind.clone() };
    let contact = contact.then(|| {
        view! { <CheckboxField name="contact" label=text::file_contact(lang) checked=typed.contact description=text::file_contact_why(lang) /> }
    });
    let (query, narrowing, purpose, why) = (asked.query.clone(), asked.narrowing(), typed.purpose.clone(), typed.why.clone());
    let (purpose_error, why_error) = (error(Field::ExportPurpose), error(Field::ExportWhy));
    view! {
        <Form action=routes::MEMBER_FILE_MADE download=true>
            <HiddenField name="q" value=query />
            <HiddenField name="narrowing" value=narrowing />
            <RadioGroup
                name=Field::ExportPurpose.code()
                legend=terms::field(lang, Field::ExportPurpose)
                options=purposes
                selected=purpose
                error=purpose_error
            />
            <TextField
                name=Field::ExportWhy.code()
                label=terms::field(lang, Field::ExportWhy)
                hint=text::file_why_hint(lang)
                value=why
                error=why_error
                maxlength=WHY_MAX
            />
            {contact}
            <RadioGroup name="kind" legend=text::file_kind(lang) options=kinds selected=kind />
            <Alert tone=Tone::Warning title=text::file_duty(lang)>
                <ul>
                    <li>{text::file_duty_delete(lang)}</li>
                    <li>{text::file_duty_share(lang)}</li>
                    <li>{text::file_duty_logged(lang)}</li>
                </ul>
            </Alert>
            <ActionBar>
                <Button variant=ButtonVariant::Primary icon=IconName::Document>{text::file_make(lang)}</Button>
            </ActionBar>
        </Form>
    }
    .into_any()
}
