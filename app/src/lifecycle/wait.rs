//! Setting a case to wait.

use domain::drafts::DraftForm;
use domain::lifecycle::{Transition, WaitTyped, WaitingFor};
use domain::{Field, Lang};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{ActionBar, Button, ButtonVariant, Choice, DateField, Form, RadioGroup, TextField};

use crate::cx::PageCx;
use crate::load::load;
use crate::{drafts, format, i18n};

use super::api::{self, StepForm};
use super::frame::{error, hidden, page};
use super::text;

/// For whom, and until when.
#[component]
pub(crate) fn WaitPage() -> impl IntoView {
    let case = use_params_map().get_untracked().get("id").unwrap_or_default();
    load(move || api::open_wait_form(case.clone()), |form| show(&form))
}

fn show(form: &StepForm<WaitTyped>) -> AnyView {
    let lang = PageCx::current().lang;
    let title = if form.now.waiting.is_some() { text::wait_longer(lang) } else { text::wait(lang) };
    let typed = [form.typed.waiting_note.as_str(), form.typed.waiting_until.as_str()];
    page(title, text::wait_lead(lang), draft(form), form, &typed, fields(lang, form))
}

fn draft(form: &StepForm<WaitTyped>) -> DraftForm {
    DraftForm::Move(form.now.case, Transition::Wait)
}

fn fields(lang: Lang, form: &StepForm<WaitTyped>) -> AnyView {
    let WaitTyped { waiting_for, waiting_note, waiting_until } = form.typed.clone();
    let choice = |whom: &WaitingFor| Choice::new(whom.code(), format::sentence(text::whom(lang, *whom)));
    let whom: Vec<Choice> = WaitingFor::ALL.iter().map(choice).collect();
    let wrong = |field| error(lang, &form.errors, field);
    let (wrong_whom, wrong_note, wrong_until) = (wrong(Field::WaitingFor), wrong(Field::WaitingNote), wrong(Field::WaitingUntil));
    let (hidden, keeper) = (hidden(form), drafts::parts::typing(lang, draft(form)));
    view! {
        <Form action="/api/lifecycle/wait">
            {hidden}
            <RadioGroup
                name=Field::WaitingFor.code()
                legend=text::wait_for(lang)
                options=whom
                selected=waiting_for
                error=wrong_whom
            />
            <TextField
                name=Field::WaitingNote.code()
                label=text::wait_note(lang)
                hint=text::wait_note_hint(lang)
                mark=i18n::optional(lang)
                value=waiting_note
                error=wrong_note
            />
            <DateField
                name=Field::WaitingUntil.code()
                label=text::wait_until(lang)
                hint=i18n::date_hint(lang)
                value=waiting_until
                error=wrong_until
            />
            {keeper}
            <ActionBar>
                <Button variant=ButtonVariant::Primary>{text::wait_save(lang)}</Button>
            </ActionBar>
        </Form>
    }
    .into_any()
}
