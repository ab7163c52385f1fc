//! One line of text.

use leptos::prelude::*;

use super::field::{FieldIds, FieldWidth, field_view, invalid};
use crate::Text;

/// What kind of text a field takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputType {
    /// Any text.
    #[default]
    Text,
    /// An e-mail address.
    Email,
    /// A phone number.
    Tel,
    /// A web address.
    Url,
    /// A password.
    Password,
    /// Words to search for.
    Search,
}

impl InputType {
    pub(crate) const fn value(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Email => "email",
            Self::Tel => "tel",
            Self::Url => "url",
            Self::Password => "password",
            Self::Search => "search",
        }
    }
}

/// One line of text.
///
/// Makes `div.ds-field` with `label`, hint, error and `input.ds-input`. The id comes from the
/// name (see [`field_id`](crate::field_id)); hint and error are tied to the input with
/// `aria-describedby`, and an error sets `aria-invalid`.
#[component]
pub fn TextField(
    /// The name in the form.
    #[prop(into)]
    name: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// What is in the field.
    #[prop(optional, into)]
    value: Text,
    /// How to write it.
    #[prop(optional, into)]
    hint: Text,
    /// What is wrong and how to put it right.
    #[prop(optional, into)]
    error: Text,
    /// A small word after the label: "Valgfritt".
    #[prop(optional, into)]
    mark: Text,
    /// What kind of text.
    #[prop(optional)]
    kind: InputType,
    /// Which keyboard a phone shows: "numeric", "tel".
    #[prop(optional, into)]
    input_mode: Text,
    /// What the browser may fill in: "name", "tel", "off".
    #[prop(optional, into)]
    autocomplete: Text,
    /// The most characters it takes.
    #[prop(optional_no_strip, into)]
    maxlength: Option<u32>,
    /// How wide it is.
    #[prop(optional)]
    width: FieldWidth,
) -> impl IntoView {
    let ids = FieldIds::of(&name);
    let control = view! {
        <input
            class="ds-input"
            type=kind.value()
            id=ids.id.clone()
            name=name
            value=value.get()
            inputmode=input_mode.get()
            autocomplete=autocomplete.get()
            maxlength=maxlength.map(|length| length.to_string())
            data-width=width.data()
            aria-invalid=invalid(&error)
            aria-describedby=ids.described_by(&hint, &error)
        />
    }
    .into_any();
    field_view(ids, label, mark, hint, error, control)
}
