//! A value the form carries without showing it.

use leptos::prelude::*;

/// A value the form carries without showing it. Makes `input[type=hidden]`.
#[component]
pub fn HiddenField(
    /// The name.
    #[prop(into)]
    name: String,
    /// The value.
    #[prop(into)]
    value: String,
) -> impl IntoView {
    view! { <input type="hidden" name=name value=value /> }
}
