//! What is worth knowing before a case is saved. It stops nobody.

use domain::cases::{Before, CaseKind, Endings, TypeFacts};
use domain::{Date, Lang};
use leptos::prelude::*;
use ui::{Alert, Details, Tone};

use crate::cases::parts;
use crate::cx::PageCx;
use crate::format;

use super::progress::Progress;
use super::text;

/// Cases about the same members, or the same place, that may be about the same thing: what is written twice is read by
/// nobody.
pub(super) fn alike(lang: Lang, progress: &Progress, before: Option<&Before>) -> Option<AnyView> {
    let before = before.filter(|before| !before.alike.is_empty())?;
    let why = match progress.kind {
        CaseKind::Individual => text::alike_why(lang, progress.member_name()?),
        CaseKind::Group => text::alike_why_several(lang),
        CaseKind::Collective => text::alike_why_everybody(lang),
    };
    let cards = parts::cards(lang, &before.alike, progress.today);
    let view = view! {
        <Alert title=text::alike_title(lang)>
            <p>{why}</p>
            {cards}
        </Alert>
    };
    Some(view.into_any())
}

/// Who joined after it happened, and what that means.
pub(super) fn joined_later(lang: Lang, progress: &Progress, before: Option<&Before>) -> Option<AnyView> {
    let joined = &before.filter(|before| !before.joined_later.is_empty())?.joined_later;
    let happened = format::date(lang, Date::parse_typed(&progress.typed.happened).ok()?);
    let when: Vec<_> = joined
        .iter()
        .map(|one| text::joined_later_when(lang, &one.name, &format::date(lang, one.on), &happened))
        .map(|sentence| view! { <p>{sentence}</p> })
        .collect();
    let view = view! {
        <Alert tone=Tone::Warning title=text::joined_later(lang)>
            {when}
            <p>{text::joined_later_do(lang)}</p>
        </Alert>
    };
    Some(view.into_any())
}

/// How such cases have ended here, in numbers.
pub(super) fn endings(lang: Lang, progress: &Progress, before: Option<&Before>) -> Option<AnyView> {
    let endings = before?.endings.as_ref()?;
    let types = PageCx::current().case_types;
    let facts = progress.typed.facts(&types).ok()?;
    let ways: Vec<_> = ways(lang, facts, endings).into_iter().map(|way| view! { <li>{way}</li> }).collect();
    let total = endings.total();
    let summary = match (endings.own, total) {
        (true, 1) => text::endings_own_one(lang),
        (true, _) => text::endings_own(lang, &format::number(total.into())),
        (false, _) => text::endings(lang, &format::number(total.into())),
    };
    Some(view! { <Details summary=summary><ul>{ways}</ul></Details> }.into_any())
}

/// A line for each way to end; those that the type has no longer are one.
fn ways(lang: Lang, facts: &TypeFacts, endings: &Endings) -> Vec<String> {
    let mut other = 0;
    let mut lines = Vec::new();
    for (code, count) in &endings.ways {
        match facts.outcomes.iter().find(|outcome| outcome.code == *code) {
            Some(outcome) => lines.push(text::endings_way(lang, outcome.names.of(lang), &format::number((*count).into()))),
            None => other += count,
        }
    }
    if other > 0 {
        lines.push(text::endings_way(lang, &text::endings_other(lang), &format::number(other.into())));
    }
    lines
}
