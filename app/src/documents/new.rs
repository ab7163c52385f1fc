//! New documents in a case.

use domain::documents::ACCEPT;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{ActionBar, Button, ButtonVariant, ErrorSummary, FileField, Form, HiddenField, LinkTo, Page, PageHeading};

use crate::cx::PageCx;
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::api::{self, NewDocumentsForm};
use super::progress::SendingProgress;
use super::{parts, text};

/// The id of the form, by which its progress is found.
const FORM: &str = "nye-dokumenter";
const FIELD: &str = "file";

/// Choose, or take a picture; save.
#[component]
pub(crate) fn NewDocumentsPage() -> impl IntoView {
    let case = use_params_map().get_untracked().get("id").unwrap_or_default();
    let told = use_query_map().get_untracked().get(routes::SENT).is_some();
    load(move || api::open_documents_form(case.clone()), move |form| show(form, told))
}

fn show(form: NewDocumentsForm, told: bool) -> AnyView {
    let lang = PageCx::current().lang;
    let sent = form.sent.filter(|_| told);
    let refused = sent.as_ref().map(|sent| parts::refused(lang, sent, FIELD, &text::nothing_chosen(lang))).unwrap_or_default();
    let error = refused.first().map(|item| item.text.clone());
    let kept = sent.as_ref().and_then(|sent| parts::kept(lang, sent));
    view! {
        <PageTitle page=text::add(lang) has_errors=!refused.is_empty() />
        <Page>
            <ErrorSummary title=text::not_all(lang) items=refused />
            {kept}
            <PageHeading title=text::add(lang) lead=text::lead(lang) back=LinkTo::new(routes::case(form.case), text::back_to_case(lang)) />
            <Form action=routes::new_documents(form.case) id=FORM multipart=true>
                <HiddenField name="key" value=form.key />
                <FileField
                    name=FIELD
                    label=text::choose(lang)
                    hint=text::choose_hint(lang)
                    error=error
                    accept=ACCEPT
                    multiple=true
                />
                <div class="k-by-hand">
                    <FileField name="photo" label=text::photo(lang) hint=text::photo_hint(lang) accept="image/jpeg" camera=true />
                </div>
                <SendingProgress lang=lang form=FORM.to_owned() />
                <ActionBar>
                    <Button variant=ButtonVariant::Primary>{text::send(lang)}</Button>
                </ActionBar>
            </Form>
        </Page>
    }
    .into_any()
}
