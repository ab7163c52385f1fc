//! Noting that the other side has signed.

use domain::drafts::DraftForm;
use domain::meetings::{ProtocolStatus, SignedHow, TheirSignatureTyped};
use domain::{Field, Lang};
use leptos::prelude::*;
use ui::{
    ActionBar, Alert, Button, ButtonVariant, Choice, DateField, ErrorSummary, Form, HiddenField, LinkTo, Page, PageHeading, RadioGroup,
    TextField, Tone,
};

use crate::cx::PageCx;
use crate::drafts;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::api::{self, SignatureForm};
use crate::meetings::{parts, text};

/// Who signed, as what, when and how; and what this is, and is not.
#[component]
pub(crate) fn NoteSignaturePage() -> impl IntoView {
    let (case, meeting) = parts::asked();
    load(move || api::open_signature(case.clone(), meeting.clone()), |form| show(&form))
}

fn show(form: &SignatureForm) -> AnyView {
    let lang = PageCx::current().lang;
    let row = &form.protocol.meeting;
    let title = text::note_title(lang);
    let back = LinkTo::new(routes::protocol(row.case, row.id, None), text::to_protocol(lang));
    let content = if form.protocol.status == ProtocolStatus::Draft {
        view! { <Alert tone=Tone::Info><p>{text::not_to_sign(lang)}</p></Alert> }.into_any()
    } else {
        fields(lang, form)
    };
    let (wrong, summary) = (!form.errors.is_empty(), parts::summary(lang, &form.errors));
    let draft = DraftForm::Signature(row.case, row.id);
    let saved_first = drafts::parts::saved_first(lang, draft.to_string(), routes::protocol(row.case, row.id, None));
    // It was the first signature that changed it.
    let changed = form.changed && saved_first.is_none();
    let kept = form.kept.filter(|_| form.protocol.status != ProtocolStatus::Draft);
    let notice = saved_first.or_else(|| parts::kept(lang, draft, kept, wrong || form.changed));
    view! {
        <PageTitle page=title.clone() has_errors=wrong />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=title lead=text::note_honest(lang) back=back />
            {changed.then(|| view! { <Alert tone=Tone::Warning><p>{text::done_changed(lang)}</p></Alert> })}
            {notice}
            {content}
        </Page>
    }
    .into_any()
}

fn fields(lang: Lang, form: &SignatureForm) -> AnyView {
    let row = &form.protocol.meeting;
    let wrong = |field| parts::wrong(lang, &form.errors, field);
    let (name, role, day, how) = (wrong(Field::SignerName), wrong(Field::SignerRole), wrong(Field::SignedOn), wrong(Field::SignedHow));
    let ways = SignedHow::ALL.iter().map(|how| Choice::new(how.code(), text::how(lang, *how))).collect();
    let TheirSignatureTyped { signer_name, signer_role, signed_on, signed_how } = form.typed.clone();
    let keeper = drafts::parts::typing(lang, DraftForm::Signature(row.case, row.id));
    let (case, meeting, key) = (row.case.to_string(), row.id.to_string(), form.key.clone());
    let (number, version) = (form.protocol.number.to_string(), form.protocol.version.to_string());
    view! {
        <Form action="/api/meetings/protocol/note-signature">
            <HiddenField name="case" value=case />
            <HiddenField name="meeting" value=meeting />
            <HiddenField name="number" value=number />
            <HiddenField name="version" value=version />
            <HiddenField name="key" value=key />
            <TextField name=Field::SignerName.code() label=terms::field(lang, Field::SignerName) value=signer_name error=name autocomplete="off" />
            <TextField name=Field::SignerRole.code() label=terms::field(lang, Field::SignerRole) value=signer_role error=role autocomplete="off" />
            <DateField name=Field::SignedOn.code() label=terms::field(lang, Field::SignedOn) hint=i18n::date_hint(lang) value=signed_on error=day />
            <RadioGroup name=Field::SignedHow.code() legend=terms::field(lang, Field::SignedHow) options=ways selected=signed_how error=how />
            {keeper}
            <ActionBar>
                <Button variant=ButtonVariant::Primary>{text::note_save(lang)}</Button>
            </ActionBar>
        </Form>
    }
    .into_any()
}
