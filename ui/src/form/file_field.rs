//! A file from the phone or the machine.

use leptos::prelude::*;

use super::field::{FieldIds, field_view, invalid};
use crate::Text;

/// A file from the phone or the machine.
///
/// Makes `div.ds-field` with the browser's own `input[type=file]`. The form around it must
/// be `multipart`.
#[component]
pub fn FileField(
    /// The name in the form.
    #[prop(into)]
    name: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// Which kinds and how large.
    #[prop(optional, into)]
    hint: Text,
    /// What is wrong and how to put it right.
    #[prop(optional, into)]
    error: Text,
    /// A small word after the label: "Valgfritt".
    #[prop(optional, into)]
    mark: Text,
    /// The kinds the browser offers: ".pdf,image/*".
    #[prop(optional, into)]
    accept: Text,
    /// Whether several files can be chosen.
    #[prop(optional)]
    multiple: bool,
    /// Whether a phone opens its camera instead of its files.
    #[prop(optional)]
    camera: bool,
) -> impl IntoView {
    let ids = FieldIds::of(&name);
    let control = view! {
        <input
            class="ds-input k-file"
            type="file"
            id=ids.id.clone()
            name=name
            accept=accept.get()
            multiple=multiple
            capture=camera.then_some("environment")
            aria-invalid=invalid(&error)
            aria-describedby=ids.described_by(&hint, &error)
        />
    }
    .into_any();
    field_view(ids, label, mark, hint, error, control)
}
