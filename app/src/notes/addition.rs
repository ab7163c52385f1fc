//! Adding to a note.

use domain::Field;
use domain::drafts::DraftForm;
use domain::notes::NOTE_MAX;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{ActionBar, Alert, Button, ButtonVariant, ErrorItem, ErrorSummary, Form, HiddenField, LinkTo, Page, PageHeading, TextArea, Tone};

use crate::cx::PageCx;
use crate::drafts;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::api::{self, NoteForm};
use super::text;

/// The note, and one field under it.
#[component]
pub(crate) fn AddToNotePage() -> impl IntoView {
    let params = use_params_map().get_untracked();
    let (case, note) = (params.get("id").unwrap_or_default(), params.get("note").unwrap_or_default());
    let too_late = use_query_map().get_untracked().get(routes::TOO_LATE).is_some();
    load(move || api::open_addition_form(case.clone(), note.clone()), move |form| show(form, too_late))
}

fn show(form: NoteForm, too_late: bool) -> AnyView {
    let lang = PageCx::current().lang;
    let NoteForm { note, key, typed, errors, kept } = form;
    let error = errors.of(Field::NoteBody).map(|code| terms::error(lang, Field::NoteBody, code));
    let summary: Vec<ErrorItem> = error.iter().map(|text| ErrorItem::field(Field::NoteBody.code(), text.clone())).collect();
    let draft = DraftForm::Addition(note.case, note.id);
    let notice = if too_late {
        let words = view! {
            <Alert tone=Tone::Warning title=text::came_too_late(lang)><p>{text::came_too_late_text(lang)}</p></Alert>
        };
        Some(words.into_any())
    } else {
        drafts::parts::saved_first(lang, draft.to_string(), routes::note(note.case, note.id))
            .or_else(|| drafts::parts::notice(lang, draft, kept.filter(|_| errors.is_empty())))
    };
    let back = LinkTo::new(routes::note(note.case, note.id), text::back_to_note(lang));
    view! {
        <PageTitle page=text::add_title(lang) has_errors=!errors.is_empty() />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=text::add_title(lang) lead=text::add_lead(lang) back=back />
            {notice}
            <p class="k-prose">{note.body.clone()}</p>
            <Form action="/api/notes/add-to">
                <HiddenField name="case" value=note.case.to_string() />
                <HiddenField name="note" value=note.id.to_string() />
                <HiddenField name="key" value=key />
                <TextArea name=Field::NoteBody.code() label=text::add_label(lang) value=typed.body error=error rows=6 />
                {drafts::parts::keeper(lang, draft, Field::NoteBody, NOTE_MAX)}
                <ActionBar>
                    <Button variant=ButtonVariant::Primary>{text::save_addition(lang)}</Button>
                </ActionBar>
            </Form>
        </Page>
    }
    .into_any()
}
