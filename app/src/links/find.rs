//! Finding a case by its number.

use domain::{Field, Lang};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{ActionBar, Button, ButtonVariant, ErrorItem, ErrorSummary, FieldWidth, Form, FormMethod, LinkTo, Page, PageHeading, TextField};

use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::api::{self, FindForm};
use super::text;

/// A field for a number; with a number that is there for the viewer, the way to the case.
#[component]
pub(crate) fn FindPage() -> impl IntoView {
    let number = use_query_map().get_untracked().get(routes::CASE_NUMBER).unwrap_or_default();
    load(move || api::find_case(number.clone()), |form| show(&form))
}

fn show(form: &FindForm) -> AnyView {
    let lang = PageCx::current().lang;
    let error = form.errors.of(Field::CaseNumber).map(|code| terms::error(lang, Field::CaseNumber, code));
    let summary: Vec<ErrorItem> = error.iter().map(|words| ErrorItem::field(routes::CASE_NUMBER, words.clone())).collect();
    let has_errors = !summary.is_empty();
    let field = field(lang, routes::FIND_CASE.to_owned(), form.typed.clone(), error, i18n::search(lang));
    view! {
        <PageTitle page=text::find_title(lang) has_errors=has_errors />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=text::find_title(lang) lead=text::find_lead(lang) back=LinkTo::new(routes::CASES, text::back_to_cases(lang)) />
            {field}
        </Page>
    }
    .into_any()
}

/// A form that asks for a number alone, with the answer in the address.
pub(super) fn field(lang: Lang, action: String, value: String, error: Option<String>, submit: String) -> AnyView {
    view! {
        <Form action=action method=FormMethod::Get>
            <TextField
                name=routes::CASE_NUMBER
                label=terms::field(lang, Field::CaseNumber)
                hint=text::number_hint(lang)
                value=value
                error=error
                autocomplete="off"
                input_mode="numeric"
                width=FieldWidth::Medium
            />
            <ActionBar>
                <Button variant=ButtonVariant::Primary>{submit}</Button>
            </ActionBar>
        </Form>
    }
    .into_any()
}
