//! A decision in a case.

use domain::drafts::DraftForm;
use domain::entries::DecisionTyped;
use domain::notes::NOTE_MAX;
use domain::{Field, Lang};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{ActionBar, Button, ButtonVariant, ErrorItem, ErrorSummary, Form, HiddenField, LinkTo, Page, PageHeading, TextArea, TextField};

use crate::cx::PageCx;
use crate::drafts;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::api::{self, EntryForm};
use super::text;

/// What was decided, why, and by whom.
#[component]
pub(crate) fn NewDecisionPage() -> impl IntoView {
    let case = use_params_map().get_untracked().get("id").unwrap_or_default();
    load(move || api::open_decision_form(case.clone()), show)
}

fn show(form: EntryForm<DecisionTyped>) -> AnyView {
    let lang = PageCx::current().lang;
    let summary: Vec<ErrorItem> =
        form.errors.0.iter().map(|(field, code)| ErrorItem::field(field.code(), terms::error(lang, *field, *code))).collect();
    let draft = DraftForm::Decision(form.case);
    let notice = drafts::parts::saved_first(lang, draft.to_string(), routes::case(form.case))
        .or_else(|| drafts::parts::notice(lang, draft, form.kept.filter(|_| form.errors.is_empty())));
    let (title, back) = (text::decision_title(lang), LinkTo::new(routes::case(form.case), text::back_to_case(lang)));
    let (has_errors, case, key) = (!form.errors.is_empty(), form.case.to_string(), form.key.clone());
    let fields = fields(lang, form);
    view! {
        <PageTitle page=title.clone() has_errors=has_errors />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=title lead=text::decision_lead(lang) back=back />
            {notice}
            <Form action="/api/entries/decide">
                <HiddenField name="case" value=case />
                <HiddenField name="key" value=key />
                {fields}
                {drafts::parts::keeper(lang, draft, Field::Reason, NOTE_MAX)}
                <p class="k-meta">{text::cannot_be_changed(lang)}</p>
                <ActionBar>
                    <Button variant=ButtonVariant::Primary>{text::save_decision(lang)}</Button>
                </ActionBar>
            </Form>
        </Page>
    }
    .into_any()
}

fn fields(lang: Lang, form: EntryForm<DecisionTyped>) -> AnyView {
    let EntryForm { typed, errors, .. } = form;
    let error = |field: Field| errors.of(field).map(|code| terms::error(lang, field, code));
    let label = |field: Field| terms::field(lang, field);
    let (wrong, wrong_reason, wrong_by) = (error(Field::Decided), error(Field::Reason), error(Field::DecisionBy));
    view! {
        <TextArea
            name=Field::Decided.code()
            label=label(Field::Decided)
            hint=text::decided_hint(lang)
            value=typed.decided
            error=wrong
            rows=3
        />
        <TextField
            name=Field::DecisionBy.code()
            label=label(Field::DecisionBy)
            hint=text::by_hint(lang)
            value=typed.by
            error=wrong_by
            autocomplete="off"
        />
        <TextArea name=Field::Reason.code() label=label(Field::Reason) value=typed.reason error=wrong_reason rows=6 />
    }
    .into_any()
}
