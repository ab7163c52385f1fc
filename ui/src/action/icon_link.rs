//! A link with an icon and a large target.

use leptos::prelude::*;

use crate::{Icon, IconName};

/// A link outside running text with an icon before the words: call, write, download.
///
/// Makes `a.k-icon-link`, at least 44 pixels high. `external` marks addresses that the
/// router must leave to the browser, such as `tel:`, `mailto:` and files.
#[component]
pub fn IconLink(
    /// The address.
    #[prop(into)]
    href: String,
    /// The icon.
    icon: IconName,
    /// Whether the router must leave the address to the browser.
    #[prop(optional)]
    external: bool,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <a class="k-icon-link" href=href rel=external.then_some("external")>
            <Icon name=icon />
            <span>{children()}</span>
        </a>
    }
    .into_any()
}
