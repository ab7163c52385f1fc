//! A surface that holds one thing.

use leptos::prelude::*;

/// A surface that holds one thing.
///
/// Makes `div.ds-card[data-color=neutral]`. For a card that is a link, use
/// [`CardLink`](crate::CardLink).
#[component]
pub fn Card(
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="ds-card" data-color="neutral">
            {children()}
        </div>
    }
    .into_any()
}
