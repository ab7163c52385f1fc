//! The filters of the list: read from the address, told in words, and chosen in a form.

use domain::Lang;
use domain::identity::OrgNumber;
use domain::members::{MemberFilter, Since, WorkplaceChoice, names};
use domain::registry::{Section, TariffArea};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{CheckboxField, Chip, Filters, HiddenField, LinkTo, SelectField, SelectOption, TextField};

use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::routes;

use super::text;

/// The filter that the page's address asks for.
pub(super) fn asked() -> MemberFilter {
    let query = use_query_map().get_untracked();
    let names = [names::WORKPLACE, names::POSITION, names::SECTION, names::AREA, names::SINCE, names::CONTACT];
    let pairs = names.iter().filter_map(|name| Some(format!("{name}={}", routes::encode(&query.get(name)?))));
    MemberFilter::read(query.get("q").unwrap_or_default(), &pairs.collect::<Vec<_>>().join("&"))
}

/// Each filter in force in words, with its name in the address.
pub(super) fn told(lang: Lang, filter: &MemberFilter, workplace: impl Fn(OrgNumber) -> Option<String>) -> Vec<(&'static str, String)> {
    let place = |number: OrgNumber| text::chip_workplace(lang, &workplace(number).unwrap_or_else(|| number.to_string()));
    let position = Some(&filter.position).filter(|position| !position.is_empty());
    [
        (names::WORKPLACE, filter.workplace.map(place)),
        (names::POSITION, position.map(|position| text::chip_position(lang, position))),
        (names::SECTION, filter.section.map(|section| text::chip_section(lang, terms::section(lang, section)))),
        (names::AREA, filter.area.map(|area| text::chip_area(lang, terms::tariff_area(lang, area)))),
        (names::SINCE, filter.since.map(|since| since_words(lang, since))),
        (names::CONTACT, filter.without_contact.then(|| text::chip_contact(lang))),
    ]
    .into_iter()
    .filter_map(|(name, words)| Some((name, words?)))
    .collect()
}

/// The same in one line; "alle" when nothing is narrowed.
pub(super) fn in_one_line(lang: Lang, filter: &MemberFilter) -> String {
    let words = Some(filter.query.trim()).filter(|words| !words.is_empty()).map(|words| text::chip_words(lang, words));
    let told: Vec<String> = words.into_iter().chain(told(lang, filter, |_| None).into_iter().map(|(_, words)| words)).collect();
    if told.is_empty() { text::everybody(lang) } else { told.join("; ") }
}

/// The filters in force, each with a way to undo it, and the form to choose others.
pub(super) fn form(asked: &MemberFilter, workplaces: &[WorkplaceChoice]) -> AnyView {
    let PageCx { lang, me, .. } = PageCx::current();
    let name_of = |number| workplaces.iter().find(|choice| choice.number == number).map(|choice| choice.name.clone());
    let chips = told(lang, asked, name_of)
        .into_iter()
        .map(|(name, words)| {
            Chip::new(routes::members(&asked.query, &asked.without(name).narrowing(), None), words, i18n::remove_filter(lang))
        })
        .collect::<Vec<_>>();
    let clear = asked.is_narrowed().then(|| LinkTo::new(routes::members(&asked.query, "", None), i18n::clear_filters(lang)));
    let contact = me.is_some_and(|me| me.sees_contact).then(|| {
        let (label, checked) = (text::without_contact(lang), asked.without_contact);
        view! { <CheckboxField name=names::CONTACT label=label value=names::WITHOUT checked=checked description=text::without_contact_why(lang) /> }
    });
    let workplace = (workplaces.len() > 1).then(|| workplace(lang, asked, workplaces));
    let sections = Section::ALL.iter().map(|section| SelectOption::new(section.code(), terms::section(lang, *section))).collect();
    let areas = TariffArea::ALL.iter().map(|area| SelectOption::new(area.code(), terms::tariff_area(lang, *area))).collect();
    let since = Since::ALL.iter().map(|since| SelectOption::new(since.code(), since_words(lang, *since))).collect();
    let (section, area) = (asked.section.map(Section::code), asked.area.map(TariffArea::code));
    let (new, query, position) = (asked.since.map(Since::code), asked.query.clone(), asked.position.clone());
    view! {
        <Filters action=routes::MEMBERS title=i18n::narrow(lang) submit=i18n::show(lang) chips=chips clear=clear>
            <HiddenField name="q" value=query />
            {workplace}
            <TextField name=names::POSITION label=text::column_job(lang) hint=text::position_hint(lang) value=position maxlength=domain::members::POSITION_MAX />
            <SelectField name=names::SECTION label=text::section(lang) options=sections selected=section empty=i18n::all(lang) />
            <SelectField name=names::AREA label=text::area(lang) options=areas selected=area empty=i18n::all(lang) />
            <SelectField name=names::SINCE label=text::joined(lang) options=since selected=new empty=text::any_time(lang) />
            {contact}
        </Filters>
    }
    .into_any()
}

fn workplace(lang: Lang, asked: &MemberFilter, workplaces: &[WorkplaceChoice]) -> AnyView {
    let options: Vec<SelectOption> = workplaces
        .iter()
        .map(|choice| {
            SelectOption::new(choice.number.to_string(), text::workplace_with(lang, &choice.name, &crate::format::number(choice.members)))
        })
        .collect();
    let selected = asked.workplace.map(|number| number.to_string());
    view! { <SelectField name=names::WORKPLACE label=text::workplace(lang) options=options selected=selected empty=text::all_workplaces(lang) /> }
        .into_any()
}

fn since_words(lang: Lang, since: Since) -> String {
    match since {
        Since::Week => text::since_week(lang),
        Since::Month => text::since_month(lang),
        Since::Quarter => text::since_quarter(lang),
        Since::Year => text::since_year(lang),
    }
}
