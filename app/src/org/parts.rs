//! Tables that the pages of the organisation share.

use domain::mandates::{MandateState, Term};
use domain::org::{Count, Holder, Offices, Shortfall, ShortfallRow, UnitKind, UnitNamed};
use domain::{Date, Lang};
use leptos::prelude::*;
use ui::{Column, Row, Table, Tag, Tone};

use crate::{format, routes};

use super::text;

/// "1 medlem", "12 medlemmer", "Færre enn 5 medlemmer".
pub(super) fn members(lang: Lang, count: Count) -> String {
    match count {
        Count::Exactly(1) => text::one_member(lang),
        Count::Exactly(number) => text::members(lang, &format::number(number)),
        Count::Few => text::few_members(lang, Count::ENOUGH),
    }
}

/// How many are missing, in words.
pub(super) fn counted(lang: Lang, kind: Shortfall, total: u64) -> String {
    let number = format::number(total);
    match (kind, total) {
        (Shortfall::NoRepresentative, 1) => text::one_workplace(lang),
        (Shortfall::NoRepresentative, _) => text::workplaces(lang, &number),
        (_, 1) => text::one_mandate(lang),
        _ => text::mandates(lang, &number),
    }
}

/// Lines of one list of what is missing.
pub(super) fn shortfalls(lang: Lang, offices: &Offices, kind: Shortfall, rows: &[ShortfallRow], today: Date) -> AnyView {
    let columns = match kind {
        Shortfall::NoRepresentative => {
            vec![Column::new(text::workplace(lang)), Column::new(text::club(lang)), Column::short(text::column_members(lang))]
        }
        Shortfall::Expiring | Shortfall::NotNotified => {
            let when = if kind == Shortfall::Expiring { text::expires(lang) } else { text::elected(lang) };
            vec![Column::new(text::name(lang)), Column::new(text::office(lang)), Column::new(text::place(lang)), Column::short(when)]
        }
    };
    let rows = rows.iter().map(|row| shortfall(lang, offices, kind, row, today)).collect();
    view! { <Table caption=text::shortfall(lang, kind) columns=columns rows=rows hide_caption=true /> }.into_any()
}

fn shortfall(lang: Lang, offices: &Offices, kind: Shortfall, row: &ShortfallRow, today: Date) -> Row {
    match row {
        ShortfallRow::Workplace { workplace, may_open, unit, members: count } => {
            let name = workplace.name.clone();
            let name = match may_open {
                true => view! { <a href=routes::employer(workplace.number)>{name}</a> }.into_any(),
                false => name.into_any(),
            };
            let club = match unit.kind {
                UnitKind::Club => unit_link(unit),
                _ => text::no_club(lang).into_any(),
            };
            let count = count.map(|count| members(lang, count)).unwrap_or_default();
            Row::new().cell(name).cell(club).cell(count)
        }
        ShortfallRow::Mandate { holder, unit } => {
            let when = match kind {
                Shortfall::Expiring => holder.term.last_day().map(|last| expires(lang, last, today)),
                _ => holder.elected.map(|day| format::date(lang, day).into_any()),
            };
            let when = when.unwrap_or_else(|| text::unknown_day(lang).into_any());
            Row::new().cell(person(holder)).cell(office(lang, offices, holder)).cell(unit_link(unit)).cell(when)
        }
    }
}

/// The last day, and how near it is when it is near.
fn expires(lang: Lang, last: Date, today: Date) -> AnyView {
    let (day, near) = (format::date(lang, last), format::nearness(lang, last, today));
    let tag = (near != day).then(|| view! { " "<Tag tone=Tone::Warning>{near}</Tag> });
    view! { {day}{tag} }.into_any()
}

fn unit_link(unit: &UnitNamed) -> AnyView {
    view! { <a href=routes::unit(unit.id, None)>{unit.name.clone()}</a> }.into_any()
}

fn person(holder: &Holder) -> AnyView {
    let name = holder.name.clone();
    match holder.card {
        Some(id) => view! { <a href=routes::member(id)>{name}</a> }.into_any(),
        None => name.into_any(),
    }
}

/// The office, for which workplace, and whether in another's absence.
fn office(lang: Lang, offices: &Offices, holder: &Holder) -> AnyView {
    let name = format::sentence(offices.name(lang, &holder.office));
    let place = holder.workplace.clone().map(|place| view! { <span class="k-meta">{text::for_workplace(lang, &place)}</span> });
    let substitute = holder.substitute_for.clone().map(|whose| {
        let told = whose.map_or_else(|| text::substitute(lang), |name| text::substitute_for(lang, &name));
        view! { <span class="k-meta">{told}</span> }
    });
    view! { {name}{place.map(|place| view! { ", "{place} })}{substitute.map(|told| view! { ", "{told} })} }.into_any()
}

/// Who holds which office, from when to when, and whether the employer knows.
pub(super) fn holders(lang: Lang, offices: &Offices, holders: &[Holder]) -> AnyView {
    let columns = vec![
        Column::new(text::name(lang)),
        Column::new(text::office(lang)),
        Column::new(text::period(lang)),
        Column::short(text::elected(lang)),
        Column::short(text::employer_told(lang)),
    ];
    let row = |holder: &Holder| {
        let elected = holder.elected.map_or_else(|| text::unknown_day(lang), |day| format::date(lang, day));
        Row::new()
            .cell(person(holder))
            .cell(office(lang, offices, holder))
            .cell(period(lang, holder))
            .cell(elected)
            .cell(told(lang, offices, holder))
    };
    view! { <Table caption=text::offices(lang) columns=columns rows=holders.iter().map(row).collect() hide_caption=true /> }.into_any()
}

fn period(lang: Lang, holder: &Holder) -> AnyView {
    let Term { from, .. } = holder.term;
    let from = format::date(lang, from);
    let days = match holder.term.last_day() {
        Some(last) => text::from_to(lang, &from, &format::date(lang, last)),
        None => text::since(lang, &from),
    };
    let planned = (holder.state == MandateState::Planned).then(|| view! { " "<Tag tone=Tone::Info>{text::planned(lang)}</Tag> });
    view! { {days}{planned} }.into_any()
}

/// The day the employer was told, or that it must be.
fn told(lang: Lang, offices: &Offices, holder: &Holder) -> AnyView {
    match holder.notified {
        Some(day) => format::date(lang, day).into_any(),
        None if offices.is_of_agreement(holder.office) => view! { <Tag tone=Tone::Warning>{text::not_told(lang)}</Tag> }.into_any(),
        None => text::not_needed(lang).into_any(),
    }
}
