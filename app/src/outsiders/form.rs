//! Writing down somebody else in a case, and changing what stands about them.

use domain::drafts::outsider as draft_of;
use domain::outsiders::{OutsiderForm, OutsiderRole, OutsiderRow};
use domain::{Field, Lang};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{
    ActionBar, Alert, Button, ButtonVariant, Choice, ErrorItem, ErrorSummary, Fact, Facts, Form, HiddenField, InputType, LinkTo, Page,
    PageHeading, RadioGroup, Section, TextField, Tone,
};

use crate::cx::PageCx;
use crate::drafts;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::{api, parts, text};

/// Somebody new.
#[component]
pub(crate) fn NewOutsiderPage() -> impl IntoView {
    let case = use_params_map().get_untracked().get("id").unwrap_or_default();
    load(move || api::open_outsider_form(case.clone(), String::new()), |form| show(&form))
}

/// Somebody who is there.
#[component]
pub(crate) fn ChangeOutsiderPage() -> impl IntoView {
    let params = use_params_map().get_untracked();
    let (case, outsider) = (params.get("id").unwrap_or_default(), params.get("outsider").unwrap_or_default());
    load(move || api::open_outsider_form(case.clone(), outsider.clone()), |form| show(&form))
}

fn show(form: &OutsiderForm) -> AnyView {
    let lang = PageCx::current().lang;
    let items: Vec<ErrorItem> =
        form.errors.0.iter().map(|(field, code)| ErrorItem::field(field.code(), terms::error(lang, *field, *code))).collect();
    let has_errors = !items.is_empty();
    let title = form.now.as_ref().map_or_else(|| text::add(lang), |now| text::change(lang, &now.who.name));
    let back = LinkTo::new(routes::case(form.case), text::back_to(lang, form.number));
    let draft = draft_of(form.case, form.now.as_ref().map(|now| now.id));
    let saved_first = drafts::parts::saved_first(lang, draft, routes::case(form.case));
    let notice = saved_first.or_else(|| form.too_late.then(|| too_late(lang, form.now.as_ref())));
    let (fields, remove) = (fields(lang, form), form.now.as_ref().map(|now| remove(lang, form, now)));
    let (case, key) = (form.case.to_string(), form.key.clone());
    let of = form.now.as_ref().map(|now| {
        view! {
            <HiddenField name="outsider" value=now.id.to_string() />
            <HiddenField name="version" value=now.version.to_string() />
        }
    });
    view! {
        <PageTitle page=title.clone() has_errors=has_errors />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=items />
            <PageHeading title=title lead=text::lead(lang) back=back />
            {notice}
            <Form action="/api/outsiders/save">
                <HiddenField name="case" value=case />
                <HiddenField name="key" value=key />
                {of}
                {fields}
                <ActionBar>
                    <Button variant=ButtonVariant::Primary>{text::save(lang)}</Button>
                </ActionBar>
            </Form>
            {remove}
        </Page>
    }
    .into_any()
}

fn fields(lang: Lang, form: &OutsiderForm) -> AnyView {
    let error = |field: Field| form.errors.of(field).map(|code| terms::error(lang, field, code));
    let label = |field: Field| terms::field(lang, field);
    let roles: Vec<Choice> = OutsiderRole::ALL
        .iter()
        .map(|role| Choice::new(role.code(), text::role(lang, *role)).describe(text::role_means(lang, *role)))
        .collect();
    let typed = form.typed.clone();
    let (wrong_role, wrong_name, wrong_title) = (error(Field::OutsiderRole), error(Field::OutsiderName), error(Field::OutsiderTitle));
    let (wrong_phone, wrong_email) = (error(Field::OutsiderPhone), error(Field::OutsiderEmail));
    view! {
        <RadioGroup
            name=Field::OutsiderRole.code()
            legend=label(Field::OutsiderRole)
            options=roles
            selected=typed.outsider_role
            error=wrong_role
        />
        <TextField
            name=Field::OutsiderName.code()
            label=label(Field::OutsiderName)
            value=typed.outsider_name
            error=wrong_name
            autocomplete="off"
        />
        <TextField
            name=Field::OutsiderTitle.code()
            label=label(Field::OutsiderTitle)
            hint=text::title_hint(lang)
            mark=i18n::optional(lang)
            value=typed.outsider_title
            error=wrong_title
            autocomplete="off"
        />
        <TextField
            name=Field::OutsiderPhone.code()
            label=label(Field::OutsiderPhone)
            mark=i18n::optional(lang)
            value=typed.outsider_phone
            error=wrong_phone
            kind=InputType::Tel
            autocomplete="off"
        />
        <TextField
            name=Field::OutsiderEmail.code()
            label=label(Field::OutsiderEmail)
            mark=i18n::optional(lang)
            value=typed.outsider_email
            error=wrong_email
            kind=InputType::Email
            autocomplete="off"
        />
    }
    .into_any()
}

/// That somebody else was first, and how it stands now; what was typed stands in the fields.
fn too_late(lang: Lang, now: Option<&OutsiderRow>) -> AnyView {
    let now = now.map(|now| {
        let (name, told) = (parts::named(lang, &now.who), parts::reached(lang, &now.who));
        view! { <Facts><Fact label=text::stands_now(lang)><p>{name}</p> {told}</Fact></Facts> }.into_any()
    });
    view! { <Alert tone=Tone::Warning title=text::too_late(lang)><p>{text::too_late_means(lang)}</p>{now}</Alert> }.into_any()
}

fn remove(lang: Lang, form: &OutsiderForm, now: &OutsiderRow) -> AnyView {
    let (case, id, words) = (form.case.to_string(), now.id.to_string(), text::remove(lang, &now.who.name));
    view! {
        <Section title=text::remove_title(lang)>
            <p>{text::remove_means(lang)}</p>
            <Form action="/api/outsiders/remove">
                <HiddenField name="case" value=case />
                <HiddenField name="outsider" value=id />
                <ActionBar>
                    <Button variant=ButtonVariant::Secondary>{words}</Button>
                </ActionBar>
            </Form>
        </Section>
    }
    .into_any()
}
