//! A value the form carries without showing it.

use leptos::prelude::*;

use crate::Text;

/// A value the form carries without showing it. Makes `input[type=hidden]`.
#[component]
pub fn HiddenField(
    /// The name.
    #[prop(into)]
    name: String,
    /// The value.
    #[prop(into)]
    value: String,
    /// The id of the form it belongs to, when it stands outside it.
    #[prop(optional, into)]
    form: Text,
) -> impl IntoView {
    view! { <input type="hidden" name=name value=value form=form.get() /> }
}
