//! One's own mandates that give nothing today: those to come, and those that are over.

use domain::Lang;
use domain::mandates::{MandateState, OtherMandate, Term};
use domain::org::Offices;
use leptos::prelude::*;
use ui::{List, ListItem, Section, Tag, Tone};

use crate::format;

use super::text;

/// What is to come by itself, and what is over by itself; nothing when there is neither.
pub(super) fn sections(lang: Lang, offices: &Offices, others: &[OtherMandate]) -> AnyView {
    let (planned, over): (Vec<_>, Vec<_>) = others.iter().partition(|other| other.state == MandateState::Planned);
    let planned = (!planned.is_empty()).then(|| section(lang, offices, text::planned(lang), text::planned_lead(lang), &planned));
    let over = (!over.is_empty()).then(|| section(lang, offices, text::over(lang), text::over_lead(lang), &over));
    view! { {planned}{over} }.into_any()
}

fn section(lang: Lang, offices: &Offices, title: String, lead: String, mandates: &[&OtherMandate]) -> AnyView {
    let label = title.clone();
    let items: Vec<_> = mandates.iter().map(|mandate| item(lang, offices, mandate)).collect();
    view! { <Section title=title><p>{lead}</p><List label=label divided=true>{items}</List></Section> }.into_any()
}

fn item(lang: Lang, offices: &Offices, mandate: &OtherMandate) -> AnyView {
    let title = text::heading(lang, &format::sentence(offices.name(lang, &mandate.office)), &mandate.unit);
    let workplace = mandate.workplace.clone().map(|name| view! { <p class="k-meta">{text::for_workplace(lang, &name)}</p> });
    let tone = match mandate.state {
        MandateState::Planned => Tone::Info,
        MandateState::Active => Tone::Success,
        MandateState::Ended | MandateState::Revoked => Tone::Neutral,
    };
    let state = text::state(lang, mandate.state);
    let state = view! { <Tag tone=tone>{state}</Tag> }.into_any();
    let (days, revoked) = (days(lang, mandate.term), revoked(lang, mandate));
    view! { <ListItem end=state><p>{title}</p>{workplace}<p class="k-meta">{days}</p>{revoked}</ListItem> }.into_any()
}

/// The days it was given for.
fn days(lang: Lang, term: Term) -> String {
    let from = format::date(lang, term.from);
    match term.to {
        Some(to) => text::from_to(lang, &from, &format::date(lang, to)),
        None => text::since(lang, &from),
    }
}

/// When it was taken back, for one that was.
fn revoked(lang: Lang, mandate: &OtherMandate) -> Option<AnyView> {
    let day = mandate.term.revoked.or(mandate.term.gone).filter(|_| mandate.state == MandateState::Revoked)?;
    let told = text::taken_back(lang, &format::date(lang, day));
    Some(view! { <p class="k-meta">{told}</p> }.into_any())
}
