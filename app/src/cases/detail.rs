//! One case.

use domain::Lang;
use domain::access::Audience;
use domain::cases::{CaseKnown, CaseSeen, CaseView};
use domain::org::{Office, Offices};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{ActionBar, Alert, ButtonLink, ButtonVariant, Details, Fact, Facts, IconName, LinkTo, Page, PageHeading, Section, Tag, Tone};

use crate::cx::PageCx;
use crate::i18n::terms;
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes::{self, Done};
use crate::{format, tasks, why};

use super::{api, text, timeline};

/// What it is, who it is about, who owns it; tasks; everything that has happened.
#[component]
pub(crate) fn CasePage() -> impl IntoView {
    let id = use_params_map().get_untracked().get("id").unwrap_or_default();
    let query = use_query_map().get_untracked();
    let done = Done::ALL.into_iter().find(|done| query.get(done.code()).is_some());
    load(
        move || api::case(id.clone()),
        move |case| match case {
            CaseSeen::Whole(case) => show(*case, done),
            CaseSeen::Known(case) => known(case),
        },
    )
}

/// That the case exists, and whom to ask.
fn known(case: CaseKnown) -> AnyView {
    let PageCx { lang, offices, .. } = PageCx::current();
    let title = text::known_title(lang, case.number);
    let (kind, unit, owner, opened) =
        (terms::case_type(lang, case.case_type), case.unit, case.owner.clone(), format::date(lang, case.opened_at.oslo_date()));
    let (status, ask, why) =
        (terms::status(lang, case.status), text::known_only(lang, &case.owner), why::sentence(lang, &offices, &case.why));
    view! {
        <PageTitle page=title.clone() />
        <Page>
            <PageHeading title=title back=LinkTo::new(routes::CASES, text::title(lang))>
                <Tag tone=Tone::Info>{status}</Tag>
            </PageHeading>
            <Alert tone=Tone::Info><p>{ask}</p></Alert>
            <Facts>
                <Fact label=text::about_what(lang)>{kind}</Fact>
                <Fact label=text::owner_label(lang)>{owner}</Fact>
                <Fact label=text::club(lang)>{unit}</Fact>
                <Fact label=text::opened(lang)>{opened}</Fact>
            </Facts>
            <p class="k-meta">{why}</p>
        </Page>
    }
    .into_any()
}

fn show(case: CaseView, done: Option<Done>) -> AnyView {
    let PageCx { lang, offices, .. } = PageCx::current();
    let names = case.parties.iter().map(|party| party.name.clone()).collect::<Vec<_>>().join(", ");
    let title = text::card_title(lang, terms::case_type(lang, case.case_type), &names);
    let receipt = done.map(|done| receipt(lang, &offices, &case, done));
    let (facts, task_list) = (facts(lang, &case), task_list(lang, &case));
    let timeline = timeline::view(lang, &case.timeline);
    let why = why::sentence(lang, &offices, &case.why);
    let read_only = (!case.may_work).then(|| text::read_only(lang, &why));
    let audience = audience(lang, &offices, &case.audience).into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect::<Vec<_>>();
    view! {
        <PageTitle page=title.clone() />
        <Page>
            {receipt}
            <PageHeading title=title back=LinkTo::new(routes::CASES, text::title(lang))>
                <Tag tone=Tone::Info>{terms::status(lang, case.status)}</Tag>
                <span class="k-meta">{text::case_number(lang, case.number)}</span>
            </PageHeading>
            {read_only.map(|words| view! { <Alert tone=Tone::Info><p>{words}</p></Alert> })}
            {facts}
            {case.may_work.then(|| view! {
                <ActionBar>
                    <ButtonLink href=routes::new_note(case.id) variant=ButtonVariant::Primary icon=IconName::Note>{text::write_note(lang)}</ButtonLink>
                    <ButtonLink href=routes::new_task(case.id) variant=ButtonVariant::Secondary icon=IconName::Plus>{text::add_task(lang)}</ButtonLink>
                </ActionBar>
            })}
            {task_list}
            <Section title=text::timeline(lang)>{timeline}</Section>
            <Details summary=text::audience(lang)>{audience}</Details>
            {case.may_work.then(|| view! { <p class="k-meta">{why}</p> })}
        </Page>
    }
    .into_any()
}

/// Who sees the case, in sentences made of the access matrix: those who may read it, and those who only know of it.
fn audience(lang: Lang, offices: &Offices, audience: &Audience) -> Vec<String> {
    let named = |holding: &[Office]| {
        let names: Vec<_> = holding.iter().map(|office| offices.name(lang, office)).collect();
        (!names.is_empty()).then(|| format::either(lang, &names))
    };
    let read = named(&audience.read).map_or_else(|| text::read_by_those_who_work(lang), |names| text::read_by_others_too(lang, &names));
    let know = named(&audience.know).map_or_else(|| text::known_to_nobody(lang), |names| text::known_to_others(lang, &names));
    vec![read, know]
}

fn receipt(lang: Lang, offices: &Offices, case: &CaseView, done: Done) -> AnyView {
    let (tone, title, told): (_, _, Vec<String>) = match done {
        Done::Opened => {
            let told = audience(lang, offices, &case.audience).into_iter().chain([text::done_opened_next(lang)]).collect();
            (Tone::Success, text::done_opened(lang), told)
        }
        Done::Noted => (Tone::Success, text::done_noted(lang), Vec::new()),
        Done::Tasked => (Tone::Success, text::done_tasked(lang), Vec::new()),
        Done::Ticked => (Tone::Success, text::done_ticked(lang), Vec::new()),
        Done::Changed => (Tone::Warning, text::done_changed(lang), Vec::new()),
    };
    let told = told.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect::<Vec<_>>();
    view! { <Alert tone=tone title=title status=true>{told}</Alert> }.into_any()
}

fn facts(lang: Lang, case: &CaseView) -> AnyView {
    let parties: Vec<_> = case
        .parties
        .iter()
        .map(|party| match party.card {
            Some(id) => view! { <p><a href=routes::member(id)>{party.name.clone()}</a></p> }.into_any(),
            None => view! { <p>{party.name.clone()}</p> }.into_any(),
        })
        .collect();
    let description = case.description.clone();
    let (happened, unit) = (format::date(lang, case.happened_on), case.unit.clone());
    let owner = if case.mine { text::owner_me(lang, &case.owner) } else { case.owner.clone() };
    view! {
        <Facts>
            <Fact label=text::who(lang)>{parties}</Fact>
            <Fact label=text::owner_label(lang)>{owner}</Fact>
            <Fact label=text::happened(lang)>{happened}</Fact>
            <Fact label=text::club(lang)>{unit}</Fact>
        </Facts>
        <Section title=text::description(lang)>
            <p class="k-prose">{description}</p>
        </Section>
    }
    .into_any()
}

fn task_list(lang: Lang, case: &CaseView) -> AnyView {
    let list = if case.tasks.is_empty() {
        view! { <p>{text::no_tasks(lang)}</p> }.into_any()
    } else {
        let place = if case.may_work { tasks::parts::Place::Case } else { tasks::parts::Place::ReadOnly };
        tasks::parts::list(lang, &case.tasks, case.today, place)
    };
    view! { <Section title=text::tasks(lang)>{list}</Section> }.into_any()
}
