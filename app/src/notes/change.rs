//! Changing a note.

use domain::Field;
use domain::drafts::{DraftForm, VERSION};
use domain::notes::{NOTE_MAX, NoteKind};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{
    ActionBar, Alert, Button, ButtonLink, ButtonVariant, ErrorItem, ErrorSummary, Form, HiddenField, LinkTo, Page, PageHeading, TextArea,
    Tone,
};

use crate::cx::PageCx;
use crate::drafts;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::api::{self, NoteForm};
use super::{choose, parts, text};

/// The text as it is, to be changed; both texts, when it has been changed meanwhile; a word, when it is too late.
#[component]
pub(crate) fn ChangeNotePage() -> impl IntoView {
    let params = use_params_map().get_untracked();
    let (case, note) = (params.get("id").unwrap_or_default(), params.get("note").unwrap_or_default());
    load(move || api::open_change_form(case.clone(), note.clone()), show)
}

fn show(form: NoteForm) -> AnyView {
    if !form.note.may_change {
        return too_late(&form);
    }
    if form.typed.version != form.note.version.to_string() {
        return choose::show(form);
    }
    let lang = PageCx::current().lang;
    let NoteForm { note, typed, errors, kept, .. } = form;
    let summary: Vec<ErrorItem> =
        errors.0.iter().map(|(field, code)| ErrorItem::field(field.code(), terms::error(lang, *field, *code))).collect();
    let error = errors.of(Field::NoteBody).map(|code| terms::error(lang, Field::NoteBody, code));
    let draft = DraftForm::ChangedNote(note.case, note.id);
    let notice = drafts::parts::notice(lang, draft, kept.filter(|_| errors.is_empty()));
    let kinds = parts::kinds(lang, &typed.kind, note.kind == NoteKind::Private, errors.of(Field::NoteKind));
    let lead = if note.kind == NoteKind::Private { text::change_private_lead(lang) } else { text::change_lead(lang) };
    let back = LinkTo::new(routes::note(note.case, note.id), text::back_to_note(lang));
    view! {
        <PageTitle page=text::change_title(lang) has_errors=!errors.is_empty() />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=text::change_title(lang) lead=lead back=back />
            {notice}
            <Form action="/api/notes/change">
                <HiddenField name="case" value=note.case.to_string() />
                <HiddenField name="note" value=note.id.to_string() />
                <HiddenField name=VERSION value=note.version.to_string() />
                <TextArea name=Field::NoteBody.code() label=text::body(lang) value=typed.body error=error rows=10 />
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

fn too_late(form: &NoteForm) -> AnyView {
    let lang = PageCx::current().lang;
    let (add, back) = (routes::add_to_note(form.note.case, form.note.id), routes::note(form.note.case, form.note.id));
    view! {
        <PageTitle page=text::too_late(lang) />
        <Page>
            <PageHeading title=text::too_late(lang) back=LinkTo::new(back, text::back_to_note(lang)) />
            <Alert tone=Tone::Info><p>{text::too_late_why(lang)}</p></Alert>
            <ActionBar>
                <ButtonLink href=add variant=ButtonVariant::Primary>{text::add(lang)}</ButtonLink>
            </ActionBar>
        </Page>
    }
    .into_any()
}
