//! Before a whole case is taken out as a file: what will be in it, what it is for, and what is to become of it.

use domain::Lang;
use domain::drafts::DraftForm;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{ActionBar, Button, ButtonVariant, ErrorSummary, Fact, Facts, Form, HiddenField, IconName, LinkTo, Page, PageHeading};

use crate::cx::PageCx;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{drafts, routes, taken_out};

use super::api::{self, BeforeWhole};
use super::text;

/// The form whose answer is the file.
#[component]
pub(crate) fn WholeCasePage() -> impl IntoView {
    let id = use_params_map().get_untracked().get("id").unwrap_or_default();
    load(move || api::whole_form(id.clone()), |form| show(&form))
}

fn show(form: &BeforeWhole) -> AnyView {
    let lang = PageCx::current().lang;
    let summary = taken_out::summary(lang, &form.errors);
    let (title, has_errors) = (text::whole_title(lang), !summary.is_empty());
    let back = LinkTo::new(routes::case(form.case), text::whole_back(lang, form.number));
    let notice = drafts::parts::notice(lang, DraftForm::Whole(form.case), form.kept.filter(|_| !has_errors));
    let fields = fields(lang, form);
    view! {
        <PageTitle page=title.clone() has_errors=has_errors />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=title back=back lead=text::whole_lead(lang) />
            <Facts>
                <Fact label=text::whole_contents(lang)>{text::whole_holds(lang)}</Fact>
                <Fact label=text::whole_without(lang)>{text::whole_without_what(lang)}</Fact>
            </Facts>
            {notice}
            {fields}
        </Page>
    }
    .into_any()
}

fn fields(lang: Lang, form: &BeforeWhole) -> AnyView {
    let case = form.case.to_string();
    let purpose = taken_out::purpose(lang, &form.typed, &form.errors, text::whole_why_hint(lang));
    let keeper = drafts::parts::typing(lang, DraftForm::Whole(form.case));
    let duties = taken_out::duties(lang, text::whole_duty_share(lang));
    view! {
        <Form action=routes::WHOLE_CASE_FILE download=true>
            <HiddenField name="case" value=case />
            {purpose}
            {keeper}
            {duties}
            <ActionBar>
                <Button variant=ButtonVariant::Primary icon=IconName::Document>{text::whole_make(lang)}</Button>
            </ActionBar>
        </Form>
    }
    .into_any()
}
