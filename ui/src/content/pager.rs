//! Further in a long list.

use leptos::prelude::*;

use crate::{Icon, IconName, LinkTo, Text};

/// Further in a long list: previous and next.
///
/// Makes `nav.k-pager`; makes nothing when there is neither a previous nor a next page.
#[component]
pub fn Pager(
    /// What screen readers call it: "Flere sider".
    #[prop(into)]
    label: String,
    /// The page before.
    #[prop(optional_no_strip, into)]
    previous: Option<LinkTo>,
    /// The page after.
    #[prop(optional_no_strip, into)]
    next: Option<LinkTo>,
    /// Where one is: "Viser 26–50 av 132".
    #[prop(optional, into)]
    position: Text,
) -> impl IntoView {
    if previous.is_none() && next.is_none() {
        return ().into_any();
    }
    let previous = previous.map(|link| {
        view! {
            <a class="ds-button" data-variant="secondary" rel="prev" href=link.href>
                <Icon name=IconName::ArrowLeft />
                <span>{link.label}</span>
            </a>
        }
    });
    let next = next.map(|link| {
        view! {
            <a class="ds-button" data-variant="secondary" rel="next" href=link.href>
                <span>{link.label}</span>
                <Icon name=IconName::ArrowRight />
            </a>
        }
    });
    let position = position.get().map(|position| view! { <p class="k-pager__position">{position}</p> });
    view! {
        <nav class="k-pager" aria-label=label>
            {previous}
            {position}
            {next}
        </nav>
    }
    .into_any()
}
