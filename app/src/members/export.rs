//! Before the list is taken out as a file: what will be in it, what it is for, and what is to become of it.

use domain::members::{EXPORT_ROWS, ExportTyped, MemberFilter, SheetKind};
use domain::{FieldErrors, Lang};
use leptos::prelude::*;
use ui::{
    ActionBar, Alert, Button, ButtonVariant, CheckboxField, Choice, EmptyState, ErrorSummary, Fact, Facts, Form, HiddenField, IconName,
    LinkTo, Page, PageHeading, RadioGroup, Tone,
};

use crate::cx::PageCx;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{format, routes, taken_out};

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
    let summary = taken_out::summary(lang, &form.errors);
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
    let kinds = vec![Choice::new(SheetKind::Xlsx.code(), text::file_xlsx(lang)), Choice::new(SheetKind::Csv.code(), text::file_csv(lang))];
    let kind = if typed.kind.is_empty() { SheetKind::Xlsx.code().to_owned() } else { typed.kind.clone() };
    let contact = contact.then(|| {
        view! { <CheckboxField name="contact" label=text::file_contact(lang) checked=typed.contact description=text::file_contact_why(lang) /> }
    });
    let (query, narrowing) = (asked.query.clone(), asked.narrowing());
    let purpose = taken_out::purpose(lang, typed, errors, text::file_why_hint(lang));
    let duties = taken_out::duties(lang, text::file_duty_share(lang));
    view! {
        <Form action=routes::MEMBER_FILE_MADE download=true>
            <HiddenField name="q" value=query />
            <HiddenField name="narrowing" value=narrowing />
            {purpose}
            {contact}
            <RadioGroup name="kind" legend=text::file_kind(lang) options=kinds selected=kind />
            {duties}
            <ActionBar>
                <Button variant=ButtonVariant::Primary icon=IconName::Document>{text::file_make(lang)}</Button>
            </ActionBar>
        </Form>
    }
    .into_any()
}
