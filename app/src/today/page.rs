//! The page.

use domain::members::MemberRow;
use domain::today::TodayView;
use leptos::prelude::*;
use ui::{ButtonLink, ButtonVariant, CardLink, EmptyState, IconName, LinkTo, Page, PageHeading, Section};

use crate::cx::PageCx;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{cases, employers, format, lifecycle, meetings, routes, tasks};

use super::{api, text};

/// Today.
#[component]
pub(crate) fn TodayPage() -> impl IntoView {
    load(api::today, show)
}

fn show(view: TodayView) -> AnyView {
    let PageCx { lang, me, offices, .. } = PageCx::current();
    let Some(me) = me else { return ().into_any() };
    let first = me.name.split(' ').next().unwrap_or_default().to_owned();
    let office = me.offices.iter().map(|(office, unit, _)| text::as_office(lang, offices.name(lang, office), unit));
    let office = office.collect::<Vec<_>>().join(" ");
    let nothing = !me.sees_members && !me.opens_cases;
    let quiet = me.sees_members
        && !me.opens_cases
        && view.tasks.is_empty()
        && view.cases.is_empty()
        && view.new_total == 0
        && view.alerts.is_empty()
        && view.waited.is_empty()
        && view.meetings.is_empty();
    view! {
        <PageTitle page=text::title(lang) />
        <Page>
            <PageHeading title=text::hello(lang, &first) lead=office />
            {me.opens_cases.then(|| view! {
                <p>
                    <ButtonLink href=routes::NEW_CASE variant=ButtonVariant::Primary icon=IconName::Plus>
                        {i18n::new_case(lang)}
                    </ButtonLink>
                </p>
            })}
            {nothing.then(|| view! { <EmptyState title=text::office_gives_nothing(lang) why=text::office_gives_nothing_why(lang) /> })}
            {quiet.then(|| view! { <EmptyState title=text::quiet(lang) why=text::quiet_why(lang) action=LinkTo::new(routes::MEMBERS, text::see_members(lang)) /> })}
            {(!view.waited.is_empty()).then(|| waited(&view))}
            {(me.opens_cases || !view.tasks.is_empty()).then(|| my_tasks(&view))}
            {(!view.meetings.is_empty()).then(|| my_meetings(&view))}
            {(me.opens_cases || !view.cases.is_empty()).then(|| my_cases(&view))}
            {(!view.alerts.is_empty()).then(|| alerts(&view))}
            {(view.new_total > 0).then(|| new_members(view.new_total, &view.new_members))}
        </Page>
    }
    .into_any()
}

fn waited(view: &TodayView) -> AnyView {
    let lang = PageCx::current().lang;
    let cards = lifecycle::parts::waited(lang, &view.waited, view.today);
    view! { <Section title=text::waited(lang)>{cards}</Section> }.into_any()
}

fn my_tasks(view: &TodayView) -> AnyView {
    let lang = PageCx::current().lang;
    let list = if view.tasks.is_empty() {
        view! { <EmptyState title=text::no_tasks(lang) why=text::no_tasks_why(lang) level=3 /> }.into_any()
    } else {
        tasks::parts::list(lang, &view.tasks, view.today, tasks::parts::Place::Today)
    };
    view! { <Section title=text::tasks(lang)>{list}</Section> }.into_any()
}

fn my_meetings(view: &TodayView) -> AnyView {
    let lang = PageCx::current().lang;
    let cards = meetings::parts::cards(lang, &view.meetings);
    view! { <Section title=text::meetings(lang)>{cards}</Section> }.into_any()
}

fn my_cases(view: &TodayView) -> AnyView {
    let lang = PageCx::current().lang;
    let list = if view.cases.is_empty() {
        view! { <EmptyState title=text::no_cases(lang) why=text::no_cases_why(lang) level=3 /> }.into_any()
    } else {
        cases::parts::cards(lang, &view.cases, view.today)
    };
    view! { <Section title=text::cases(lang) action=LinkTo::new(routes::CASES, i18n::see_all(lang))>{list}</Section> }.into_any()
}

fn alerts(view: &TodayView) -> AnyView {
    let lang = PageCx::current().lang;
    let list = employers::parts::alerts(lang, &view.alerts, employers::parts::Place::Today);
    view! { <Section title=text::employers(lang)>{list}</Section> }.into_any()
}

fn new_members(total: u64, rows: &[MemberRow]) -> AnyView {
    let lang = PageCx::current().lang;
    let count = if total == 1 { text::one_new_member(lang) } else { text::new_members_count(lang, &format::number(total)) };
    let cards: Vec<_> = rows
        .iter()
        .map(|row| {
            let job = row.jobs.first().map(|job| format!("{}, {}", job.title, job.workplace));
            let meta: Vec<String> = job.into_iter().chain([text::joined(lang, &format::date(lang, row.joined))]).collect();
            view! { <CardLink href=routes::member(row.id) title=row.name.clone() meta=meta /> }
        })
        .collect();
    view! {
        <Section title=text::new_members(lang)>
            <p>{count}</p>
            <div class="k-cards">{cards}</div>
        </Section>
    }
    .into_any()
}
