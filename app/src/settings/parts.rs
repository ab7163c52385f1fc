//! What several pages of the settings show.

use domain::access::{Change, Difference, How, LocksOut, OfficeChange, Power, Senseless, What, Why};
use domain::org::{Office, OfficeFacts, Offices, UnitKind};
use domain::settings::{At, VersionRow, Wrong};
use domain::{Code, Lang};
use leptos::prelude::*;
use ui::{List, ListItem, Tag, Tone};

use crate::{format, rights};

use super::text;

/// Which version is in force.
pub(super) fn in_force(lang: Lang, row: &VersionRow) -> String {
    match &row.made {
        Some((at, by)) => text::in_force(lang, row.version, &format::time(lang, *at), by),
        None => text::in_force_standard(lang),
    }
}

/// A version's name.
pub(super) fn version(lang: Lang, version: i32) -> String {
    if version == 0 { text::standard(lang) } else { text::version(lang, version) }
}

/// "klubben eller fagforeningen".
pub(super) fn places(lang: Lang, kinds: &[UnitKind]) -> String {
    format::either(lang, &kinds.iter().map(|kind| text::place(lang, *kind)).collect::<Vec<_>>())
}

/// The name of a kind of data's boxes.
pub(super) fn boxes(class: domain::access::DataClass) -> String {
    format!("rights[{class}][]")
}

/// The name of a reason's field.
pub(super) fn reason_field(power: Power) -> String {
    format!("reasons[{}]", domain::settings::code_of(power))
}

/// What is wrong with the rights of an office or their reasons, in a sentence; it begins with the field's own words
/// where it has any.
pub(super) fn wrong(lang: Lang, facts: &OfficeFacts, at: &At, wrong: Wrong) -> String {
    let what = sentence(lang, wrong);
    match at {
        At::Class(class) => text::at(lang, &format::sentence(rights::class(lang, *class)), &what),
        At::Reason(power) => text::at(lang, &rights::whole(lang, *power, &places(lang, &facts.held_at)), &what),
        At::Note | At::Table | At::OfficeCode | At::OfficeName(_) | At::HeldAt => what,
    }
}

/// What is wrong with the note.
pub(super) fn note_wrong(lang: Lang, wrong: Wrong) -> String {
    text::at(lang, text::note(lang).trim_end_matches('?'), &sentence(lang, wrong))
}

pub(super) fn sentence(lang: Lang, wrong: Wrong) -> String {
    match wrong {
        Wrong::Never(Senseless::NeverTheirs) => text::never_theirs(lang),
        Wrong::Never(Senseless::OnlyNamed) => text::only_named(lang),
        Wrong::Never(Senseless::OnlyTakingPart) => text::only_taking_part(lang),
        Wrong::Never(Senseless::WholeUnion) => text::whole_union(lang),
        Wrong::Never(Senseless::NotAWorkplace) => text::not_a_workplace(lang),
        Wrong::Never(Senseless::Meaningless) => text::meaningless(lang),
        Wrong::Locks(LocksOut::DataProtection) => text::locks_officer(lang),
        Wrong::Locks(LocksOut::Everybody) => text::locks_everybody(lang),
        Wrong::NotSeen => text::not_seen(lang),
        Wrong::ContactOnly => text::contact_only(lang),
        Wrong::NotACode => text::not_a_code(lang),
        Wrong::Nowhere => text::held_nowhere(lang),
        Wrong::UnionOnly => text::union_only(lang),
        Wrong::Text(Code::TooLong { max }) => text::too_long(lang, max),
        Wrong::Text(Code::Unreadable) => text::unreadable(lang),
        Wrong::Text(Code::Taken) => text::code_taken(lang),
        Wrong::Text(_) => text::missing(lang),
    }
}

/// Every difference: the offices themselves, then the rights, under the name of their office when there are several.
pub(super) fn changes(lang: Lang, names: &Offices, changes: &Difference) -> AnyView {
    let mut offices: Vec<Office> = changes.rights.iter().map(|change| change.office).collect();
    offices.dedup();
    let named = offices.len() > 1;
    let lists: Vec<_> = offices
        .into_iter()
        .map(|office| {
            let of_this = changes.rights.iter().filter(|change| change.office == office);
            let items: Vec<_> = of_this.map(|change| item(lang, names.held_at(office), change)).collect();
            let name = named.then(|| view! { <h3>{format::sentence(names.name(lang, &office))}</h3> });
            view! {
                {name}
                <List divided=true>{items}</List>
            }
        })
        .collect();
    let offices: Vec<_> = changes.offices.iter().map(|change| office_item(lang, change)).collect();
    let offices = (!offices.is_empty()).then(|| view! { <List divided=true>{offices}</List> });
    view! { <div>{offices}{lists}</div> }.into_any()
}

/// An office that is new, with all there is to say of it; or what is otherwise with one that there was.
fn office_item(lang: Lang, change: &OfficeChange) -> AnyView {
    let after = &change.after;
    let title = text::office_named(lang, &format::sentence(after.names.of(lang)), after.office.code());
    let (tone, tag, lines) = match &change.before {
        None => (Tone::Warning, text::added(lang), told(lang, after).to_vec()),
        Some(before) => {
            let pairs = told(lang, before).into_iter().zip(told(lang, after));
            let changed = pairs.filter(|(before, after)| before != after).map(|(before, after)| text::before_after(lang, &before, &after));
            (Tone::Info, text::moved(lang), changed.collect())
        }
    };
    let lines: Vec<_> = lines.into_iter().map(|line| view! { <p class="k-meta">{line}</p> }).collect();
    let tag = view! { <Tag tone=tone>{tag}</Tag> }.into_any();
    view! { <ListItem end=tag><p>{title}</p>{lines}</ListItem> }.into_any()
}

/// What is true of an office, one thing a line.
fn told(lang: Lang, facts: &OfficeFacts) -> [String; 6] {
    let name = |of: Lang| text::called(lang, of.own_name(), facts.names.of(of));
    [
        name(Lang::Nb),
        name(Lang::Nn),
        name(Lang::En),
        format!("{}.", text::held_in(lang, &places(lang, &facts.held_at))),
        single(lang, facts.single),
        agreement(lang, facts.of_agreement),
    ]
}

/// Whether there is one holder at a time, in a sentence.
pub(super) fn single(lang: Lang, single: bool) -> String {
    if single { text::one_at_a_time(lang) } else { text::several_at_a_time(lang) }
}

/// Whether it represents members towards the employer, in a sentence.
pub(super) fn agreement(lang: Lang, of_agreement: bool) -> String {
    if of_agreement { text::represents(lang) } else { text::represents_nobody(lang) }
}

fn item(lang: Lang, held_at: &[UnitKind], change: &Change) -> AnyView {
    let place = places(lang, held_at);
    let whole = |breadth| rights::whole(lang, Power { class: change.class, action: change.action, breadth }, &place);
    let (tone, tag, what, reason) = match &change.what {
        What::Added { breadth, reason } => (Tone::Warning, text::added(lang), whole(*breadth), Some(reason)),
        What::Removed { breadth, .. } => (Tone::Neutral, text::removed(lang), whole(*breadth), None),
        What::Moved { from, to, reason } => {
            let what = rights::what(lang, change.action, &[change.class]);
            let moved = text::moved_from(lang, &what, &rights::breadth(lang, *from, &place), &rights::breadth(lang, *to, &place));
            (Tone::Warning, text::moved(lang), moved, Some(reason))
        }
        What::Reworded { breadth, reason } => (Tone::Info, text::reworded(lang), whole(*breadth), Some(reason)),
    };
    let reason = reason.map(|reason| view! { <p class="k-meta" lang="nb">{text::reason(lang, reason)}</p> });
    let tag = view! { <Tag tone=tone>{tag}</Tag> }.into_any();
    view! { <ListItem end=tag><p>{what}</p>{reason}</ListItem> }.into_any()
}

/// Why somebody sees something, said to another.
pub(super) fn because(lang: Lang, offices: &Offices, why: &Why) -> String {
    let (office, unit) = (offices.name(lang, &why.office), why.unit.as_str());
    let sentence = match why.how {
        How::Unit => text::because_unit(lang, office, unit),
        How::Workplace => text::because_workplace(lang, office, unit),
        How::Employer => text::because_employer(lang, office, unit),
        How::Named => text::because_named(lang, office, unit),
        How::TakingPart => text::because_taking_part(lang, office, unit),
    };
    match why.until {
        Some(date) => text::because_until(lang, &sentence, &format::date(lang, date)),
        None => format!("{sentence}."),
    }
}
