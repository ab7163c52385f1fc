//! One employer or workplace.

use domain::employers::{AgreementHere, ClubHere, EmployerView};
use domain::org::{Count, Offices};
use domain::{Date, Lang};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{Alert, Card, Column, Fact, Facts, IconLink, IconName, LinkTo, List, ListItem, Page, PageHeading, Row, Section, Table, Tone};

use crate::cx::PageCx;
use crate::i18n::terms;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{format, routes};

use super::{api, parts, text};

/// What it is, what has happened to it, who works there and who represents them.
#[component]
pub(crate) fn EmployerPage() -> impl IntoView {
    let number = use_params_map().get_untracked().get("number").unwrap_or_default();
    load(move || api::employer(number.clone()), show)
}

fn show(view: EmployerView) -> AnyView {
    let PageCx { lang, offices, .. } = PageCx::current();
    let name = view.unit.name.clone();
    let alerts = if view.alerts.is_empty() {
        view! { <p>{text::nothing_happened(lang)}</p> }.into_any()
    } else {
        parts::alerts(lang, &view.alerts, parts::Place::Employer(view.unit.number))
    };
    view! {
        <PageTitle page=name.clone() />
        <Page>
            <PageHeading title=name back=LinkTo::new(routes::MEMBERS, text::members_link(lang)) />
            {standing(lang, &view)}
            {facts(lang, &view)}
            <Section title=text::happened(lang)>{alerts}</Section>
            {(view.workplaces_total > 0).then(|| workplaces(lang, &view))}
            {clubs(lang, &offices, &view.clubs)}
            {(!view.agreements.is_empty()).then(|| agreements(lang, &view.agreements))}
            <p class="k-meta">{text::source(lang)}</p>
        </Page>
    }
    .into_any()
}

/// What is so grave that it stands first.
fn standing(lang: Lang, view: &EmployerView) -> AnyView {
    let dated = |day: Option<Date>, plain: fn(Lang) -> String, on: fn(Lang, &str) -> String| match day {
        Some(day) => on(lang, &format::date(lang, day)),
        None => plain(lang),
    };
    let told = [
        view.bankrupt.map(|day| (Tone::Danger, dated(day, text::bankrupt, text::bankrupt_on))),
        view.winding_up.map(|day| (Tone::Warning, dated(day, text::winding_up, text::winding_up_on))),
        view.closed_on.map(|day| (Tone::Warning, dated(Some(day), text::closed, text::closed_on))),
        view.removed.then(|| (Tone::Warning, text::removed(lang))),
    ];
    let told: Vec<_> = told.into_iter().flatten().map(|(tone, what)| view! { <Alert tone=tone><p>{what}</p></Alert> }).collect();
    told.into_any()
}

fn facts(lang: Lang, view: &EmployerView) -> AnyView {
    let above = view.above.clone().map(|(unit, shown)| {
        let name = unit.name;
        let name = if shown { view! { <a href=routes::employer(unit.number)>{name}</a> }.into_any() } else { name.into_any() };
        view! { <Fact label=text::above(lang)>{name}</Fact> }
    });
    let members = view.is_workplace.then(|| {
        let (number, count) = (view.unit.number, text::counted(lang, view.members));
        let link = (view.members > 0).then(|| view! { <a href=routes::members_at(number)>{text::see_members_here(lang)}</a> });
        view! { <Fact label=text::my_members(lang)>{count}" "{link}</Fact> }
    });
    let phone = view.phone.clone().map(|number| {
        let href = format!("tel:{}", number.replace(' ', ""));
        view! { <Fact label=text::phone(lang)><IconLink href=href icon=IconName::Phone external=true>{number}</IconLink></Fact> }
    });
    let email = view.email.clone().map(|address| {
        let href = format!("mailto:{address}");
        view! { <Fact label=text::email(lang)><IconLink href=href icon=IconName::Mail external=true>{address}</IconLink></Fact> }
    });
    let address = Some(view.address.join(", ")).filter(|address| !address.is_empty());
    let address = address.map(|address| view! { <Fact label=text::address(lang)>{address}</Fact> });
    let heads = view.heads.map_or_else(|| text::heads_unknown(lang), |heads| heads.to_string());
    let form = Some(view.form.clone()).filter(|form| !form.is_empty());
    let (number, industry, website) = (view.unit.number.spaced(), view.industry.clone(), view.website.clone());
    view! {
        <Section title=text::facts(lang)>
            <Facts>
                <Fact label=text::number(lang)>{number}</Fact>
                {form.map(|form| view! { <Fact label=text::form(lang)>{form}</Fact> })}
                {above}
                {members}
                <Fact label=text::heads(lang)>{heads}</Fact>
                {industry.map(|industry| view! { <Fact label=text::industry(lang)>{industry}</Fact> })}
                {address}
                {phone}
                {email}
                {website.map(|website| view! { <Fact label=text::website(lang)>{website}</Fact> })}
            </Facts>
        </Section>
    }
    .into_any()
}

fn workplaces(lang: Lang, view: &EmployerView) -> AnyView {
    let columns = vec![Column::new(text::workplace(lang)), Column::new(text::my_members(lang))];
    let rows: Vec<Row> = view
        .workplaces
        .iter()
        .map(|row| {
            Row::new()
                .cell(view! { <a href=routes::employer(row.unit.number)>{row.unit.name.clone()}</a> })
                .cell(text::counted(lang, row.members))
        })
        .collect();
    let shown = rows.len();
    let cut = (view.workplaces_total > shown as u64)
        .then(|| view! { <p>{text::workplaces_shown(lang, &format::number(shown as u64), &format::number(view.workplaces_total))}</p> });
    view! {
        <Section title=text::workplaces(lang)>
            {cut}
            <Table caption=text::workplaces(lang) columns=columns rows=rows hide_caption=true />
        </Section>
    }
    .into_any()
}

fn agreements(lang: Lang, agreements: &[AgreementHere]) -> AnyView {
    let facts: Vec<_> = agreements
        .iter()
        .map(|here| {
            let area = here.area.map_or_else(|| text::area_unknown(lang), |area| terms::tariff_area(lang, area).to_owned());
            let members = match here.members {
                Count::Exactly(members) => text::counted(lang, members),
                Count::Few => text::few_members(lang, Count::ENOUGH),
            };
            view! { <Fact label=area>{members}</Fact> }
        })
        .collect();
    view! {
        <Section title=text::agreements(lang)>
            <p>{text::agreements_why(lang)}</p>
            <Facts>{facts}</Facts>
        </Section>
    }
    .into_any()
}

fn clubs(lang: Lang, offices: &Offices, clubs: &[ClubHere]) -> AnyView {
    let cards: Vec<_> = clubs.iter().map(|here| club(lang, offices, here)).collect();
    let nothing = cards.is_empty().then(|| view! { <p>{text::no_clubs(lang)}</p> });
    view! { <Section title=text::clubs(lang)>{nothing}<div class="k-cards">{cards}</div></Section> }.into_any()
}

fn club(lang: Lang, offices: &Offices, club: &ClubHere) -> AnyView {
    let items: Vec<_> = club
        .representatives
        .iter()
        .map(|one| {
            let (name, office) = (one.name.clone(), offices.name(lang, &one.office).to_owned());
            view! { <ListItem>{name}", "<span class="k-meta">{office}</span></ListItem> }
        })
        .collect();
    let people = if items.is_empty() {
        view! { <p>{text::nobody_in_office(lang)}</p> }.into_any()
    } else {
        view! { <List label=club.name.clone()>{items}</List> }.into_any()
    };
    let (name, local) = (club.name.clone(), club.local.clone());
    let name = if club.may_open { view! { <a href=routes::unit(club.id, None)>{name}</a> }.into_any() } else { name.into_any() };
    view! {
        <Card>
            <h3>{name}</h3>
            <p class="k-meta">{local}</p>
            {people}
        </Card>
    }
    .into_any()
}
