//! What several pages show of meetings.

use domain::drafts::{DraftForm, Kept};
use domain::meetings::{Action, Attendee, EarlierCall, MeetingEvent, MeetingKind, MeetingRow, MeetingStatus, MeetingView, Side};
use domain::{CaseId, Date, Field, FieldErrors, Lang, Timestamp};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{Alert, ButtonLink, ButtonVariant, CardLink, ErrorItem, IconName, LinkTo, Section, Tag, Tone};

use crate::cx::PageCx;
use crate::i18n::terms;
use crate::routes::MeetingDone;
use crate::{drafts, format, routes};

pub(crate) use super::protocol::protocol_paper;
use super::text;

/// The meetings of a case: those to come, and then the earlier ones, the latest first.
pub(crate) fn section(lang: Lang, case: CaseId, meetings: &[MeetingRow], today: Date, may_work: bool) -> AnyView {
    let (coming, mut earlier): (Vec<_>, Vec<_>) = meetings.iter().cloned().partition(|row| is_coming(row, today));
    earlier.reverse();
    let list = if meetings.is_empty() { view! { <p>{text::none(lang)}</p> }.into_any() } else { cards(lang, &[coming, earlier].concat()) };
    let call = may_work.then(|| {
        view! {
            <p>
                <ButtonLink href=routes::new_meeting(case, false) variant=ButtonVariant::Secondary icon=IconName::Calendar>{text::new_meeting(lang)}</ButtonLink>
            </p>
        }
    });
    view! { <Section title=text::section(lang)>{list}{call}</Section> }.into_any()
}

fn is_coming(row: &MeetingRow, today: Date) -> bool {
    row.status == MeetingStatus::Planned && row.starts_at.oslo_date() >= today
}

/// A card for each: when first, then what and where.
pub(crate) fn cards(lang: Lang, meetings: &[MeetingRow]) -> AnyView {
    let cards: Vec<_> = meetings
        .iter()
        .map(|row| {
            let status = (row.status != MeetingStatus::Planned).then(|| text::status(lang, row.status));
            let meta = vec![text::kind(lang, row.kind).to_owned(), row.place.clone()];
            view! {
                <CardLink href=routes::meeting(row.case, row.id) title=when(lang, row.starts_at, row.ends_at) meta=meta>
                    {status.map(|status| view! { <Tag>{status}</Tag> })}
                </CardLink>
            }
        })
        .collect();
    view! { <div class="k-cards">{cards}</div> }.into_any()
}

/// "20. mars 2026 kl. 14.30–15.30"; an end on another day is left out.
pub(in crate::meetings) fn when(lang: Lang, starts_at: Timestamp, ends_at: Option<Timestamp>) -> String {
    let from = format::time(lang, starts_at);
    match ends_at.map(Timestamp::in_oslo) {
        Some((date, hour, minute)) if date == starts_at.oslo_date() => {
            text::until(lang, &from, &format!("{hour:02}"), &format!("{minute:02}"))
        }
        _ => from,
    }
}

/// "Drøftingsmøte 20. mars 2026".
pub(crate) fn title(lang: Lang, kind: MeetingKind, starts_at: Timestamp) -> String {
    text::at(lang, text::kind(lang, kind), &format::date(lang, starts_at.oslo_date()))
}

/// What a meeting is, line by line, in words: each label with what stands there. What is empty is left out.
pub(crate) fn told(lang: Lang, meeting: &MeetingView) -> Vec<(String, String)> {
    let row = &meeting.row;
    let side = |side: Side| of_side(&meeting.attendees, side);
    let lines = [
        (text::when(lang), when(lang, row.starts_at, row.ends_at)),
        (text::where_(lang), row.place.clone()),
        (text::called_by(lang), meeting.called_by.clone()),
        (text::paper_status(lang), text::status(lang, row.status).to_owned()),
        (text::agenda(lang), meeting.agenda.join("; ")),
        (text::for_us(lang), side(Side::Ours)),
        (text::for_them(lang), side(Side::Theirs)),
    ];
    lines.into_iter().filter(|(_, said)| !said.is_empty()).collect()
}

fn of_side(attendees: &[Attendee], side: Side) -> String {
    let those = attendees.iter().filter(|one| one.side == side);
    let each = those.map(|one| if one.role.is_empty() { one.name.clone() } else { format!("{} ({})", one.name, one.role) });
    each.collect::<Vec<_>>().join(", ")
}

/// The same of a call before it was changed.
pub(in crate::meetings) fn told_earlier(lang: Lang, was: &EarlierCall) -> Vec<(String, String)> {
    vec![
        (terms::field(lang, Field::MeetingKind), text::kind(lang, was.kind).to_owned()),
        (text::when(lang), when(lang, was.starts_at, was.ends_at)),
        (text::where_(lang), was.place.clone()),
        (text::called_by(lang), was.called_by.clone()),
        (text::agenda(lang), was.agenda.join("\n")),
        (text::for_us(lang), of_side(&was.attendees, Side::Ours)),
        (text::for_them(lang), of_side(&was.attendees, Side::Theirs)),
    ]
}

/// A line of the timeline.
pub(crate) fn happened(lang: Lang, kind: MeetingKind, starts_at: Timestamp, what: MeetingEvent) -> String {
    let meeting = &title(lang, kind, starts_at);
    match what {
        MeetingEvent::Called => text::happened_called(lang, meeting),
        MeetingEvent::Changed => text::happened_changed(lang, meeting),
        MeetingEvent::Cancelled => text::happened_cancelled(lang, meeting),
        MeetingEvent::Recorded => text::happened_recorded(lang, meeting),
        MeetingEvent::ProtocolBegun => text::happened_begun(lang, meeting),
        MeetingEvent::ProtocolPresented => text::happened_presented(lang, meeting),
        MeetingEvent::ProtocolWithdrawn => text::happened_withdrawn(lang, meeting),
        MeetingEvent::ProtocolSigned => text::happened_signed(lang, meeting),
    }
}

/// The ids of the case and the meeting in the address.
pub(in crate::meetings) fn asked() -> (String, String) {
    let params = use_params_map().get_untracked();
    (params.get("id").unwrap_or_default(), params.get("meeting").unwrap_or_default())
}

/// What is wrong with a field.
pub(in crate::meetings) fn wrong(lang: Lang, errors: &FieldErrors, field: Field) -> Option<String> {
    errors.of(field).map(|code| terms::error(lang, field, code))
}

/// The lines of the error summary.
pub(in crate::meetings) fn summary(lang: Lang, errors: &FieldErrors) -> Vec<ErrorItem> {
    errors.0.iter().map(|(field, code)| ErrorItem::field(field.code(), terms::error(lang, *field, *code))).collect()
}

/// That there is a draft in the form: not where the form says more of it (`said`), nor when somebody just went on with it.
pub(in crate::meetings) fn kept(lang: Lang, form: DraftForm, kept: Option<Kept>, said: bool) -> Option<AnyView> {
    let going_on = PageCx::current().path.ends_with(&routes::going_on(""));
    drafts::parts::notice(lang, form, kept.filter(|_| !said && !going_on))
}

/// A form beside what somebody else has saved since it was begun; the form alone when nobody has.
pub(in crate::meetings) fn beside(lang: Lang, form: AnyView, theirs: Option<Vec<(String, String)>>) -> AnyView {
    let Some(theirs) = theirs else { return form };
    let lines: Vec<_> = theirs
        .into_iter()
        .filter(|(_, saved)| !saved.trim().is_empty())
        .map(|(name, saved)| view! { <h3 class="ds-heading" data-size="2xs">{name}</h3><p class="k-prose">{saved}</p> })
        .collect();
    view! {
        <Alert tone=Tone::Warning title=text::conflict(lang)><p>{text::conflict_what(lang)}</p></Alert>
        <div class="k-pair">
            <Section title=text::yours(lang)>{form}</Section>
            <Section title=text::theirs(lang)>{lines}</Section>
        </div>
    }
    .into_any()
}

/// Who is to do what, and by when.
pub(in crate::meetings) fn actions(lang: Lang, actions: &[Action]) -> AnyView {
    let items: Vec<_> = actions
        .iter()
        .map(|action| {
            let what = if action.who.is_empty() { action.what.clone() } else { text::by(lang, &action.who, &action.what) };
            let due = action.due.map(|due| view! { " " <span class="k-meta">{format::date(lang, due)}</span> });
            view! { <li>{what}{due}</li> }
        })
        .collect();
    view! { <ul class="ds-list">{items}</ul> }.into_any()
}

/// What was just done.
pub(in crate::meetings) fn receipt(lang: Lang, done: MeetingDone) -> AnyView {
    let (tone, title, next) = match done {
        MeetingDone::Called => (Tone::Success, text::done_called(lang), Some(text::done_called_next(lang))),
        MeetingDone::Cancelled => (Tone::Success, text::done_cancelled(lang), None),
        MeetingDone::Recorded => (Tone::Success, text::done_recorded(lang), None),
        MeetingDone::Tasked => (Tone::Success, text::done_tasked(lang), None),
        MeetingDone::Presented => (Tone::Success, text::done_presented(lang), None),
        MeetingDone::Withdrawn => (Tone::Success, text::done_withdrawn(lang), None),
        MeetingDone::Signed => (Tone::Success, text::done_signed(lang), None),
        MeetingDone::Incomplete => (Tone::Warning, text::done_incomplete(lang), None),
        MeetingDone::Changed => (Tone::Warning, text::done_changed(lang), None),
    };
    view! { <Alert tone=tone title=title status=true>{next.map(|next| view! { <p>{next}</p> })}</Alert> }.into_any()
}

/// What the address says was just done.
pub(in crate::meetings) fn just_done() -> Option<MeetingDone> {
    let code = leptos_router::hooks::use_query_map().get_untracked().get(routes::MEETING_DONE)?;
    MeetingDone::ALL.into_iter().find(|done| done.code() == code)
}

/// The way back to the meeting.
pub(in crate::meetings) fn to_meeting(lang: Lang, row: &MeetingRow) -> LinkTo {
    LinkTo::new(routes::meeting(row.case, row.id), text::to_meeting(lang))
}
