//! What other pages show of links between cases.

use domain::cases::{CaseRow, CaseView};
use domain::lifecycle::Transition;
use domain::links::{LinkEvent, LinkRow, Relation};
use domain::{CaseId, Field, Lang};
use leptos::prelude::*;
use ui::{Alert, ButtonLink, ButtonVariant, SearchField, Section, Tone};

use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::{cases, routes};

use super::text;

/// "Sak 1042: Ferie – Kari Nordmann"; of a case that one only knows of, without the name. As in a list: of many, the first
/// few.
pub(super) fn named(lang: Lang, row: &CaseRow) -> String {
    let types = PageCx::current().case_types;
    let kind = types.name(lang, &row.case_type);
    let names: Vec<&str> = row.about.iter().map(String::as_str).collect();
    cases::parts::whom(lang, &names, row.everybody.as_ref())
        .map_or_else(|| text::case_of(lang, row.number, kind), |whom| text::case_about(lang, row.number, kind, &whom))
}

/// Where a case goes on that was merged into another: first on its page, for whoever may know of the other. To anybody
/// else it is a closed case.
pub(crate) fn merged(lang: Lang, case: &CaseView) -> Option<AnyView> {
    let into = case.links.iter().find(|link| link.to == Relation::MergedInto)?;
    let (number, href) = (into.case.number, routes::case(into.case.id));
    let undo = case.moves.contains(&Transition::Reopen).then(|| view! { <p>{text::merged_undo(lang)}</p> });
    Some(
        view! {
            <Alert tone=Tone::Info title=text::merged(lang, number)>
                <p><a href=href>{text::go_to(lang, number)}</a></p>
                <p>{text::merged_means(lang)}</p>
                {undo}
            </Alert>
        }
        .into_any(),
    )
}

/// What opening a case again does to two that were merged, before it is opened.
pub(crate) fn undone_by_opening(lang: Lang, merged_into: i64) -> AnyView {
    view! {
        <Alert tone=Tone::Info title=text::merged(lang, merged_into)>
            <p>{text::merged_undo(lang)}</p>
        </Alert>
    }
    .into_any()
}

/// What those are called together.
pub(crate) fn title(lang: Lang) -> String {
    text::section(lang)
}

/// What a case is linked to, in words, by numbers alone: for a file, where no name of another case belongs.
pub(crate) fn told(lang: Lang, links: &[LinkRow]) -> Option<String> {
    let group = |to: Relation| {
        let numbers: Vec<String> = links.iter().filter(|link| link.to == to).map(|link| link.case.number.to_string()).collect();
        (!numbers.is_empty()).then(|| format!("{}: {}", text::group(lang, to), numbers.join(", ")))
    };
    let groups: Vec<String> = Relation::ALL.iter().filter_map(|to| group(*to)).collect();
    (!groups.is_empty()).then(|| groups.join("; "))
}

/// What a case is linked to, and the way to link it; nothing when there is neither.
pub(crate) fn section(lang: Lang, case: &CaseView) -> Option<AnyView> {
    let group = |to: Relation| {
        let rows: Vec<CaseRow> = case.links.iter().filter(|link| link.to == to).map(|link| link.case.clone()).collect();
        let cards = (!rows.is_empty()).then(|| cases::parts::cards(lang, &rows, case.today))?;
        Some(view! { <p class="k-meta">{text::group(lang, to)}</p>{cards} }.into_any())
    };
    let groups: Vec<AnyView> =
        [Relation::Main, Relation::Part, Relation::Related, Relation::MergedHere].into_iter().filter_map(group).collect();
    let merges = case.moves.contains(&Transition::Close);
    if groups.is_empty() && !case.may_add {
        return None;
    }
    let none = groups.is_empty().then(|| view! { <p>{text::none(lang)}</p> });
    let link = case.may_add.then(|| {
        view! { <p><ButtonLink href=routes::link_case(case.id) variant=ButtonVariant::Secondary>{text::link(lang)}</ButtonLink></p> }
    });
    let merge = merges.then(|| {
        view! { <p><ButtonLink href=routes::merge_case(case.id) variant=ButtonVariant::Secondary>{text::merge(lang)}</ButtonLink></p> }
    });
    Some(
        view! {
            <Section title=text::section(lang)>
                {none}
                {groups}
                {link}
                {merge}
            </Section>
        }
        .into_any(),
    )
}

/// What the line in the timeline says.
pub(crate) fn happened(lang: Lang, number: i64, what: LinkEvent) -> String {
    match what {
        LinkEvent::Related => text::event_related(lang, number),
        LinkEvent::Main => text::event_main(lang, number),
        LinkEvent::Part => text::event_part(lang, number),
        LinkEvent::Unlinked => text::event_unlinked(lang, number),
        LinkEvent::MergedInto => text::event_merged_into(lang, number),
        LinkEvent::MergedHere => text::event_merged_here(lang, number),
        LinkEvent::TakenOut => text::event_taken_out(lang, number),
    }
}

/// The way from that line to the other case.
pub(crate) fn way_to(lang: Lang, id: CaseId, number: i64) -> AnyView {
    view! { <p><a href=routes::case(id)>{text::go_to(lang, number)}</a></p> }.into_any()
}

/// The field on the list of cases that finds one by its number.
pub(crate) fn find(lang: Lang) -> AnyView {
    view! {
        <SearchField
            action=routes::FIND_CASE
            name=routes::CASE_NUMBER
            label=terms::field(lang, Field::CaseNumber)
            submit=i18n::search(lang)
        />
    }
    .into_any()
}
