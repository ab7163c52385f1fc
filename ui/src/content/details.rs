//! Folded text.

use leptos::prelude::*;

/// Help that is folded away until it is asked for.
///
/// Makes the browser's own `details.k-details` with a `summary`; works without script.
#[component]
pub fn Details(
    /// The words that open it: "Hva er en drøfting?".
    #[prop(into)]
    summary: String,
    /// Whether it is open from the start.
    #[prop(optional)]
    open: bool,
    /// What is folded away.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="k-details" open=open>
            <summary>{summary}</summary>
            <div class="k-details__body">{children()}</div>
        </details>
    }
    .into_any()
}
