//! A note was changed while somebody was writing: both texts, side by side, and nothing lost.

use domain::Field;
use domain::drafts::{DraftForm, VERSION};
use domain::notes::NOTE_MAX;
use leptos::prelude::*;
use ui::{
    ActionBar, Button, ButtonVariant, ErrorItem, ErrorSummary, Form, HiddenField, LinkTo, Page, PageHeading, PageWidth, Section, TextArea,
};

use crate::cx::PageCx;
use crate::drafts;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::{format, routes};

use super::api::NoteForm;
use super::text;

/// What stands there now, and what was written; one of them, both or a third text is saved. The status says that it is a
/// conflict (409).
pub(super) fn show(form: NoteForm) -> AnyView {
    PageCx::set_status(409);
    let lang = PageCx::current().lang;
    let NoteForm { note, typed, errors, .. } = form;
    let draft = DraftForm::ChangedNote(note.case, note.id);
    let error = errors.of(Field::NoteBody).map(|code| terms::error(lang, Field::NoteBody, code));
    let summary: Vec<ErrorItem> = error.iter().map(|text| ErrorItem::field(Field::NoteBody.code(), text.clone())).collect();
    let here = routes::note(note.case, note.id);
    let saved = text::saved_at(lang, &format::time(lang, note.changed_at.unwrap_or(note.written_at)));
    view! {
        <PageTitle page=text::choose_title(lang) has_errors=!errors.is_empty() />
        <Page width=PageWidth::Lists>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=text::choose_title(lang) lead=text::choose_lead(lang) back=LinkTo::new(here.clone(), text::back_to_note(lang)) />
            <div class="k-versus">
                <Section title=text::stands_now(lang)>
                    <p class="k-meta">{saved}</p>
                    <p class="k-prose">{note.body.clone()}</p>
                    <Form action="/api/drafts/drop">
                        <HiddenField name="form" value=draft.to_string() />
                        <HiddenField name="to" value=here />
                        <ActionBar>
                            <Button variant=ButtonVariant::Secondary>{text::keep_now(lang)}</Button>
                        </ActionBar>
                    </Form>
                </Section>
                <Section title=text::you_wrote(lang)>
                    <Form action="/api/notes/change">
                        <HiddenField name="case" value=note.case.to_string() />
                        <HiddenField name="note" value=note.id.to_string() />
                        <HiddenField name=VERSION value=note.version.to_string() />
                        <HiddenField name=Field::NoteKind.code() value=typed.kind />
                        <TextArea
                            name=Field::NoteBody.code()
                            label=text::body(lang)
                            hint=text::you_wrote_hint(lang)
                            value=typed.body
                            error=error
                            rows=10
                        />
                        {drafts::parts::keeper(lang, draft, Field::NoteBody, NOTE_MAX)}
                        <ActionBar>
                            <Button variant=ButtonVariant::Primary>{text::save_mine(lang)}</Button>
                            <Button variant=ButtonVariant::Secondary name="both" value="true">{text::save_both(lang)}</Button>
                        </ActionBar>
                    </Form>
                </Section>
            </div>
        </Page>
    }
    .into_any()
}
