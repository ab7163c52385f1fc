//! One meeting.

use domain::Lang;
use domain::meetings::{ActionTyped, Attendee, EarlierMinutes, MeetingStatus, MeetingView, Record, Side};
use leptos::prelude::*;
use ui::{
    ActionBar, Alert, Button, ButtonLink, ButtonVariant, Details, Fact, Facts, Form, HiddenField, IconName, LinkTo, List, ListItem, Page,
    PageHeading, Section, Tag, Tone,
};

use crate::cx::{PageCx, fresh_key};
use crate::earlier;
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes::{self, MeetingDone};

use super::{api, minutes, parts, text};

/// When, where, who and what about; the way to the call, the minutes and the protocol.
#[component]
pub(crate) fn MeetingPage() -> impl IntoView {
    let (case, meeting) = parts::asked();
    let done = parts::just_done();
    load(move || api::meeting(case.clone(), meeting.clone()), move |meeting| show(&meeting, done))
}

fn show(meeting: &MeetingView, done: Option<MeetingDone>) -> AnyView {
    let lang = PageCx::current().lang;
    let row = &meeting.row;
    let title = parts::title(lang, row.kind, row.starts_at);
    let (tone, status) = (if row.status == MeetingStatus::Cancelled { Tone::Warning } else { Tone::Info }, text::status(lang, row.status));
    let agenda = if meeting.agenda.is_empty() {
        view! { <p>{text::no_agenda(lang)}</p> }.into_any()
    } else {
        let points: Vec<_> = meeting.agenda.iter().map(|point| view! { <li>{point.clone()}</li> }).collect();
        view! { <ol class="ds-list">{points}</ol> }.into_any()
    };
    let (when, place, called_by) = (parts::when(lang, row.starts_at, row.ends_at), row.place.clone(), meeting.called_by.clone());
    let (ways, participants) = (ways(lang, meeting), participants(lang, &meeting.attendees, meeting.record.as_ref()));
    let (minutes, protocols, afterwards) = (what_was_said(lang, meeting), protocols(lang, meeting), afterwards(lang, meeting));
    let earlier_calls = earlier::folded(lang, &meeting.earlier_calls, |was| earlier::lines(parts::told_earlier(lang, was)));
    let back = LinkTo::new(routes::case(row.case), text::to_case(lang));
    view! {
        <PageTitle page=title.clone() />
        <Page>
            {done.map(|done| parts::receipt(lang, done))}
            <PageHeading title=title back=back>
                <Tag tone=tone>{status}</Tag>
            </PageHeading>
            <Facts>
                <Fact label=text::when(lang)>{when}</Fact>
                <Fact label=text::where_(lang)>{place}</Fact>
                <Fact label=text::called_by(lang)>{called_by}</Fact>
            </Facts>
            {ways}
            <Section title=text::agenda(lang)>{agenda}{earlier_calls}</Section>
            <Section title=text::participants(lang)>{participants}</Section>
            <Section title=text::minutes(lang)>{minutes}</Section>
            <Section title=text::protocol(lang)>{protocols}</Section>
            {afterwards}
        </Page>
    }
    .into_any()
}

/// The next thing first: before the meeting its call, afterwards its minutes.
fn ways(lang: Lang, meeting: &MeetingView) -> AnyView {
    let (case, id) = (meeting.row.case, meeting.row.id);
    let off = meeting.row.status == MeetingStatus::Cancelled;
    let past = meeting.row.starts_at.oslo_date() <= meeting.today;
    let writes = meeting.may_work && !off;
    let (call, write) = if writes && past && meeting.record.is_none() {
        (ButtonVariant::Secondary, ButtonVariant::Primary)
    } else {
        (ButtonVariant::Primary, ButtonVariant::Secondary)
    };
    let words = if meeting.record.is_some() { text::change_minutes(lang) } else { text::write_minutes(lang) };
    view! {
        <ActionBar>
            <ButtonLink href=routes::call(case, id, None) variant=call icon=IconName::Mail>{text::show_call(lang)}</ButtonLink>
            {writes.then(|| view! { <ButtonLink href=routes::minutes(case, id) variant=write icon=IconName::Note>{words}</ButtonLink> })}
            <ButtonLink href=routes::calendar(case, id) variant=ButtonVariant::Secondary icon=IconName::Calendar external=true>{text::calendar(lang)}</ButtonLink>
            {writes.then(|| view! { <ButtonLink href=routes::change_meeting(case, id) variant=ButtonVariant::Tertiary icon=IconName::Edit>{text::change_title(lang)}</ButtonLink> })}
        </ActionBar>
    }
    .into_any()
}

fn participants(lang: Lang, attendees: &[Attendee], record: Option<&Record>) -> AnyView {
    if attendees.is_empty() {
        return view! { <p>{text::no_participants(lang)}</p> }.into_any();
    }
    let side = |side: Side, title: String| {
        let items: Vec<_> = attendees.iter().filter(|one| one.side == side).map(|one| participant(lang, one, record)).collect();
        (!items.is_empty()).then(|| view! { <Section title=title level=3><List divided=true>{items}</List></Section> })
    };
    view! {
        {side(Side::Ours, text::for_us(lang))}
        {side(Side::Theirs, text::for_them(lang))}
    }
    .into_any()
}

fn participant(lang: Lang, one: &Attendee, record: Option<&Record>) -> AnyView {
    let came = record.map(|record| record.came.contains(&one.id));
    let came = came.map(|came| match came {
        true => view! { <Tag tone=Tone::Success>{text::came(lang)}</Tag> }.into_any(),
        false => view! { <Tag>{text::did_not_come(lang)}</Tag> }.into_any(),
    });
    let hidden = one.hidden.then(|| view! { <Tag tone=Tone::Warning icon=IconName::Lock>{text::hidden(lang)}</Tag> });
    let about: Vec<String> = [one.role.clone(), one.email.clone()].into_iter().filter(|text| !text.is_empty()).collect();
    let (name, about) = (one.name.clone(), about.join(", "));
    let end = view! { <span class="k-tags">{came}{hidden}</span> }.into_any();
    view! {
        <ListItem end=end>
            <div class="k-task">
                <span class="k-task-title">{name}</span>
                <span class="k-meta">{about}</span>
            </div>
        </ListItem>
    }
    .into_any()
}

fn what_was_said(lang: Lang, meeting: &MeetingView) -> AnyView {
    let Some(record) = &meeting.record else { return view! { <p>{text::no_minutes(lang)}</p> }.into_any() };
    let told = (!record.minutes.is_empty()).then(|| view! { <p class="k-prose">{record.minutes.clone()}</p> });
    let actions = (!record.actions.is_empty()).then(|| {
        let actions = parts::actions(lang, &record.actions);
        view! { <Section title=text::to_do(lang) level=3>{actions}</Section> }
    });
    let earlier = earlier::folded(lang, &meeting.earlier_minutes, |was| earlier_minutes(lang, was));
    view! { {told}{actions}{earlier} }.into_any()
}

fn earlier_minutes(lang: Lang, was: &EarlierMinutes) -> AnyView {
    let actions: Vec<ActionTyped> = was.actions.iter().map(ActionTyped::of).collect();
    earlier::lines(vec![
        (text::who_came(lang), was.came.join(", ")),
        (text::minutes(lang), was.minutes.clone()),
        (text::to_do(lang), minutes::told_actions(&actions)),
    ])
}

fn protocols(lang: Lang, meeting: &MeetingView) -> AnyView {
    let (case, id) = (meeting.row.case, meeting.row.id);
    let versions: Vec<_> = meeting
        .protocols
        .iter()
        .map(|row| {
            let words = text::version(lang, row.number, text::protocol_status(lang, row.status));
            view! { <li><a class="ds-link" href=routes::protocol(case, id, Some(row.number))>{words}</a></li> }
        })
        .collect();
    if !versions.is_empty() {
        return view! { <ul class="ds-list">{versions}</ul> }.into_any();
    }
    let begin = (meeting.may_work && meeting.row.status != MeetingStatus::Cancelled).then(|| begin(case, id, text::begin_protocol(lang)));
    view! { <p>{text::no_protocol(lang)}</p> {begin} }.into_any()
}

/// The form that begins a protocol, or a correction of one.
pub(in crate::meetings) fn begin(case: domain::CaseId, id: domain::MeetingId, words: String) -> AnyView {
    view! {
        <Form action="/api/meetings/protocol/begin">
            <HiddenField name="case" value=case.to_string() />
            <HiddenField name="meeting" value=id.to_string() />
            <HiddenField name="key" value=fresh_key() />
            <ActionBar>
                <Button variant=ButtonVariant::Secondary icon=IconName::Document>{words}</Button>
            </ActionBar>
        </Form>
    }
    .into_any()
}

/// Tasks of what was agreed, the next meeting, and calling this one off.
fn afterwards(lang: Lang, meeting: &MeetingView) -> AnyView {
    let (case, id) = (meeting.row.case, meeting.row.id);
    let made = (meeting.made > 0).then(|| {
        let words = if meeting.made == 1 { text::tasks_made_one(lang) } else { text::tasks_made(lang, meeting.made) };
        view! { <p>{words}" "<a class="ds-link" href=routes::case(case)>{text::to_case(lang)}</a></p> }
    });
    if !meeting.may_work {
        return made.into_any();
    }
    let make = (meeting.waiting > 0).then(|| {
        let words = if meeting.waiting == 1 { text::make_tasks_one(lang) } else { text::make_tasks(lang, meeting.waiting) };
        view! {
            <Alert tone=Tone::Info>
                <p>{text::tasks_wait(lang)}</p>
                <Form action="/api/meetings/make-tasks">
                    <HiddenField name="case" value=case.to_string() />
                    <HiddenField name="meeting" value=id.to_string() />
                    <ActionBar>
                        <Button variant=ButtonVariant::Secondary icon=IconName::Check>{words}</Button>
                    </ActionBar>
                </Form>
            </Alert>
        }
    });
    let next = meeting.record.is_some().then(|| {
        view! {
            <p>
                <a class="ds-link" href=routes::new_meeting(case, true)>{text::next_meeting(lang)}</a>
                ". " {text::next_meeting_why(lang)}
            </p>
        }
    });
    let cancel = (meeting.row.status == MeetingStatus::Planned).then(|| cancel(lang, meeting));
    view! { {make}{made}{next}{cancel} }.into_any()
}

fn cancel(lang: Lang, meeting: &MeetingView) -> AnyView {
    let (case, id, version) = (meeting.row.case, meeting.row.id, meeting.version);
    view! {
        <Details summary=text::cancel_sure(lang)>
            <p>{text::cancel_what(lang)}</p>
            <Form action="/api/meetings/cancel">
                <HiddenField name="case" value=case.to_string() />
                <HiddenField name="meeting" value=id.to_string() />
                <HiddenField name="version" value=version.to_string() />
                <ActionBar>
                    <Button variant=ButtonVariant::Danger>{text::cancel(lang)}</Button>
                </ActionBar>
            </Form>
        </Details>
    }
    .into_any()
}
