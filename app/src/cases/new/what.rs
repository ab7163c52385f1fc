//! What happened, and when?

use domain::Field;
use domain::cases::{Before, DESCRIPTION_MAX, Step};
use domain::drafts::DraftForm;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{ActionBar, Button, ButtonVariant, DateField, Details, Form, HiddenField, PageHeading, TextArea};

use crate::cx::PageCx;
use crate::drafts;
use crate::i18n::{self, terms};
use crate::load::load;

use super::api;
use super::progress::Progress;
use super::{before, frame, text};

/// A date and a text. The way back is a button, not a link, so that it keeps what was typed; it stands last, so that
/// Enter goes on.
#[component]
pub(crate) fn WhatPage() -> impl IntoView {
    let draft = use_params_map().get_untracked().get("draft").unwrap_or_default();
    load(move || api::progress_with_before(draft.clone()), |(progress, before)| show(&progress, before.as_ref()))
}

fn show(progress: &Progress, known: Option<&Before>) -> AnyView {
    let lang = PageCx::current().lang;
    let errors = frame::errors_at(progress, Step::What);
    let error = |field: Field| errors.of(field).map(|code| terms::error(lang, field, code));
    let question = text::what_question(lang);
    let Progress { draft, typed, .. } = progress.clone();
    let keeper = draft.parse().ok().map(|key| drafts::parts::keeper(lang, DraftForm::NewCase(key), Field::Description, DESCRIPTION_MAX));
    let (wrong_date, wrong_text) = (error(Field::HappenedOn), error(Field::Description));
    let alike = before::alike(lang, progress, known);
    let content = view! {
        <PageHeading title=question.clone() />
        {alike}
        <Form action="/api/cases/new/what">
            <HiddenField name="draft" value=draft />
            <DateField
                name=Field::HappenedOn.code()
                label=text::what_when(lang)
                hint=i18n::date_hint(lang)
                value=typed.happened
                error=wrong_date
            />
            <TextArea
                name=Field::Description.code()
                label=text::what_happened(lang)
                hint=text::what_happened_hint(lang)
                value=typed.description
                error=wrong_text
                rows=8
            />
            {keeper}
            <Details summary=text::what_help(lang)>
                <p>{text::what_help_text(lang)}</p>
            </Details>
            <ActionBar>
                <Button variant=ButtonVariant::Primary>{i18n::next(lang)}</Button>
                <Button variant=ButtonVariant::Tertiary name="back" value="true">{i18n::back(lang)}</Button>
            </ActionBar>
        </Form>
    }
    .into_any();
    frame::step(lang, Step::What, progress, None, &question, &errors, content)
}
