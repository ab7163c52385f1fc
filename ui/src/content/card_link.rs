//! A card that leads somewhere.

use leptos::prelude::*;

use super::heading;

/// A card that leads somewhere: a case, a member, a task.
///
/// Makes `div.ds-card.k-card-link` with a heading that holds the only link; CSS stretches the
/// link over the whole card, so a screen reader hears the heading and a thumb can hit
/// anywhere. `meta` are the short lines under the heading; children, such as tags, come last.
#[component]
pub fn CardLink(
    /// The address.
    #[prop(into)]
    href: String,
    /// The most important words.
    #[prop(into)]
    title: String,
    /// The level of the heading.
    #[prop(default = 3)]
    level: u8,
    /// Short lines under the heading.
    #[prop(optional)]
    meta: Vec<String>,
    /// Tags and the like.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let link = view! {
        <a class="k-stretch" href=href>
            {title}
        </a>
    }
    .into_any();
    let meta = meta.into_iter().map(|line| view! { <p class="k-meta">{line}</p> }).collect::<Vec<_>>();
    let below = children.map(|children| view! { <div class="k-tags">{children()}</div> });
    view! {
        <div class="ds-card k-card-link" data-color="neutral">
            {heading(level, "ds-heading", None, link)}
            {meta}
            {below}
        </div>
    }
    .into_any()
}
