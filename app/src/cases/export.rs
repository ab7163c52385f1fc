//! Before the list is taken out as a file: what will be in it, what it is for, and what is to become of it.

use domain::cases::{CASE_EXPORT_ROWS, CaseFilter};
use domain::members::{ExportTyped, SheetKind};
use domain::{FieldErrors, Lang};
use leptos::prelude::*;
use ui::{
    ActionBar, Alert, Button, ButtonVariant, Choice, EmptyState, ErrorSummary, Fact, Facts, Form, HiddenField, IconName, LinkTo, Page,
    PageHeading, RadioGroup, Tone,
};

use crate::cx::PageCx;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{format, routes, taken_out};

use super::api::{self, CaseFileForm};
use super::{filter, text};

/// The form whose answer is the file.
#[component]
pub(crate) fn CaseFilePage() -> impl IntoView {
    let asked = filter::asked();
    let shown = asked.clone();
    let fetch = move || {
        let narrowing = asked.narrowing();
        async move { api::case_file(narrowing).await }
    };
    load(fetch, move |form| show(&shown, &form))
}

fn show(asked: &CaseFilter, form: &CaseFileForm) -> AnyView {
    let lang = PageCx::current().lang;
    let summary = taken_out::summary(lang, &form.errors);
    let back = LinkTo::new(routes::cases(&asked.narrowing(), None), text::title(lang));
    let has_errors = !summary.is_empty();
    let (chosen, total) = (filter::in_one_line(lang, &PageCx::current().case_types, asked), text::counted(lang, form.total));
    let body = if form.total == 0 {
        view! { <EmptyState title=text::none_match(lang) why=text::none_match_why(lang) action=back.clone() /> }.into_any()
    } else if form.total > CASE_EXPORT_ROWS {
        let most = format::number(CASE_EXPORT_ROWS);
        view! { <Alert tone=Tone::Warning title=text::file_too_many(lang, &most)><p>{text::file_too_many_why(lang)}</p></Alert> }.into_any()
    } else {
        the_form(lang, asked, &form.typed, &form.errors)
    };
    view! {
        <PageTitle page=text::take_out(lang) has_errors=has_errors />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=text::take_out(lang) back=back lead=text::file_lead(lang) />
            <Facts>
                <Fact label=text::file_what(lang)>{total}</Fact>
                <Fact label=text::file_chosen(lang)>{chosen}</Fact>
                <Fact label=text::file_holds(lang)>{text::file_columns(lang)}</Fact>
            </Facts>
            {body}
        </Page>
    }
    .into_any()
}

fn the_form(lang: Lang, asked: &CaseFilter, typed: &ExportTyped, errors: &FieldErrors) -> AnyView {
    let kinds = vec![Choice::new(SheetKind::Xlsx.code(), text::file_xlsx(lang)), Choice::new(SheetKind::Csv.code(), text::file_csv(lang))];
    let kind = if typed.kind.is_empty() { SheetKind::Xlsx.code().to_owned() } else { typed.kind.clone() };
    let narrowing = asked.narrowing();
    let purpose = taken_out::purpose(lang, typed, errors, text::file_why_hint(lang));
    let duties = taken_out::duties(lang, text::file_duty_share(lang));
    view! {
        <Form action=routes::CASE_FILE_MADE download=true>
            <HiddenField name="narrowing" value=narrowing />
            {purpose}
            <RadioGroup name="kind" legend=text::file_kind(lang) options=kinds selected=kind />
            {duties}
            <ActionBar>
                <Button variant=ButtonVariant::Primary icon=IconName::Document>{text::file_make(lang)}</Button>
            </ActionBar>
        </Form>
    }
    .into_any()
}
