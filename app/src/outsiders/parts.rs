//! What other pages show of others in a case.

use domain::outsiders::{Outsider, OutsiderRow};
use domain::{CaseId, Lang};
use leptos::prelude::*;
use ui::{ButtonLink, ButtonVariant, Card, IconLink, IconName, Section};

use crate::routes;

use super::text;

/// Those in the case, with the way to each; nothing where there is nobody and nobody can be added.
pub(crate) fn section(lang: Lang, case: CaseId, all: &[OutsiderRow], may_add: bool) -> Option<AnyView> {
    if all.is_empty() && !may_add {
        return None;
    }
    let cards: Vec<_> = all.iter().map(|row| card(lang, case, row, may_add)).collect();
    let list = if cards.is_empty() {
        view! { <p>{text::nobody(lang)}</p> }.into_any()
    } else {
        view! { <div class="k-cards">{cards}</div> }.into_any()
    };
    let add = may_add.then(|| {
        view! { <p><ButtonLink href=routes::new_outsider(case) variant=ButtonVariant::Secondary icon=IconName::Plus>{text::add(lang)}</ButtonLink></p> }
    });
    Some(view! { <Section title=text::section(lang)>{list} {add}</Section> }.into_any())
}

fn card(lang: Lang, case: CaseId, row: &OutsiderRow, may_add: bool) -> AnyView {
    let (name, role, reached) = (row.who.name.clone(), described(lang, &row.who), reached(lang, &row.who));
    let (href, label) = (routes::change_outsider(case, row.id), text::change(lang, &row.who.name));
    let change = may_add.then(|| view! { <p><IconLink href=href icon=IconName::Edit>{label}</IconLink></p> });
    view! {
        <Card>
            <p><strong>{name}</strong></p>
            <p class="k-meta">{role}</p>
            {reached}
            {change}
        </Card>
    }
    .into_any()
}

/// "Vitne, portør ved Granlia sykehjem".
fn described(lang: Lang, who: &Outsider) -> String {
    let role = text::role(lang, who.role);
    if who.title.is_empty() { role.to_owned() } else { format!("{role}, {}", who.title) }
}

/// "Stille Bekk (vitne, portør)": in one line, for files and where there is little room.
pub(crate) fn named(lang: Lang, who: &Outsider) -> String {
    format!("{} ({})", who.name, described(lang, who))
}

/// The same with how they are reached: for files.
pub(crate) fn told(lang: Lang, who: &Outsider) -> String {
    let ways: Vec<&str> = [&who.phone, &who.email].into_iter().map(String::as_str).filter(|way| !way.is_empty()).collect();
    if ways.is_empty() { named(lang, who) } else { format!("{}: {}", named(lang, who), ways.join(", ")) }
}

/// What those are called together.
pub(crate) fn title(lang: Lang) -> String {
    text::section(lang)
}

/// Ringing them and writing to them, each in one touch.
pub(super) fn reached(lang: Lang, who: &Outsider) -> AnyView {
    let dialled = who.dialled();
    let phone = (!dialled.is_empty()).then(|| {
        let (href, label) = (format!("tel:{dialled}"), text::ring(lang, &who.phone));
        view! { <p><IconLink href=href icon=IconName::Phone external=true>{label}</IconLink></p> }
    });
    let email = (!who.email.is_empty()).then(|| {
        let (href, address) = (format!("mailto:{}", who.email), who.email.clone());
        view! { <p><IconLink href=href icon=IconName::Mail external=true>{address}</IconLink></p> }
    });
    view! { {phone} {email} }.into_any()
}
