//! A new office, or another name for one and other facts about it.

use domain::org::OFFICE_LEVELS;
use domain::settings::{At, OfficeForm, Wrong};
use domain::{Code, Lang};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{
    ActionBar, Alert, Button, ButtonVariant, CheckboxGroup, Choice, ErrorItem, ErrorSummary, Form, HiddenField, LinkTo, Page, PageHeading,
    TextField, Tone,
};

use crate::cx::PageCx;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{format, routes};

use super::{api, parts, text};

/// What a form calls the office that has no code yet; no code is written so.
pub(super) const NEW: &str = "nytt";
/// The box for an office with one holder at a time.
pub(super) const SINGLE: &str = "single";
/// The box for one that represents members towards the employer.
pub(super) const AGREEMENT: &str = "agreement";

/// The form for an office that is not there yet.
#[component]
pub(crate) fn NewOfficePage() -> impl IntoView {
    load(|| api::edit_office(NEW.to_owned()), |form| show(&form))
}

/// The form for one that is.
#[component]
pub(crate) fn EditOfficePage() -> impl IntoView {
    let office = use_params_map().get_untracked().get("office").unwrap_or_default();
    load(move || api::edit_office(office.clone()), |form| show(&form))
}

fn show(form: &OfficeForm) -> AnyView {
    let lang = PageCx::current().lang;
    let (title, lead, back) = match &form.now {
        None => (text::new_office(lang), text::new_office_lead(lang), LinkTo::new(routes::MATRIX, text::matrix(lang))),
        Some(facts) => {
            let name = facts.names.of(lang);
            let back = LinkTo::new(routes::office_rights(facts.office), format::sentence(name));
            (text::change_office_title(lang, name), text::change_office_lead(lang), back)
        }
    };
    let items: Vec<ErrorItem> = form.wrong.iter().map(|(at, wrong)| ErrorItem::field(field(at), said(lang, at, *wrong))).collect();
    let facts = form.now.as_ref().map_or_else(|| NEW.to_owned(), |facts| facts.office.code().to_owned());
    let (base, begun) = (form.typed.base.to_string(), form.begun.then(|| begun(lang, &facts)));
    let (code, names, rest) = (code(lang, form), names(lang, form), rest(lang, form));
    view! {
        <PageTitle page=title.clone() has_errors=!items.is_empty() />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=items />
            <PageHeading title=title lead=lead back=back />
            {begun}
            <Form action="/api/settings/office">
                <HiddenField name="facts" value=facts />
                <HiddenField name="base" value=base />
                {code}
                {names}
                {rest}
                <ActionBar><Button variant=ButtonVariant::Primary>{i18n::next(lang)}</Button></ActionBar>
            </Form>
        </Page>
    }
    .into_any()
}

fn begun(lang: Lang, facts: &str) -> AnyView {
    let facts = facts.to_owned();
    view! {
        <Alert tone=Tone::Info title=text::edit_begun(lang)>
            <p>{text::office_begun_text(lang)}</p>
            <Form action="/api/settings/drop">
                <HiddenField name="facts" value=facts />
                <Button variant=ButtonVariant::Secondary>{text::begin_again(lang)}</Button>
            </Form>
        </Alert>
    }
    .into_any()
}

/// Only a new office is asked for its code.
fn code(lang: Lang, form: &OfficeForm) -> Option<AnyView> {
    let (value, error) = (form.typed.office.code.clone(), error(lang, form, At::OfficeCode));
    form.now.is_none().then(|| {
        view! { <TextField name="code" label=text::office_code(lang) hint=text::office_code_hint(lang) value=value error=error autocomplete="off" /> }
            .into_any()
    })
}

fn names(lang: Lang, form: &OfficeForm) -> Vec<AnyView> {
    let field = |of: &Lang| {
        let at = At::OfficeName(*of);
        let (name, value, error) = (field(&at), form.typed.office.names.of(*of).to_owned(), error(lang, form, at));
        // How it stands in a sentence is said once, above the first.
        let hint = (*of == Lang::Nb).then(|| text::name_hint(lang));
        view! { <TextField name=name label=name_label(lang, *of) hint=hint value=value error=error autocomplete="off" /> }.into_any()
    };
    Lang::ALL.iter().map(field).collect()
}

fn rest(lang: Lang, form: &OfficeForm) -> AnyView {
    let office = &form.typed.office;
    let places = OFFICE_LEVELS.map(|kind| Choice::new(kind.code(), format::sentence(text::place(lang, kind)))).to_vec();
    let rules = vec![Choice::new(SINGLE, text::rule_single(lang)), Choice::new(AGREEMENT, text::rule_agreement(lang))];
    let ticked = [(office.single, SINGLE), (office.of_agreement, AGREEMENT)];
    let ticked: Vec<String> = ticked.into_iter().filter(|(on, _)| *on).map(|(_, code)| code.to_owned()).collect();
    let (held_at, error) = (office.held_at.clone(), error(lang, form, At::HeldAt));
    view! {
        <CheckboxGroup name=field(&At::HeldAt) legend=text::held_where(lang) options=places selected=held_at error=error />
        <CheckboxGroup name="rules[]" legend=text::office_rules(lang) options=rules selected=ticked />
    }
    .into_any()
}

/// The name of the field where something is wrong.
const fn field(at: &At) -> &'static str {
    match at {
        At::OfficeCode => "code",
        At::OfficeName(Lang::Nb) => "names[nb]",
        At::OfficeName(Lang::Nn) => "names[nn]",
        At::OfficeName(Lang::En) => "names[en]",
        _ => "held_at[]",
    }
}

fn name_label(lang: Lang, of: Lang) -> String {
    text::name_in(lang, text::language(lang, of))
}

fn error(lang: Lang, form: &OfficeForm, at: At) -> Option<String> {
    form.wrong.iter().find(|(other, _)| *other == at).map(|(at, wrong)| said(lang, at, *wrong))
}

/// What is wrong, beginning with the field's own words where it has any.
fn said(lang: Lang, at: &At, wrong: Wrong) -> String {
    let what = match wrong {
        Wrong::Text(Code::Unreadable) => text::name_unreadable(lang),
        wrong => parts::sentence(lang, wrong),
    };
    match at {
        At::OfficeCode => text::at(lang, &text::office_code(lang), &what),
        At::OfficeName(of) => text::at(lang, &name_label(lang, *of), &what),
        _ => what,
    }
}
