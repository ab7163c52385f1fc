//! What happened, in order.

use leptos::prelude::*;

use super::heading;
use crate::{Icon, IconName, Text};

/// What happened, in order: notes, documents, calls.
///
/// Makes `ol.k-timeline` around [`TimelineItem`]s.
#[component]
pub fn Timeline(
    /// What screen readers call the list, when no heading does.
    #[prop(optional, into)]
    label: Text,
    /// The items.
    children: Children,
) -> impl IntoView {
    view! {
        <ol class="k-timeline" aria-label=label.get()>
            {children()}
        </ol>
    }
    .into_any()
}

/// One thing that happened.
///
/// Makes `li` with an icon on the line, a heading, the time (`time[datetime]` when the exact
/// moment is given) and who did it, and the body.
#[component]
pub fn TimelineItem(
    /// What happened: "Notat", "Ringte arbeidsgiver".
    #[prop(into)]
    title: String,
    /// When, in words: "17. mai 2026 kl. 14.30".
    #[prop(into)]
    time: String,
    /// The exact moment, for machines: "2026-05-17T14:30:00+02:00".
    #[prop(optional, into)]
    datetime: Text,
    /// Who did it.
    #[prop(optional, into)]
    by: Text,
    /// The icon on the line.
    icon: IconName,
    /// The level of the heading.
    #[prop(default = 3)]
    level: u8,
    /// The body.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let by = by.get().map(|by| view! { <span class="k-timeline__by">{by}</span> });
    let body = children.map(|children| view! { <div class="k-timeline__body">{children()}</div> });
    view! {
        <li>
            <span class="k-timeline__mark">
                <Icon name=icon />
            </span>
            {heading(level, "ds-heading", None, title.into_any())}
            <p class="k-meta">
                <time datetime=datetime.get()>{time}</time>
                {by}
            </p>
            {body}
        </li>
    }
    .into_any()
}
