//! Opening a closed case again.

use domain::Field;
use domain::drafts::DraftForm;
use domain::lifecycle::{REOPENED_MAX, ReopenTyped, Transition};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{ActionBar, Button, ButtonVariant, Form, TextArea};

use crate::cx::PageCx;
use crate::load::load;
use crate::{drafts, links};

use super::api::{self, StepForm};
use super::frame::{error, hidden, page};
use super::{parts, text};

/// Why.
#[component]
pub(crate) fn ReopenPage() -> impl IntoView {
    let case = use_params_map().get_untracked().get("id").unwrap_or_default();
    load(move || api::open_reopen_form(case.clone()), |form| show(&form))
}

fn show(form: &StepForm<ReopenTyped>) -> AnyView {
    let lang = PageCx::current().lang;
    let (reason, wrong, hidden) = (form.typed.reason.clone(), error(lang, &form.errors, Field::Reason), hidden(form));
    let ended = form.now.closing.as_ref().map(|closing| parts::ended(lang, closing));
    let merged = form.now.merged_into.map(|number| links::parts::undone_by_opening(lang, number));
    let draft = DraftForm::Move(form.now.case, Transition::Reopen);
    let fields = view! {
        {merged}
        {ended}
        <Form action="/api/lifecycle/reopen">
            {hidden}
            <TextArea
                name=Field::Reason.code()
                label=text::reopen_why(lang)
                hint=text::reopen_why_hint(lang)
                value=reason
                error=wrong
                rows=4
            />
            {drafts::parts::keeper(lang, draft, Field::Reason, REOPENED_MAX)}
            <ActionBar>
                <Button variant=ButtonVariant::Primary>{text::reopen(lang)}</Button>
            </ActionBar>
        </Form>
    };
    page(text::reopen(lang), text::reopen_lead(lang), draft, form, &[form.typed.reason.as_str()], fields.into_any())
}
