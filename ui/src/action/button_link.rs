//! Links that look like buttons.

use leptos::prelude::*;

use crate::{ButtonVariant, Icon, IconName};

/// A link to a page where something is done: "Ny sak".
///
/// Makes `a.ds-button[data-variant]`. It is a link, not a button, because it only goes
/// somewhere. `external` marks addresses that the router must leave to the browser: files,
/// login, logout.
#[component]
pub fn ButtonLink(
    /// The address.
    #[prop(into)]
    href: String,
    /// How much attention.
    #[prop(optional)]
    variant: ButtonVariant,
    /// An icon before the words.
    #[prop(optional_no_strip, into)]
    icon: Option<IconName>,
    /// Whether the router must leave the address to the browser.
    #[prop(optional)]
    external: bool,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <a
            class="ds-button"
            href=href
            rel=external.then_some("external")
            data-variant=variant.variant()
            data-color=variant.color()
        >
            {icon.map(|name| view! { <Icon name /> })}
            <span>{children()}</span>
        </a>
    }
    .into_any()
}
