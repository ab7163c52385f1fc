//! What has happened in a case, newest first.

use domain::cases::{Happening, TimelineEntry};
use domain::entries::{Contact, ContactWay, ContactWith, Decision, TimeOfDay};
use domain::notes::{Addition, NoteKind};
use domain::tasks::Changes;
use domain::{CaseId, Lang, NoteId, Timestamp};
use leptos::prelude::*;
use ui::{IconName, Timeline, TimelineItem};

use crate::i18n::terms;
use crate::{format, lifecycle, links, meetings, routes};

use super::text;

/// So much of a note stands in the timeline; the rest is on its own page.
const SHOWN: usize = 1_500;

/// These lines of it, with headings of this level.
pub(super) fn view(lang: Lang, case: CaseId, entries: &[TimelineEntry], level: u8) -> AnyView {
    let items: Vec<_> = entries.iter().map(|entry| item(lang, case, entry, level)).collect();
    view! { <Timeline>{items}</Timeline> }.into_any()
}

/// What a line tells, in words: a title, and what is said under it. Notes are told by their title alone.
pub(super) fn told(lang: Lang, what: &Happening) -> (String, Vec<String>) {
    let body = match what {
        Happening::Contact(contact) => vec![contact_when(lang, contact), contact.said.clone()],
        Happening::Decision(decision) => {
            let why = format!("{}\n{}", text::decided_why(lang), decision.reason);
            vec![decision.decided.clone(), text::decided_by(lang, &decision.by), why]
        }
        Happening::TaskChanged { changes, .. } => vec![changed(lang, changes)],
        Happening::TaskComment { body, .. } => vec![body.clone()],
        Happening::TaskDropped { reason, .. } | Happening::Reopened { reason } => vec![reason.clone()],
        Happening::Waits(waiting) => waiting.note.iter().cloned().collect(),
        Happening::Closed(closing) => closing.agreed.iter().cloned().collect(),
        _ => Vec::new(),
    };
    (title(lang, what), body)
}

/// What a line is called.
fn title(lang: Lang, what: &Happening) -> String {
    match what {
        Happening::Opened => text::event_opened(lang),
        Happening::Note { kind: NoteKind::Shared, .. } => text::event_note_shared(lang),
        Happening::Note { .. } => text::event_note(lang),
        Happening::NoteAdded { .. } => text::event_note_added(lang),
        Happening::Contact(contact) => contact_title(lang, contact),
        Happening::Decision(_) => text::event_decision(lang),
        Happening::TaskMade { title, to: None, .. } => text::event_task_made(lang, title),
        Happening::TaskMade { title, to: Some(to), .. } => text::event_task_given(lang, title, to),
        Happening::TaskChanged { title, .. } => text::event_task_changed(lang, title),
        Happening::TaskComment { title, .. } => text::event_task_comment(lang, title),
        Happening::TaskDropped { title, .. } => text::event_task_dropped(lang, title),
        Happening::PersonAsked { name } => text::event_person_asked(lang, name),
        Happening::PersonLeft { name } => text::event_person_left(lang, name),
        Happening::PartyAdded { name } => text::event_party_added(lang, name),
        Happening::PartyRemoved { name } => text::event_party_removed(lang, name),
        Happening::OutsiderAdded { name } => text::event_outsider_added(lang, name),
        Happening::OutsiderChanged { name } => text::event_outsider_changed(lang, name),
        Happening::OutsiderRemoved { name } => text::event_outsider_removed(lang, name),
        Happening::OwnerChanged { name } => text::event_owner_changed(lang, name),
        Happening::ConflictSet { number: Some(number), .. } => text::event_conflict_set_number(lang, number),
        Happening::ConflictSet { name, .. } => text::event_conflict_set(lang, &somebody(lang, name)),
        Happening::ConflictLifted { number: Some(number), .. } => text::event_conflict_lifted_number(lang, number),
        Happening::ConflictLifted { name, .. } => text::event_conflict_lifted(lang, &somebody(lang, name)),
        Happening::Document { name, number: 1, .. } => text::event_document(lang, name),
        Happening::Document { name, number, .. } => text::event_version(lang, name, *number),
        Happening::Meeting { kind, starts_at, what, .. } => meetings::parts::happened(lang, *kind, *starts_at, *what),
        Happening::Link { number, what, .. } => links::parts::happened(lang, *number, *what),
        Happening::Waits(waiting) => lifecycle::parts::waits_for(lang, waiting),
        Happening::WentOn => text::event_went_on(lang),
        Happening::Closed(closing) => text::event_closed(lang, closing.outcome.of(lang)),
        Happening::Reopened { .. } => text::event_reopened(lang),
        Happening::TaskDone { title, .. } => text::event_task_done(lang, title),
        Happening::TaskReopened { title, .. } => text::event_task_reopened(lang, title),
    }
}

/// A name, or that it is not told.
fn somebody(lang: Lang, name: &str) -> String {
    if name.is_empty() { text::somebody(lang) } else { name.to_owned() }
}

fn item(lang: Lang, case: CaseId, entry: &TimelineEntry, level: u8) -> AnyView {
    let (icon, body) = match &entry.what {
        Happening::Opened => (IconName::Cases, None),
        Happening::Note { id, body, changed_at, additions, .. } => {
            (IconName::Note, Some(note(lang, (case, *id), body, *changed_at, additions)))
        }
        Happening::NoteAdded { note, body } => (IconName::Edit, Some(added(lang, (case, *note), body))),
        Happening::Contact(contact) => (contact_icon(contact.way), Some(contact_body(lang, contact))),
        Happening::Decision(decision) => (IconName::Check, Some(decision_body(lang, decision))),
        Happening::TaskMade { .. } => (IconName::Plus, None),
        Happening::TaskChanged { changes, .. } => (IconName::Edit, Some(prose(&changed(lang, changes)).0)),
        Happening::TaskComment { body, .. } => (IconName::Note, Some(prose(body).0)),
        Happening::TaskDropped { reason, .. } => (IconName::Close, Some(prose(reason).0)),
        Happening::PersonAsked { .. }
        | Happening::PersonLeft { .. }
        | Happening::PartyAdded { .. }
        | Happening::PartyRemoved { .. }
        | Happening::OutsiderAdded { .. }
        | Happening::OutsiderChanged { .. }
        | Happening::OutsiderRemoved { .. }
        | Happening::OwnerChanged { .. }
        | Happening::ConflictSet { .. }
        | Happening::ConflictLifted { .. } => (IconName::Members, None),
        Happening::Document { .. } => (IconName::Document, None),
        Happening::Meeting { .. } => (IconName::Calendar, None),
        Happening::Link { id, number, .. } => (IconName::Cases, Some(links::parts::way_to(lang, *id, *number))),
        Happening::Waits(waiting) => (IconName::Clock, waiting.note.as_ref().map(|note| prose(note).0)),
        Happening::WentOn => (IconName::ArrowRight, None),
        Happening::Closed(closing) => (IconName::Lock, closing.agreed.as_ref().map(|agreed| prose(agreed).0)),
        Happening::Reopened { reason } => (IconName::Cases, Some(prose(reason).0)),
        Happening::TaskDone { .. } => (IconName::Check, None),
        Happening::TaskReopened { .. } => (IconName::Clock, None),
    };
    let title = title(lang, &entry.what);
    view! {
        <TimelineItem title=title time=format::time(lang, entry.at) icon=icon by=entry.by.clone() level=level>
            {body}
        </TimelineItem>
    }
    .into_any()
}

/// The beginning of a long text, and whether there is more.
fn beginning(text: &str) -> (String, bool) {
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => (format!("{}…", text.get(..at).unwrap_or_default().trim_end()), true),
        None => (text.to_owned(), false),
    }
}

fn prose(text: &str) -> (AnyView, bool) {
    let (shown, more) = beginning(text);
    (view! { <p class="k-prose">{shown}</p> }.into_any(), more)
}

fn note(lang: Lang, (case, id): (CaseId, NoteId), body: &str, changed_at: Option<Timestamp>, additions: &[Addition]) -> AnyView {
    let (shown, more) = prose(body);
    let link = match changed_at {
        _ if more => text::note_read_all(lang),
        Some(at) => text::note_changed(lang, &format::time(lang, at)),
        None => text::note_open(lang),
    };
    let additions: Vec<_> = additions
        .iter()
        .map(|addition| {
            let (by, at, (body, _)) = (addition.by.clone(), format::time(lang, addition.at), prose(&addition.body));
            view! {
                <p class="k-meta">{text::note_added_by(lang, &by, &at)}</p>
                {body}
            }
        })
        .collect();
    view! {
        {shown}
        {additions}
        <p class="k-meta"><a href=routes::note(case, id)>{link}</a></p>
    }
    .into_any()
}

fn added(lang: Lang, (case, id): (CaseId, NoteId), body: &str) -> AnyView {
    view! {
        {prose(body).0}
        <p class="k-meta"><a href=routes::note(case, id)>{text::note_open(lang)}</a></p>
    }
    .into_any()
}

fn contact_title(lang: Lang, contact: &Contact) -> String {
    let whom = match (contact.with, contact.who.as_str()) {
        (ContactWith::Member, "") => text::with_member(lang),
        (ContactWith::Employer, "") => text::with_employer(lang),
        (ContactWith::Member, who) => text::with_named(lang, &text::with_member(lang), who),
        (ContactWith::Employer, who) => text::with_named(lang, &text::with_employer(lang), who),
        (ContactWith::Other, who) => who.to_owned(),
    };
    match contact.way {
        ContactWay::Called => text::event_called(lang, &whom),
        ContactWay::Met => text::event_met(lang, &whom),
        ContactWay::Email => text::event_email(lang, &whom),
        ContactWay::Letter => text::event_letter(lang, &whom),
        ContactWay::Sms => text::event_sms(lang, &whom),
        ContactWay::Reached => text::event_reached(lang, &format::sentence(&whom)),
    }
}

const fn contact_icon(way: ContactWay) -> IconName {
    match way {
        ContactWay::Called | ContactWay::Reached => IconName::Phone,
        ContactWay::Met => IconName::Members,
        ContactWay::Email | ContactWay::Letter | ContactWay::Sms => IconName::Mail,
    }
}

fn contact_when(lang: Lang, contact: &Contact) -> String {
    let date = format::date(lang, contact.on);
    let clock = |at: TimeOfDay| format!("{:02}.{:02}", at.hour(), at.minute());
    contact.at.map_or_else(|| date.clone(), |at| text::on_at(lang, &date, &clock(at)))
}

fn contact_body(lang: Lang, contact: &Contact) -> AnyView {
    let when = contact_when(lang, contact);
    view! {
        <p class="k-meta">{when}</p>
        {prose(&contact.said).0}
    }
    .into_any()
}

fn decision_body(lang: Lang, decision: &Decision) -> AnyView {
    view! {
        {prose(&decision.decided).0}
        <p class="k-meta">{text::decided_by(lang, &decision.by)}</p>
        <p class="k-meta">{text::decided_why(lang)}</p>
        {prose(&decision.reason).0}
    }
    .into_any()
}

/// What is otherwise in a task, a line for each.
fn changed(lang: Lang, changes: &Changes) -> String {
    let day = |day: &Option<domain::Date>| day.map_or_else(|| text::no_date(lang), |day| format::date(lang, day));
    let often = |repeat: &domain::tasks::Repeat| terms::repeat(lang, *repeat).to_lowercase();
    let lines = [
        changes.title.as_ref().map(|(before, after)| text::change_title(lang, before, after)),
        changes.due.as_ref().map(|(before, after)| text::change_due(lang, &day(before), &day(after))),
        changes.owner.as_ref().map(|(before, after)| text::change_owner(lang, before, after)),
        changes.repeat.as_ref().map(|(before, after)| text::change_repeat(lang, &often(before), &often(after))),
        changes.details.then(|| text::change_details(lang)),
    ];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_note_is_begun_and_no_letter_is_cut() {
        assert_eq!(beginning("Kort å"), ("Kort å".to_owned(), false));
        let long = "å".repeat(SHOWN + 1);
        assert_eq!(beginning(&long), (format!("{}…", "å".repeat(SHOWN)), true));
    }
}
