//! The page of one unit.

use domain::Lang;
use domain::org::{Count, ShortfallsHere, UnitKind, UnitView, UnitsBelow};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{
    ButtonLink, ButtonVariant, Column, Fact, Facts, IconLink, IconName, LinkTo, Page, PageHeading, PageWidth, Pager, Row, Section, Table,
    Tag, Tone,
};

use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::{format, routes};

use super::{api, parts, text};

/// Where it lies, how many members it has, what is missing, who holds office, and what lies under it.
#[component]
pub(crate) fn UnitPage() -> impl IntoView {
    let unit = use_params_map().get_untracked().get("unit").unwrap_or_default();
    let after = use_query_map().get_untracked().get("etter").unwrap_or_default();
    let place = after.clone();
    load(move || api::unit(unit.clone(), after.clone()), move |view| show(view, &place))
}

/// The page; further down the list of units below, that list alone.
pub(super) fn show(view: UnitView, after: &str) -> AnyView {
    let lang = PageCx::current().lang;
    let name = view.unit.name.clone();
    let back = view.above.iter().rev().find(|(_, opens)| *opens).map_or_else(
        || LinkTo::new(routes::MORE, i18n::nav_more(lang)),
        |(unit, _)| LinkTo::new(routes::unit(unit.id, None), unit.name.clone()),
    );
    let whole = after.is_empty().then(|| {
        let missing = (!view.shortfalls.is_empty()).then(|| shortfalls(lang, &view));
        view! { {facts(lang, &view)}{missing}{offices(lang, &view)} }
    });
    let below = (view.below.total > 0).then(|| below(lang, &view, !after.is_empty()));
    view! {
        <PageTitle page=name.clone() />
        <Page width=PageWidth::Lists>
            <PageHeading title=name back=back />
            {whole}
            {below}
        </Page>
    }
    .into_any()
}

fn facts(lang: Lang, view: &UnitView) -> AnyView {
    let above: Vec<_> = view
        .above
        .iter()
        .rev()
        .enumerate()
        .map(|(place, (unit, opens))| {
            let (href, name) = (routes::unit(unit.id, None), unit.name.clone());
            let name = if *opens { view! { <a href=href>{name}</a> }.into_any() } else { name.into_any() };
            view! { {(place > 0).then_some(", ")}{name} }
        })
        .collect();
    let above = (!above.is_empty()).then(|| view! { <Fact label=text::lies_under(lang)>{above}</Fact> });
    let has_members = !matches!(view.unit.kind, UnitKind::Advisory | UnitKind::Legal);
    let members = view.members.filter(|_| has_members).map(|count| {
        let link =
            (view.lists_members && count != Count::Exactly(0)).then(|| view! { " "<a href=routes::MEMBERS>{text::see_members(lang)}</a> });
        view! { <Fact label=text::column_members(lang)>{parts::members(lang, count)}{link}</Fact> }
    });
    let employers: Vec<_> = view
        .employers
        .iter()
        .enumerate()
        .map(|(place, (employer, opens))| {
            let (href, name) = (routes::employer(employer.number), employer.name.clone());
            let name = if *opens { view! { <a href=href>{name}</a> }.into_any() } else { name.into_any() };
            view! { {(place > 0).then_some(", ")}{name} }
        })
        .collect();
    let employers = (!employers.is_empty()).then(|| view! { <Fact label=text::employers(lang)>{employers}</Fact> });
    let phone = view.phone.clone().map(|number| {
        let href = format!("tel:{}", number.replace(' ', ""));
        view! { <Fact label=text::phone(lang)><IconLink href=href icon=IconName::Phone external=true>{number}</IconLink></Fact> }
    });
    let email = view.email.clone().map(|address| {
        let href = format!("mailto:{address}");
        view! { <Fact label=text::email(lang)><IconLink href=href icon=IconName::Mail external=true>{address}</IconLink></Fact> }
    });
    let kind = terms::unit_kind(lang, view.unit.kind);
    view! {
        <Section title=text::about(lang)>
            <Facts>
                <Fact label=text::kind(lang)>{kind}</Fact>
                {above}
                {members}
                {employers}
                {phone}
                {email}
            </Facts>
        </Section>
    }
    .into_any()
}

fn shortfalls(lang: Lang, view: &UnitView) -> AnyView {
    let parts: Vec<_> = view.shortfalls.iter().map(|here| shortfall(lang, view, here)).collect();
    view! { <Section title=text::to_follow_up(lang)>{parts}</Section> }.into_any()
}

fn shortfall(lang: Lang, view: &UnitView, here: &ShortfallsHere) -> AnyView {
    let title = text::shortfall(lang, here.kind).to_owned();
    if here.total == 0 {
        let none = text::none_missing(lang, here.kind);
        return view! { <Section title=title level=3><p><Tag tone=Tone::Success>{none}</Tag></p></Section> }.into_any();
    }
    let href = routes::shortfalls(view.unit.id, here.kind, None);
    let more = (here.total > here.rows.len() as u64).then(|| {
        let label = text::see_all(lang, &format::number(here.total));
        // By itself the link says how many, and of what.
        let of = title.clone();
        view! { <p><ButtonLink href=href variant=ButtonVariant::Secondary>{label}<span class="ds-sr-only">": "{of}</span></ButtonLink></p> }
    });
    let table = parts::shortfalls(lang, &PageCx::current().offices, here.kind, &here.rows, view.today);
    let (count, what_to_do) = (parts::counted(lang, here.kind, here.total), text::what_to_do(lang, here.kind));
    view! {
        <Section title=title level=3>
            <p><Tag tone=Tone::Warning>{count}</Tag></p>
            <p>{what_to_do}</p>
            {table}
            {more}
        </Section>
    }
    .into_any()
}

fn offices(lang: Lang, view: &UnitView) -> Option<AnyView> {
    let holders = view.holders.as_ref()?;
    let body = if holders.is_empty() {
        view! { <p>{text::no_offices(lang)}</p> }.into_any()
    } else {
        parts::holders(lang, &PageCx::current().offices, holders)
    };
    Some(view! { <Section title=text::offices(lang)>{body}</Section> }.into_any())
}

fn below(lang: Lang, view: &UnitView, further: bool) -> AnyView {
    let UnitsBelow { total, rows, next } = &view.below;
    let title = match view.unit.kind {
        UnitKind::Union => text::counties_below(lang),
        UnitKind::County => text::locals_below(lang),
        _ => text::clubs_below(lang),
    };
    let kinds = matches!(view.unit.kind, UnitKind::Union | UnitKind::County);
    let numbers = view.members.is_some();
    let mut columns = vec![Column::new(text::name(lang))];
    columns.extend(kinds.then(|| Column::new(text::kind(lang))));
    columns.extend(numbers.then(|| Column::short(text::column_members(lang))));
    let row = |row: &domain::org::UnitBelow| {
        let (href, name) = (routes::unit(row.unit.id, None), row.unit.name.clone());
        let mut cells = Row::new().cell(view! { <a href=href>{name}</a> });
        if kinds {
            cells = cells.cell(terms::unit_kind(lang, row.unit.kind));
        }
        if let Some(count) = row.members {
            // Neither a centre nor the legal department has members.
            let has_members = !matches!(row.unit.kind, UnitKind::Advisory | UnitKind::Legal);
            cells = cells.cell(if has_members { parts::members(lang, count) } else { text::without_members(lang) });
        }
        cells
    };
    let rows = rows.iter().map(row).collect();
    let next = next.as_ref().map(|next| LinkTo::new(routes::unit(view.unit.id, Some(next)), i18n::next_page(lang)));
    let first = further.then(|| LinkTo::new(routes::unit(view.unit.id, None), i18n::first_page(lang)));
    let in_all = text::in_all(lang, &format::number(*total));
    view! {
        <Section title=title.clone()>
            <p class="k-count">{in_all}</p>
            <Table caption=title columns=columns rows=rows hide_caption=true />
            <Pager label=i18n::pages(lang) previous=first next=next />
        </Section>
    }
    .into_any()
}
