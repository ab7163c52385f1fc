//! The overview: what is unusual first, then every look.

use domain::Lang;
use domain::access_log::{LogAsked, LogPage, LogRow, Person, Rule, Unusual};
use domain::org::Offices;
use domain::settings::VersionRow;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{
    Alert, ButtonLink, ButtonVariant, CardLink, Chip, Column, DateField, EmptyState, Filters, LinkTo, List, ListItem, Page, PageHeading,
    PageWidth, Pager, Row, Section, Table, TextField, Tone,
};

use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::{format, routes};

use super::{api, parts, text};

/// What is unusual, and the log.
#[component]
pub(crate) fn AccessLogPage() -> impl IntoView {
    let query = use_query_map().get_untracked();
    let take = |name: &str| query.get(name).unwrap_or_default();
    let asked = LogAsked { about: take("om"), by: take("av"), from: take("fra"), to: take("til") };
    let after = take("etter");
    let (shown, later) = (asked.clone(), !after.is_empty());
    let fetch = move || {
        let (asked, after) = (asked.clone(), after.clone());
        async move { api::access_log(asked.about, asked.by, asked.from, asked.to, after).await }
    };
    load(fetch, move |page| show(&shown, later, &page))
}

fn show(asked: &LogAsked, later: bool, page: &LogPage) -> AnyView {
    let lang = PageCx::current().lang;
    let first = (!asked.is_narrowed() && !later).then(|| first(lang, &page.unusual, &page.policy));
    let (filters, persons, looks) = (filters(lang, asked), persons(lang, asked, page), looks(lang, asked, later, page));
    view! {
        <PageTitle page=text::title(lang) />
        <Page width=PageWidth::Lists>
            <PageHeading title=text::title(lang) lead=text::lead(lang) back=LinkTo::new(routes::MORE, i18n::nav_more(lang)) />
            {first}
            <Section title=text::looks(lang)>
                {filters}
                {persons}
                {looks}
            </Section>
        </Page>
    }
    .into_any()
}

fn first(lang: Lang, unusual: &[Unusual], policy: &[VersionRow]) -> AnyView {
    if unusual.is_empty() && policy.is_empty() {
        return view! {
            <Section title=text::first(lang)>
                <EmptyState title=text::nothing_unusual(lang) why=text::nothing_unusual_why(lang) level=3 />
            </Section>
        }
        .into_any();
    }
    // Whoever changes the rules comes before whoever uses them.
    let rules = policy.iter().map(|row| rules(lang, row));
    let looks = unusual.iter().map(|found| {
        let (name, number) = (&found.person.name, found.number);
        let (title, usual) = match found.rule {
            Rule::Stopped => (text::stopped(lang, name), Some(text::times_stopped(lang, number))),
            Rule::Guessed => (text::guessed(lang, name), Some(text::times_stopped(lang, number))),
            Rule::ManyInARow => (text::many_in_a_row(lang, name, number), None),
            Rule::MoreThanUsual => (text::more_than_usual(lang, name, number), Some(text::usual_day(lang, found.usual))),
            Rule::AtNight => (text::at_night(lang, name, number), Some(text::usual_night(lang, found.usual))),
            Rule::ManyViewers => (text::many_viewers(lang, name, number), None),
        };
        let when = text::from_to(lang, &format::time(lang, found.from), &format::time(lang, found.to));
        let person = found.person.member_no.clone();
        let asked = match found.rule {
            Rule::ManyViewers => LogAsked { about: person, ..LogAsked::default() },
            _ => LogAsked { by: person, ..LogAsked::default() },
        };
        let meta: Vec<String> = usual.into_iter().chain([when]).collect();
        view! { <CardLink href=routes::access_log(&asked, None) title=title meta=meta /> }.into_any()
    });
    let cards: Vec<AnyView> = rules.chain(looks).collect();
    view! {
        <Section title=text::first(lang)>
            <p>{text::first_why(lang)}</p>
            <div class="k-cards">{cards}</div>
        </Section>
    }
    .into_any()
}

/// A new version of the access matrix.
fn rules(lang: Lang, row: &VersionRow) -> AnyView {
    let (at, by) = row.made.clone().map_or_else(Default::default, |(at, by)| (format::time(lang, at), by));
    let told = if row.gave_self { text::rules_gave_self } else { text::rules_changed };
    let meta = vec![at, text::noted(lang, &row.note)];
    view! { <CardLink href=routes::policy_version(row.version) title=told(lang, &by, row.version) meta=meta /> }.into_any()
}

fn filters(lang: Lang, asked: &LogAsked) -> AnyView {
    let remove = i18n::remove_filter(lang);
    let (_, unreadable) = asked.read(None);
    let error = |name: &str| unreadable.contains(&name).then(|| text::not_a_date(lang));
    let mut chips = Vec::new();
    let mut chip = |value: &str, without: LogAsked, label: String| {
        if !value.trim().is_empty() {
            chips.push(Chip::new(routes::access_log(&without, None), label, remove.clone()));
        }
    };
    let without = || asked.clone();
    chip(&asked.about, LogAsked { about: String::new(), ..without() }, text::chip_about(lang, &asked.about));
    chip(&asked.by, LogAsked { by: String::new(), ..without() }, text::chip_by(lang, &asked.by));
    chip(&asked.from, LogAsked { from: String::new(), ..without() }, text::chip_from(lang, &asked.from));
    chip(&asked.to, LogAsked { to: String::new(), ..without() }, text::chip_to(lang, &asked.to));
    let clear = asked.is_narrowed().then(|| LinkTo::new(routes::ACCESS_LOG, i18n::clear_filters(lang)));
    let (from_error, to_error, open) = (error("fra"), error("til"), !unreadable.is_empty());
    let LogAsked { about, by, from, to } = asked.clone();
    view! {
        <Filters action=routes::ACCESS_LOG title=i18n::narrow(lang) submit=i18n::show(lang) count=text::newest_first(lang) chips=chips clear=clear open=open>
            <TextField name="om" label=text::about(lang) hint=text::person_hint(lang) value=about />
            <TextField name="av" label=text::by(lang) hint=text::person_hint(lang) value=by />
            <DateField name="fra" label=text::from(lang) hint=i18n::date_hint(lang) value=from error=from_error />
            <DateField name="til" label=text::to(lang) hint=i18n::date_hint(lang) value=to error=to_error />
        </Filters>
    }
    .into_any()
}

/// Whom the words fit: the report when it is one, a choice when they are several.
fn persons(lang: Lang, asked: &LogAsked, page: &LogPage) -> AnyView {
    let too_many = page.too_many.then(|| view! { <Alert tone=Tone::Warning><p>{text::too_many(lang)}</p></Alert> });
    let about = page.about.iter().map(|found| {
        let narrow = |person: &Person| LogAsked { about: person.member_no.clone(), ..asked.clone() };
        match found.as_slice() {
            [one] => {
                let (href, label) = (routes::read_about(one.id), text::report_link(lang, &one.name));
                view! { <p><ButtonLink href=href variant=ButtonVariant::Secondary>{label}</ButtonLink></p> }.into_any()
            }
            several => choice(lang, &asked.about, several, narrow),
        }
    });
    let by =
        page.by.iter().map(|found| choice(lang, &asked.by, found, |person| LogAsked { by: person.member_no.clone(), ..asked.clone() }));
    let choices: Vec<_> = about.chain(by).collect();
    view! {
        {too_many}
        {choices}
    }
    .into_any()
}

fn choice(lang: Lang, words: &str, found: &[Person], narrow: impl Fn(&Person) -> LogAsked) -> AnyView {
    if found.len() < 2 {
        return ().into_any();
    }
    let links: Vec<_> = found
        .iter()
        .map(|person| {
            let (href, name) = (routes::access_log(&narrow(person), None), text::person_no(lang, &person.name, &person.member_no));
            view! { <ListItem><ButtonLink href=href variant=ButtonVariant::Tertiary>{name}</ButtonLink></ListItem> }
        })
        .collect();
    view! {
        <p>{text::several(lang, words)}</p>
        <List>{links}</List>
    }
    .into_any()
}

fn looks(lang: Lang, asked: &LogAsked, later: bool, page: &LogPage) -> AnyView {
    if page.rows.is_empty() {
        let clear = asked.is_narrowed().then(|| LinkTo::new(routes::ACCESS_LOG, i18n::clear_filters(lang)));
        return view! { <EmptyState title=text::none(lang) why=text::none_why(lang) action=clear level=3 /> }.into_any();
    }
    let columns = vec![
        Column::new(text::column_what(lang)),
        Column::new(text::column_who(lang)),
        Column::new(text::column_office(lang)),
        Column::short(text::column_when(lang)),
    ];
    let offices = PageCx::current().offices;
    let rows = page.rows.iter().map(|row| cells(lang, &offices, asked, row)).collect();
    let next = page.next.map(|next| LinkTo::new(routes::access_log(asked, Some(next)), i18n::next_page(lang)));
    let previous = later.then(|| LinkTo::new(routes::access_log(asked, None), i18n::first_page(lang)));
    view! {
        <Table caption=text::looks(lang) hide_caption=true columns=columns rows=rows />
        <Pager label=i18n::pages(lang) previous=previous next=next />
    }
    .into_any()
}

fn cells(lang: Lang, offices: &Offices, asked: &LogAsked, row: &LogRow) -> Row {
    let searched = parts::words(lang, row);
    let purpose = row.purpose.as_ref().map(|(purpose, why)| {
        let purpose = purpose.parse().map_or(purpose.as_str(), |known| terms::purpose(lang, known));
        text::purpose(lang, purpose, why)
    });
    let more: Vec<String> =
        searched.into_iter().chain(row.found.map(|found| text::held(lang, &crate::format::number(found)))).chain(purpose).collect();
    let more = (!more.is_empty()).then(|| view! { <br /><span class="k-meta">{more.join(", ")}</span> });
    let (what, by) = (parts::what(lang, row), parts::name(lang, Some(&row.by)));
    let own = routes::access_log(&LogAsked { by: row.by.member_no.clone(), ..asked.clone() }, None);
    Row::new()
        .cell(view! { <span>{what}</span>{more} })
        .cell(view! { <a class="ds-link" href=own>{by}</a> })
        .cell(parts::offices(lang, offices, row))
        .cell(format::time(lang, row.at))
}
