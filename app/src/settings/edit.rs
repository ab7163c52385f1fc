//! What should this office be able to see and do?

use domain::Lang;
use domain::access::{DataClass, Power, Senseless};
use domain::settings::{At, EditView, tick_of};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{
    ActionBar, Alert, Button, ButtonVariant, CheckboxGroup, Choice, Details, ErrorItem, ErrorSummary, Form, HiddenField, LinkTo, Page,
    PageHeading, Section, Steps, Tone,
};

use crate::cx::PageCx;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{format, rights, routes};

use super::{api, parts, text};

/// Every kind of data folded under what is ticked; one opens what one wants to change.
#[component]
pub(crate) fn EditPage() -> impl IntoView {
    let office = use_params_map().get_untracked().get("office").unwrap_or_default();
    load(move || api::edit_rights(office.clone()), |form| show(&form))
}

fn show(form: &EditView) -> AnyView {
    let lang = PageCx::current().lang;
    let office = form.facts.names.of(lang);
    let title = text::edit_title(lang, office);
    let back = LinkTo::new(routes::office_rights(form.facts.office), format::sentence(office));
    let whole = form.wrong.iter().find(|(at, _)| *at == At::Table).map(|(at, wrong)| parts::wrong(lang, &form.facts, at, *wrong));
    let items: Vec<ErrorItem> = form
        .wrong
        .iter()
        .map(|(at, wrong)| match at {
            At::Class(class) => ErrorItem::field(&parts::boxes(*class), parts::wrong(lang, &form.facts, at, *wrong)),
            _ => ErrorItem::field("rights", parts::wrong(lang, &form.facts, at, *wrong)),
        })
        .collect();
    let whole = whole.map(|words| view! { <p class="ds-validation-message" id="f-rights">{words}</p> });
    let (members, cases, rest) = groups(lang, form);
    let (begun, has_errors) = (form.begun.then(|| begun(lang, form)), !form.wrong.is_empty());
    let (code, base) = (form.facts.office.code().to_owned(), form.typed.base.to_string());
    view! {
        <PageTitle page=title.clone() has_errors=has_errors />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=items />
            <PageHeading title=title lead=text::edit_lead(lang) back=back />
            <Steps label=text::step(lang, 1) current=1 total=3 />
            {begun}
            {whole}
            <Form action="/api/settings/rights">
                <HiddenField name="office" value=code />
                <HiddenField name="base" value=base />
                {members}
                {cases}
                {rest}
                <Details summary=text::never_here(lang)><p>{text::never_here_text(lang)}</p></Details>
                <ActionBar>
                    <Button variant=ButtonVariant::Primary>{i18n::next(lang)}</Button>
                </ActionBar>
            </Form>
        </Page>
    }
    .into_any()
}

fn begun(lang: Lang, form: &EditView) -> AnyView {
    let code = form.facts.office.code().to_owned();
    view! {
        <Alert tone=Tone::Info title=text::edit_begun(lang)>
            <p>{text::edit_begun_text(lang)}</p>
            <Form action="/api/settings/drop">
                <HiddenField name="office" value=code />
                <Button variant=ButtonVariant::Secondary>{text::begin_again(lang)}</Button>
            </Form>
        </Alert>
    }
    .into_any()
}

fn groups(lang: Lang, form: &EditView) -> (AnyView, AnyView, AnyView) {
    let of = |title: String, belongs: fn(DataClass) -> bool| {
        let kinds: Vec<_> = DataClass::ALL.iter().filter(|class| belongs(**class)).filter_map(|class| kind(lang, form, *class)).collect();
        if kinds.is_empty() {
            return ().into_any();
        }
        view! { <Section title=title>{kinds}</Section> }.into_any()
    };
    let is_member = |class| matches!(class, DataClass::MemberBasics | DataClass::MemberContact | DataClass::MemberProtected);
    (
        of(text::group_members(lang), is_member),
        of(text::group_cases(lang), |class| class.is_contents() || class.is_existence()),
        of(text::group_rest(lang), |class| {
            matches!(class, DataClass::Mandates | DataClass::Statistics | DataClass::Registry | DataClass::Settings | DataClass::AccessLog)
        }),
    )
}

/// The boxes of one kind of data. What no table may give the office is not offered; what was sent all the same stands
/// there, with what is wrong.
fn kind(lang: Lang, form: &EditView, class: DataClass) -> Option<AnyView> {
    let all = class
        .rights()
        .iter()
        .flat_map(|(action, breadths)| breadths.iter().map(|breadth| Power { class, action: *action, breadth: *breadth }));
    let shown: Vec<Power> = all.filter(|power| Senseless::of(&form.facts, *power).is_none() || form.typed.has(*power)).collect();
    if shown.is_empty() {
        return None;
    }
    let at = At::Class(class);
    let error = form.wrong.iter().find(|(other, _)| *other == at).map(|(_, wrong)| parts::wrong(lang, &form.facts, &at, *wrong));
    let ticked: Vec<Power> = shown.iter().copied().filter(|power| form.typed.has(*power)).collect();
    let (name, place) = (format::sentence(rights::class(lang, class)), parts::places(lang, &form.facts.held_at));
    let short: Vec<String> = ticked.iter().map(|power| rights::short(lang, *power, &place).to_lowercase()).collect();
    let told = if short.is_empty() { text::nothing_ticked(lang) } else { short.join("; ") };
    let options = shown.iter().map(|power| Choice::new(tick_of(*power), rights::short(lang, *power, &place))).collect::<Vec<_>>();
    let (open, selected) = (error.is_some(), ticked.iter().map(|power| tick_of(*power)).collect::<Vec<_>>());
    let boxes = parts::boxes(class);
    Some(
        view! {
            <Details summary=text::summary(lang, &name, &told) open=open>
                <CheckboxGroup name=boxes legend=name options=options selected=selected error=error />
            </Details>
        }
        .into_any(),
    )
}
