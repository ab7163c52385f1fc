//! Nothing here, and why.

use leptos::prelude::*;

use super::heading;
use crate::{ButtonLink, ButtonVariant, LinkTo, Text};

/// Nothing here: why, and the one thing to do.
///
/// Makes `div.k-empty` with a heading, a sentence and at most one button.
#[component]
pub fn EmptyState(
    /// "Ingen saker ennå".
    #[prop(into)]
    title: String,
    /// Why it is empty, and what will stand here.
    #[prop(optional, into)]
    why: Text,
    /// The one thing to do.
    #[prop(optional_no_strip, into)]
    action: Option<LinkTo>,
    /// The level of the heading.
    #[prop(default = 2)]
    level: u8,
) -> impl IntoView {
    let why = why.get().map(|why| view! { <p>{why}</p> });
    let action = action.map(|link| {
        view! {
            <ButtonLink href=link.href variant=ButtonVariant::Secondary>
                {link.label}
            </ButtonLink>
        }
    });
    view! {
        <div class="k-empty">
            {heading(level, "ds-heading", None, title.into_any())}
            {why}
            {action}
        </div>
    }
    .into_any()
}
