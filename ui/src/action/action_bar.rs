//! The buttons at the end of a page or a form.

use leptos::prelude::*;

/// The buttons at the end of a page or a form: the primary one first.
///
/// Makes `div.k-actions`. On a phone the buttons are as wide as the screen, one under the
/// other; on a desk they stand in a row. Dangerous buttons go in `danger`, set apart.
#[component]
pub fn ActionBar(
    /// Buttons that cannot be undone, set apart from the others.
    #[prop(optional_no_strip, into)]
    danger: Option<AnyView>,
    /// The buttons, the primary one first.
    children: Children,
) -> impl IntoView {
    let danger = danger.map(|danger| view! { <div class="k-actions__danger">{danger}</div> });
    view! {
        <div class="k-actions">
            {children()}
            {danger}
        </div>
    }
    .into_any()
}
