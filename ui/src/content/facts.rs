//! Names and values.

use leptos::prelude::*;

/// Names and values: phone, workplace, member since.
///
/// Makes `dl.k-facts` around [`Fact`]s. Name above value on a phone, beside it on a desk.
#[component]
pub fn Facts(
    /// The facts.
    children: Children,
) -> impl IntoView {
    view! { <dl class="k-facts">{children()}</dl> }.into_any()
}

/// One name and its value. Makes `div > dt + dd`.
#[component]
pub fn Fact(
    /// The name.
    #[prop(into)]
    label: String,
    /// The value.
    children: Children,
) -> impl IntoView {
    view! {
        <div>
            <dt>{label}</dt>
            <dd>{children()}</dd>
        </div>
    }
    .into_any()
}
