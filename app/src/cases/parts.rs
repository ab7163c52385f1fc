//! How a case looks in a list.

use domain::cases::{CaseRow, Status};
use domain::tasks::Nearness;
use domain::{Date, Lang};
use leptos::prelude::*;
use ui::{CardLink, Tag, Tone};

use crate::i18n::terms;
use crate::{format, routes};

use super::text;

/// A card for each case: what and about whom, what happens next, and its status.
pub(crate) fn cards(lang: Lang, rows: &[CaseRow], today: Date) -> AnyView {
    let cards: Vec<_> = rows.iter().map(|row| card(lang, row, today)).collect();
    view! { <div class="k-cards">{cards}</div> }.into_any()
}

fn card(lang: Lang, row: &CaseRow, today: Date) -> AnyView {
    let kind = terms::case_type(lang, row.case_type);
    let title = if row.about.is_empty() { kind.to_owned() } else { text::card_title(lang, kind, &row.about.join(", ")) };
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
    let owner = (!row.mine).then(|| text::owner(lang, &row.owner));
    let meta: Vec<String> =
        [Some(next).filter(|next| !next.is_empty()), owner, Some(text::case_number(lang, row.number))].into_iter().flatten().collect();
    let due = row.next.as_ref().and_then(|next| next.due);
    let closed = (row.status == Status::Closed).then(|| terms::status(lang, row.status));
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
