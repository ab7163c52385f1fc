//! A date, written.

use leptos::prelude::*;

use super::field::FieldWidth;
use crate::{Text, TextField};

/// A date, written as one line of text: "12.3.2026".
///
/// Makes the same as [`TextField`](crate::TextField), ten characters wide. It is not the
/// browser's own date field: that one is slow for dates far back, differs between phones,
/// and cannot take a date copied from a letter. The hint says how to write it; the server
/// takes many ways of writing.
#[component]
pub fn DateField(
    /// The name in the form.
    #[prop(into)]
    name: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// How to write it: "Skriv datoen slik: 12.3.2026".
    #[prop(into)]
    hint: String,
    /// What is in the field.
    #[prop(optional, into)]
    value: Text,
    /// What is wrong and how to put it right.
    #[prop(optional, into)]
    error: Text,
    /// A small word after the label: "Valgfritt".
    #[prop(optional, into)]
    mark: Text,
    /// What the browser may fill in; "bday" for a birth date.
    #[prop(default = "off".into(), into)]
    autocomplete: Text,
) -> impl IntoView {
    view! {
        <TextField
            name
            label
            value
            hint
            error
            mark
            autocomplete
            maxlength=40_u32
            width=FieldWidth::Short
        />
    }
}
