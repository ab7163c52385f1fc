//! How alerts look in a list.

use domain::Lang;
use domain::employers::{Alert, AlertKind, Change, Heads};
use domain::identity::OrgNumber;
use leptos::prelude::*;
use ui::{Button, ButtonVariant, Card, Form, HiddenField, IconName, Tag, Tone};

use crate::{format, routes};

use super::text;

/// Where the list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// On Today: each alert names its employer, and can be marked as seen.
    Today,
    /// On an employer's own page.
    Employer(OrgNumber),
}

/// The list, in the order it comes.
pub(crate) fn alerts(lang: Lang, alerts: &[Alert], place: Place) -> AnyView {
    let cards: Vec<_> = alerts.iter().map(|alert| card(lang, alert, place)).collect();
    view! { <div class="k-cards">{cards}</div> }.into_any()
}

fn card(lang: Lang, alert: &Alert, place: Place) -> AnyView {
    let name = alert.about.name.clone();
    let kind = text::kind(lang, alert.kind);
    let title = (place != Place::Employer(alert.about.number)).then(|| {
        let name = name.clone();
        if alert.may_open {
            view! { <h3><a href=routes::employer(alert.about.number)>{name}</a></h3> }.into_any()
        } else {
            view! { <h3>{name}</h3> }.into_any()
        }
    });
    let seen = (place == Place::Today).then(|| {
        let (label, id) = (text::mark_seen(lang, &text::about(lang, kind, &name)), alert.id.to_string());
        view! {
            <Form action="/api/employers/seen">
                <HiddenField name="alert" value=id />
                <Button variant=ButtonVariant::Secondary icon=IconName::Check>
                    <span aria-hidden="true">{text::seen(lang)}</span>
                    <span class="ds-sr-only">{label}</span>
                </Button>
            </Form>
        }
    });
    let (tone, what, next) = (tone(alert.kind), what(lang, alert), text::next(lang, alert.kind));
    let noticed = text::noticed(lang, &format::date(lang, alert.noticed_at.oslo_date()));
    view! {
        <Card>
            {title}
            <p class="k-tags"><Tag tone=tone>{kind}</Tag></p>
            <p>{what}</p>
            <p>{next}</p>
            <p class="k-meta">{noticed}</p>
            {seen}
        </Card>
    }
    .into_any()
}

const fn tone(kind: AlertKind) -> Tone {
    match kind {
        AlertKind::Bankruptcy => Tone::Danger,
        AlertKind::MoreHeads => Tone::Info,
        AlertKind::WindingUp
        | AlertKind::Closure
        | AlertKind::NewOwner
        | AlertKind::NewParent
        | AlertKind::FewerHeads
        | AlertKind::Removed => Tone::Warning,
    }
}

/// What has happened, in a sentence.
fn what(lang: Lang, alert: &Alert) -> String {
    let day = if let Change::On(day) = alert.change { Some(format::date(lang, day)) } else { None };
    let dated = |plain: fn(Lang) -> String, on: fn(Lang, &str) -> String| match &day {
        Some(day) => on(lang, day),
        None => plain(lang),
    };
    match (alert.kind, &alert.change) {
        (AlertKind::Bankruptcy, _) => dated(text::bankrupt, text::bankrupt_on),
        (AlertKind::WindingUp, _) => dated(text::winding_up, text::winding_up_on),
        (AlertKind::Closure, _) => dated(text::closed, text::closed_on),
        (AlertKind::NewParent, Change::Parent(Some(before), now)) => text::parent_from(lang, before, now),
        (AlertKind::NewParent, Change::Parent(None, now)) => text::parent(lang, now),
        (AlertKind::NewOwner | AlertKind::NewParent, _) => dated(text::owner, text::owner_on),
        (AlertKind::MoreHeads | AlertKind::FewerHeads, Change::Heads(Heads { before, now })) => text::heads_from(lang, *before, *now),
        (AlertKind::MoreHeads | AlertKind::FewerHeads, _) => text::heads_changed(lang),
        (AlertKind::Removed, _) => text::removed(lang),
    }
}
