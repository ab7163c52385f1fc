//! One case.

use domain::Lang;
use domain::access::Audience;
use domain::cases::{CaseKind, CaseKnown, CaseSeen, CaseView};
use domain::notes::PrivateNote;
use domain::org::{Office, Offices};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{
    ActionBar, Alert, ButtonLink, ButtonVariant, Card, Details, Fact, Facts, IconLink, IconName, LinkTo, Page, PageHeading, Pager, Section,
    Tag, Tone,
};

use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes::{self, Done};
use crate::{documents, format, lifecycle, links, meetings, outsiders, tasks, why};

use super::{answers, api, parts, text, timeline};

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
    let PageCx { lang, offices, case_types, .. } = PageCx::current();
    let title = text::known_title(lang, case.number);
    let (kind, unit, owner, opened) =
        (case_types.name(lang, &case.case_type).to_owned(), case.unit, case.owner.clone(), format::date(lang, case.opened_at.oslo_date()));
    let ask = match case.erased_at {
        Some(at) => text::erased(lang, &format::date(lang, at.oslo_date())),
        None => text::known_only(lang, &case.owner),
    };
    let (status, why) = (terms::status(lang, case.status), why::sentence(lang, &offices, &case.why));
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
    let PageCx { lang, offices, case_types, .. } = PageCx::current();
    let names: Vec<&str> = case.parties.iter().map(|party| party.name.as_str()).collect();
    let (kind, whom) = (case_types.name(lang, &case.case_type), parts::whom(lang, &names, case.everybody.as_ref()));
    let title = whom.map_or_else(|| kind.to_owned(), |whom| text::card_title(lang, kind, &whom));
    let receipt = done.map(|done| receipt(lang, &offices, &case, done));
    let (facts, task_list) = (facts(lang, &case), task_list(lang, &case));
    let (timeline, private_notes) = (timeline_section(lang, &case), private_notes(lang, &case));
    // Where a merged case goes on comes before all else.
    let standing = links::parts::merged(lang, &case).or_else(|| lifecycle::parts::standing(lang, &case));
    let (first_step, linked) = (lifecycle::parts::first_step(lang, &case), links::parts::section(lang, &case));
    let other_steps = lifecycle::parts::other_steps(lang, &case);
    let reading_parties = reading_parties(lang, &case);
    // One main thing: to go on, where the case waits.
    let write = if first_step.is_some() { ButtonVariant::Secondary } else { ButtonVariant::Primary };
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
            {standing}
            {reading_parties}
            {facts}
            {first_step.map(|step| view! { <ActionBar>{step}</ActionBar> })}
            {case.may_add.then(|| view! {
                <ActionBar>
                    <ButtonLink href=routes::new_note(case.id) variant=write icon=IconName::Note>{text::write_note(lang)}</ButtonLink>
                    <ButtonLink href=routes::new_task(case.id) variant=ButtonVariant::Secondary icon=IconName::Plus>{text::add_task(lang)}</ButtonLink>
                    <ButtonLink href=routes::new_contact(case.id) variant=ButtonVariant::Secondary icon=IconName::Phone>{text::note_contact(lang)}</ButtonLink>
                    <ButtonLink href=routes::new_decision(case.id) variant=ButtonVariant::Secondary icon=IconName::Check>{text::note_decision(lang)}</ButtonLink>
                    <ButtonLink href=routes::letters(case.id) variant=ButtonVariant::Secondary>{text::write_letter(lang)}</ButtonLink>
                    {other_steps}
                </ActionBar>
            })}
            {task_list}
            {documents::parts::section(lang, case.id, &case.documents, case.may_add)}
            {meetings::parts::section(lang, case.id, &case.meetings, case.today, case.may_add)}
            {outsiders::parts::section(lang, case.id, &case.outsiders, case.may_add)}
            {linked}
            {private_notes}
            {timeline}
            <p><IconLink href=routes::whole_case(case.id) icon=IconName::Document>{text::whole_take(lang)}</IconLink></p>
            <Details summary=text::audience(lang)>
                {audience}
                <p><a href=routes::case_access(case.id)>{text::audience_by_name(lang)}</a></p>
            </Details>
            {case.may_work.then(|| view! { <p class="k-meta">{why}</p> })}
        </Page>
    }
    .into_any()
}

/// That somebody whom the case is about reads it by an office, and the way to keep them out. Nothing is done by itself: a
/// representative is helped in a case of their own as others are.
fn reading_parties(lang: Lang, case: &CaseView) -> Option<AnyView> {
    let sentences = case.reading_parties.iter().map(|name| text::party_reads(lang, name));
    let (told, keep_out): (Vec<_>, _) = (sentences.map(|words| view! { <p>{words}</p> }).collect(), routes::keep_out(case.id));
    (!told.is_empty()).then(|| {
        view! {
            <Alert tone=Tone::Info>
                {told}
                <p>{text::party_reads_what(lang)}</p>
                <p><a href=keep_out>{text::keep_out(lang)}</a></p>
            </Alert>
        }
        .into_any()
    })
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
            let next = if case.tasks.is_empty() { text::done_opened_next(lang) } else { text::done_opened_tasks(lang) };
            let told = audience(lang, offices, &case.audience).into_iter().chain([next]).collect();
            (Tone::Success, text::done_opened(lang), told)
        }
        Done::Noted => (Tone::Success, text::done_noted(lang), Vec::new()),
        Done::Contacted => (Tone::Success, text::done_contacted(lang), Vec::new()),
        Done::Decided => (Tone::Success, text::done_decided(lang), Vec::new()),
        Done::Tasked => (Tone::Success, text::done_tasked(lang), Vec::new()),
        Done::Given => (Tone::Success, text::done_given(lang), Vec::new()),
        Done::Ticked => (Tone::Success, text::done_ticked(lang), Vec::new()),
        Done::Filed => (Tone::Success, text::done_filed(lang), Vec::new()),
        Done::Waits => (Tone::Success, text::done_waits(lang), Vec::new()),
        Done::WentOn => (Tone::Success, text::done_went_on(lang), Vec::new()),
        Done::Closed => (Tone::Success, text::done_closed(lang), Vec::new()),
        Done::Reopened => (Tone::Success, text::done_reopened(lang), Vec::new()),
        Done::Linked => (Tone::Success, text::done_linked(lang), Vec::new()),
        Done::Unlinked => (Tone::Success, text::done_unlinked(lang), Vec::new()),
        Done::Merged => (Tone::Success, text::done_merged(lang), Vec::new()),
        Done::OutsiderSaved => (Tone::Success, text::done_outsider_saved(lang), Vec::new()),
        Done::OutsiderRemoved => (Tone::Success, text::done_outsider_removed(lang), Vec::new()),
        Done::CaseChanged => (Tone::Warning, text::done_case_changed(lang), Vec::new()),
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
    let everybody = case.everybody.as_ref().map(|place| view! { <p>{format::sentence(&parts::all_there(lang, place))}</p> });
    let change = (case.kind == CaseKind::Group && case.may_add)
        .then(|| view! { <p><a href=routes::case_parties(case.id)>{text::change_parties(lang)}</a></p> });
    let description = case.description.clone();
    let (happened, unit) = (format::date(lang, case.happened_on), case.unit.clone());
    let owner = if case.mine { text::owner_me(lang, &case.owner) } else { case.owner.clone() };
    view! {
        <Facts>
            <Fact label=text::who(lang)>{everybody} {parties} {change}</Fact>
            <Fact label=text::owner_label(lang)>{owner}</Fact>
            <Fact label=text::happened(lang)>{happened}</Fact>
            <Fact label=text::club(lang)>{unit}</Fact>
        </Facts>
        <Section title=text::description(lang)>
            <p class="k-prose">{description}</p>
        </Section>
        {known_facts(lang, case)}
    }
    .into_any()
}

/// What was answered when the case was made.
fn known_facts(lang: Lang, case: &CaseView) -> Option<AnyView> {
    let facts = case.known.iter().map(|known| {
        let (label, answer) = (known.label.of(lang).to_owned(), answers::said(lang, &known.answer));
        view! { <Fact label=label><span class="k-prose">{answer}</span></Fact> }
    });
    let facts: Vec<_> = facts.collect();
    (!facts.is_empty()).then(|| view! { <Section title=text::known_facts(lang)><Facts>{facts}</Facts></Section> }.into_any())
}

/// What happened last, and the way to all of it.
fn timeline_section(lang: Lang, case: &CaseView) -> AnyView {
    let lines = timeline::view(lang, case.id, &case.timeline, 3);
    let older = case.older.map(|older| LinkTo::new(routes::timeline(case.id, None, Some(older)), text::older(lang)));
    let all = LinkTo::new(routes::timeline(case.id, None, None), text::see_whole_timeline(lang));
    view! {
        <Section title=text::timeline(lang) action=all>
            {lines}
            <Pager label=i18n::pages(lang) next=older />
        </Section>
    }
    .into_any()
}

/// What the viewer has kept to themselves: in nobody's timeline, not even their own.
fn private_notes(lang: Lang, case: &CaseView) -> Option<AnyView> {
    let go_on = case.may_add;
    let note = |note: &PrivateNote| {
        let (body, href, touched) = (note.body.clone(), routes::change_note(case.id, note.id), format::time(lang, note.touched_at));
        view! {
            <Card>
                <p class="k-meta">{touched}</p>
                <p class="k-prose">{body}</p>
                {go_on.then(|| view! { <p><IconLink href=href icon=IconName::Edit>{text::go_on_with_note(lang)}</IconLink></p> })}
            </Card>
        }
    };
    let notes: Vec<_> = case.private_notes.iter().map(note).collect();
    (!notes.is_empty()).then(|| {
        view! {
            <Section title=text::private_notes(lang)>
                <p>{text::private_notes_why(lang)}</p>
                <div class="k-cards">{notes}</div>
            </Section>
        }
        .into_any()
    })
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
