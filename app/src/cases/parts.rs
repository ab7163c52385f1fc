//! How a case looks in a list.

use domain::cases::{CaseRow, Everybody, Status};
use domain::tasks::Nearness;
use domain::{Date, Lang};
use leptos::prelude::*;
use ui::{CardLink, Tag, Tone};

use crate::cx::PageCx;
use crate::i18n::terms;
use crate::{format, lifecycle, routes};

use super::text;

/// A card for each case: what and about whom, what happens next, and its status.
pub(crate) fn cards(lang: Lang, rows: &[CaseRow], today: Date) -> AnyView {
    let cards: Vec<_> = rows.iter().map(|row| card(lang, row, today)).collect();
    view! { <div class="k-cards">{cards}</div> }.into_any()
}

/// What it is about, and whom.
pub(super) fn title(lang: Lang, row: &CaseRow) -> String {
    let types = PageCx::current().case_types;
    let kind = types.name(lang, &row.case_type);
    let names: Vec<&str> = row.about.iter().map(String::as_str).collect();
    whom(lang, &names, row.everybody.as_ref()).map_or_else(|| kind.to_owned(), |whom| text::card_title(lang, kind, &whom))
}

/// So many are named where there is little room.
const NAMED: usize = 3;

/// Whom a case is about, in few words: everybody at a place, or the first names and how many more. `None` when there is
/// nobody to tell of.
pub(crate) fn whom(lang: Lang, names: &[&str], everybody: Option<&Everybody>) -> Option<String> {
    if let Some(place) = everybody {
        return Some(all_there(lang, place));
    }
    // One more is named rather than counted.
    let (first, rest) = if names.len() > NAMED + 1 { names.split_at_checked(NAMED)? } else { (names, &[][..]) };
    let first = first.join(", ");
    match rest.len() {
        _ if first.is_empty() => None,
        0 => Some(first),
        more => Some(text::and_more(lang, &first, more)),
    }
}

/// Everybody at a place, as inside a sentence.
pub(super) fn all_there(lang: Lang, place: &Everybody) -> String {
    match place {
        Everybody::Club(name) => text::all_in(lang, name),
        Everybody::Workplace(name) => text::all_at(lang, name),
    }
}

fn card(lang: Lang, row: &CaseRow, today: Date) -> AnyView {
    let title = title(lang, row);
    let next = match &row.next {
        Some(next) => match next.due {
            // A date that is near stands in a tag of its own.
            Some(due) if urgency(lang, due, today).is_none() => text::next_task_due(lang, &next.title, &format::date(lang, due)),
            _ => text::next_task(lang, &next.title),
        },
        None if !row.readable => text::known_row(lang),
        None if row.status == Status::Open => text::no_next(lang),
        None => String::new(),
    };
    let waits = row.waiting.map(|waiting| lifecycle::parts::waits(lang, waiting));
    let owner = (!row.mine).then(|| text::owner(lang, &row.owner));
    let meta: Vec<String> = [waits, Some(next).filter(|next| !next.is_empty()), owner, Some(text::case_number(lang, row.number))]
        .into_iter()
        .flatten()
        .collect();
    // Of a task and of what the case waits for, what comes first.
    let due = row.next.as_ref().and_then(|next| next.due).into_iter().chain(row.waiting.map(|waiting| waiting.until)).min();
    let closed = (row.status != Status::Open).then(|| terms::status(lang, row.status));
    view! {
        <CardLink href=routes::case(row.id) title=title meta=meta>
            {due.and_then(|due| urgency(lang, due, today))}
            {closed.map(|closed| view! { <Tag>{closed}</Tag> })}
        </CardLink>
    }
    .into_any()
}

/// A tag for a date that is near or past; nothing for one that is far.
pub(crate) fn urgency(lang: Lang, due: Date, today: Date) -> Option<AnyView> {
    let tone = match Nearness::of(due, today) {
        Nearness::Over(_) => Tone::Danger,
        Nearness::Today => Tone::Warning,
        Nearness::Soon(_) => Tone::Info,
        Nearness::Later => return None,
    };
    Some(view! { <Tag tone=tone>{format::nearness(lang, due, today)}</Tag> }.into_any())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_are_named_and_the_rest_counted() {
        let told = |names: &[&str]| whom(Lang::Nb, names, None).unwrap_or_default();
        assert_eq!(told(&[]), "");
        assert_eq!(told(&["Ada", "Bo", "Cor", "Dag"]), "Ada, Bo, Cor, Dag");
        assert_eq!(told(&["Ada", "Bo", "Cor", "Dag", "Eli"]), "Ada, Bo, Cor og 2 til");
        let club = Everybody::Club("Klubben ved Granlia".to_owned());
        assert_eq!(whom(Lang::Nb, &["Ada"], Some(&club)).as_deref(), Some("alle i Klubben ved Granlia"));
    }
}
