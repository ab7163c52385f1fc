//! A new note.

use domain::Field;
use domain::drafts::DraftForm;
use domain::notes::NOTE_MAX;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{ActionBar, Button, ButtonVariant, ErrorItem, ErrorSummary, Form, HiddenField, LinkTo, Page, PageHeading, TextArea};

use crate::cx::PageCx;
use crate::drafts;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::api::{self, NewNoteForm};
use super::{parts, text};

/// The text, who is to see it, and save.
#[component]
pub(crate) fn NewNotePage() -> impl IntoView {
    let case = use_params_map().get_untracked().get("id").unwrap_or_default();
    load(move || api::open_note_form(case.clone()), show)
}

fn show(form: NewNoteForm) -> AnyView {
    let lang = PageCx::current().lang;
    let summary: Vec<ErrorItem> =
        form.errors.0.iter().map(|(field, code)| ErrorItem::field(field.code(), terms::error(lang, *field, *code))).collect();
    let error = form.errors.of(Field::NoteBody).map(|code| terms::error(lang, Field::NoteBody, code));
    let draft = DraftForm::NewNote(form.case);
    let notice = drafts::parts::saved_first(lang, draft.to_string(), routes::case(form.case))
        .or_else(|| drafts::parts::notice(lang, draft, form.kept.filter(|_| form.errors.is_empty())));
    let kinds = parts::kinds(lang, &form.typed.kind, true, form.errors.of(Field::NoteKind));
    view! {
        <PageTitle page=text::title(lang) has_errors=!form.errors.is_empty() />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=text::title(lang) back=LinkTo::new(routes::case(form.case), text::back_to_case(lang)) />
            {notice}
            <Form action="/api/notes/add">
                <HiddenField name="case" value=form.case.to_string() />
                <HiddenField name="key" value=form.key />
                <TextArea
                    name=Field::NoteBody.code()
                    label=text::body(lang)
                    hint=text::body_hint(lang)
                    value=form.typed.body
                    error=error
                    rows=10
                />
                {drafts::parts::keeper(lang, draft, Field::NoteBody, NOTE_MAX)}
                {kinds}
                <ActionBar>
                    <Button variant=ButtonVariant::Primary>{text::save(lang)}</Button>
                </ActionBar>
            </Form>
        </Page>
    }
    .into_any()
}
