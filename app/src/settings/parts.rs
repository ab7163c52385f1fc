//! What several pages of the settings show.

use domain::access::{Change, LocksOut, Senseless, What, Why};
use domain::access::{How, Power};
use domain::org::{Office, UnitKind};
use domain::settings::{At, VersionRow, Wrong};
use domain::{Code, Lang};
use leptos::prelude::*;
use ui::{List, ListItem, Tag, Tone};

use crate::i18n::terms;
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
pub(super) fn wrong(lang: Lang, office: Office, at: &At, wrong: Wrong) -> String {
    let what = sentence(lang, wrong);
    match at {
        At::Class(class) => text::at(lang, &format::sentence(rights::class(lang, *class)), &what),
        At::Reason(power) => text::at(lang, &rights::whole(lang, *power, &places(lang, office.held_at())), &what),
        At::Note | At::Table => what,
    }
}

/// What is wrong with the note.
pub(super) fn note_wrong(lang: Lang, wrong: Wrong) -> String {
    text::at(lang, text::note(lang).trim_end_matches('?'), &sentence(lang, wrong))
}

fn sentence(lang: Lang, wrong: Wrong) -> String {
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
        Wrong::Text(Code::TooLong { max }) => text::too_long(lang, max),
        Wrong::Text(Code::Unreadable) => text::unreadable(lang),
        Wrong::Text(_) => text::missing(lang),
    }
}

/// Every difference, under the name of its office when there are several.
pub(super) fn changes(lang: Lang, changes: &[Change]) -> AnyView {
    let mut offices: Vec<Office> = changes.iter().map(|change| change.office).collect();
    offices.dedup();
    let named = offices.len() > 1;
    let lists: Vec<_> = offices
        .into_iter()
        .map(|office| {
            let items: Vec<_> = changes.iter().filter(|change| change.office == office).map(|change| item(lang, change)).collect();
            let name = named.then(|| view! { <h3>{format::sentence(terms::office(lang, office))}</h3> });
            view! {
                {name}
                <List divided=true>{items}</List>
            }
        })
        .collect();
    view! { <div>{lists}</div> }.into_any()
}

fn item(lang: Lang, change: &Change) -> AnyView {
    let place = places(lang, change.office.held_at());
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
pub(super) fn because(lang: Lang, why: &Why) -> String {
    let (office, unit) = (terms::office(lang, why.office), why.unit.as_str());
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
