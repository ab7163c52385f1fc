//! Another file of case types: pasted, and what is wrong with it.

use domain::settings::TypesForm;
use leptos::prelude::*;
use ui::{
    ActionBar, Alert, Button, ButtonVariant, Details, ErrorItem, ErrorSummary, Form, LinkTo, Page, PageHeading, PageWidth, TextArea, Tone,
};

use crate::cx::PageCx;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;
use crate::settings::api;

use super::{text, words};

/// The name of the field.
const CONTENTS: &str = "contents";

/// The whole file in one field: what is in force, or what was left.
#[component]
pub(crate) fn EditTypesPage() -> impl IntoView {
    load(api::edit_case_types, |form| show(&form))
}

fn show(form: &TypesForm) -> AnyView {
    let lang = PageCx::current().lang;
    let items: Vec<ErrorItem> = form.wrong.iter().map(|error| ErrorItem::field(CONTENTS, words::wrong(lang, error))).collect();
    let error = (!items.is_empty()).then(|| text::file_wrong(lang));
    let begun = form.begun.then(|| {
        view! {
            <Alert tone=Tone::Info title=text::begun(lang)>
                <p>{text::begun_text(lang)}</p>
                <Form action="/api/settings/case-types/drop">
                    <ActionBar><Button variant=ButtonVariant::Secondary>{text::begin_again(lang)}</Button></ActionBar>
                </Form>
            </Alert>
        }
    });
    let (contents, has_errors) = (form.contents.clone(), !items.is_empty());
    view! {
        <PageTitle page=text::edit(lang) has_errors=has_errors />
        <Page width=PageWidth::Lists>
            <ErrorSummary title=i18n::fix_errors(lang) items=items />
            <PageHeading title=text::edit(lang) lead=text::edit_lead(lang) back=LinkTo::new(routes::CASE_TYPES, text::title(lang)) />
            {begun}
            <Form action="/api/settings/case-types/keep">
                <TextArea name=CONTENTS label=text::file(lang) hint=text::file_hint(lang) value=contents error=error rows=24 />
                <Details summary=text::how(lang)><p>{text::how_text(lang)}</p></Details>
                <ActionBar><Button variant=ButtonVariant::Primary>{i18n::next(lang)}</Button></ActionBar>
            </Form>
        </Page>
    }
    .into_any()
}
