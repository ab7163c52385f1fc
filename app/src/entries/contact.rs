//! Contact with somebody about a case.

use domain::drafts::DraftForm;
use domain::entries::{ContactTyped, ContactWay, ContactWith};
use domain::notes::NOTE_MAX;
use domain::{Field, Lang};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{
    ActionBar, Button, ButtonVariant, Choice, DateField, ErrorItem, ErrorSummary, FieldWidth, Form, HiddenField, LinkTo, Page, PageHeading,
    RadioGroup, TextArea, TextField,
};

use crate::cx::PageCx;
use crate::drafts;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::api::{self, EntryForm};
use super::text;

/// How, with whom, when, and what was said.
#[component]
pub(crate) fn NewContactPage() -> impl IntoView {
    let case = use_params_map().get_untracked().get("id").unwrap_or_default();
    load(move || api::open_contact_form(case.clone()), show)
}

fn show(form: EntryForm<ContactTyped>) -> AnyView {
    let lang = PageCx::current().lang;
    let summary: Vec<ErrorItem> =
        form.errors.0.iter().map(|(field, code)| ErrorItem::field(field.code(), terms::error(lang, *field, *code))).collect();
    let draft = DraftForm::Contact(form.case);
    let notice = drafts::parts::saved_first(lang, draft.to_string(), routes::case(form.case))
        .or_else(|| drafts::parts::notice(lang, draft, form.kept.filter(|_| form.errors.is_empty())));
    let (title, back) = (text::contact_title(lang), LinkTo::new(routes::case(form.case), text::back_to_case(lang)));
    let (has_errors, case, key) = (!form.errors.is_empty(), form.case.to_string(), form.key.clone());
    let fields = fields(lang, form);
    view! {
        <PageTitle page=title.clone() has_errors=has_errors />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=title lead=text::contact_lead(lang) back=back />
            {notice}
            <Form action="/api/entries/contact">
                <HiddenField name="case" value=case />
                <HiddenField name="key" value=key />
                {fields}
                {drafts::parts::keeper(lang, draft, Field::ContactSaid, NOTE_MAX)}
                <p class="k-meta">{text::cannot_be_changed(lang)}</p>
                <ActionBar>
                    <Button variant=ButtonVariant::Primary>{text::save_contact(lang)}</Button>
                </ActionBar>
            </Form>
        </Page>
    }
    .into_any()
}

fn fields(lang: Lang, form: EntryForm<ContactTyped>) -> AnyView {
    let EntryForm { typed, errors, .. } = form;
    let error = |field: Field| errors.of(field).map(|code| terms::error(lang, field, code));
    let label = |field: Field| terms::field(lang, field);
    let ways: Vec<Choice> = ContactWay::ALL.iter().map(|way| Choice::new(way.code(), terms::contact_way(lang, *way))).collect();
    let with: Vec<Choice> = ContactWith::ALL.iter().map(|with| Choice::new(with.code(), terms::contact_with(lang, *with))).collect();
    let (wrong_way, wrong_with, wrong_who) = (error(Field::ContactWay), error(Field::ContactWith), error(Field::ContactWho));
    let (wrong_date, wrong_time, wrong_said) = (error(Field::ContactDate), error(Field::ContactTime), error(Field::ContactSaid));
    view! {
        <RadioGroup name=Field::ContactWay.code() legend=label(Field::ContactWay) options=ways selected=typed.way error=wrong_way />
        <RadioGroup name=Field::ContactWith.code() legend=label(Field::ContactWith) options=with selected=typed.with error=wrong_with />
        <TextField
            name=Field::ContactWho.code()
            label=label(Field::ContactWho)
            hint=text::who_hint(lang)
            mark=i18n::optional(lang)
            value=typed.who
            error=wrong_who
            autocomplete="off"
        />
        <DateField
            name=Field::ContactDate.code()
            label=label(Field::ContactDate)
            hint=i18n::date_hint(lang)
            value=typed.on
            error=wrong_date
        />
        <TextField
            name=Field::ContactTime.code()
            label=label(Field::ContactTime)
            hint=text::time_hint(lang)
            mark=i18n::optional(lang)
            value=typed.at
            error=wrong_time
            autocomplete="off"
            width=FieldWidth::Short
        />
        <TextArea
            name=Field::ContactSaid.code()
            label=label(Field::ContactSaid)
            hint=text::said_hint(lang)
            value=typed.said
            error=wrong_said
            rows=8
        />
    }
    .into_any()
}
