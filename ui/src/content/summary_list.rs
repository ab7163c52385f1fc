//! What was answered, before saving.

use leptos::prelude::*;

/// What was answered, before saving: each line with a link to change it.
///
/// Makes `dl.k-summary` around [`SummaryRow`]s.
#[component]
pub fn SummaryList(
    /// The rows.
    children: Children,
) -> impl IntoView {
    view! { <dl class="k-summary">{children()}</dl> }.into_any()
}

/// One answer, with a link to change it.
///
/// Makes `div > dt + dd + dd`. The link says "Endre" to the eye and "Endre: the question" to
/// a screen reader, so that a list of links makes sense.
#[component]
pub fn SummaryRow(
    /// The question, short.
    #[prop(into)]
    label: String,
    /// Where it is changed.
    #[prop(into)]
    href: String,
    /// The word for changing: "Endre".
    #[prop(into)]
    change: String,
    /// The answer.
    children: Children,
) -> impl IntoView {
    let about = format!(": {label}");
    view! {
        <div>
            <dt>{label}</dt>
            <dd>{children()}</dd>
            <dd class="k-summary__change">
                <a class="ds-link" href=href>
                    {change}
                    <span class="ds-sr-only">{about}</span>
                </a>
            </dd>
        </div>
    }
    .into_any()
}
