//! One answer out of many.

use leptos::prelude::*;

use super::field::{FieldIds, FieldWidth, field_view, invalid};
use crate::Text;

/// One answer of a [`SelectField`](crate::SelectField).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectOption {
    /// The value sent with the form.
    pub value: String,
    /// The words.
    pub label: String,
}

impl SelectOption {
    /// An answer.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// One answer out of many: more than seven, or in a filter. For fewer, use
/// [`RadioGroup`](crate::RadioGroup), which shows them all.
///
/// Makes `div.ds-field` with the browser's own `select.ds-input`. `empty` adds a first answer
/// without a value: "Velg …", "Alle".
#[component]
pub fn SelectField(
    /// The name in the form.
    #[prop(into)]
    name: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// The answers.
    options: Vec<SelectOption>,
    /// The value of the chosen answer.
    #[prop(optional, into)]
    selected: Text,
    /// The words of a first answer without a value.
    #[prop(optional, into)]
    empty: Text,
    /// Help.
    #[prop(optional, into)]
    hint: Text,
    /// What is wrong and how to put it right.
    #[prop(optional, into)]
    error: Text,
    /// A small word after the label: "Valgfritt".
    #[prop(optional, into)]
    mark: Text,
    /// How wide it is.
    #[prop(optional)]
    width: FieldWidth,
) -> impl IntoView {
    let ids = FieldIds::of(&name);
    let empty = empty.get().map(|empty| view! { <option value="">{empty}</option> });
    let options = options
        .into_iter()
        .map(|option| {
            let chosen = selected.is(&option.value);
            view! {
                <option value=option.value selected=chosen>
                    {option.label}
                </option>
            }
        })
        .collect::<Vec<_>>();
    let control = view! {
        <select
            class="ds-input"
            id=ids.id.clone()
            name=name
            data-width=width.data()
            aria-invalid=invalid(&error)
            aria-describedby=ids.described_by(&hint, &error)
        >
            {empty}
            {options}
        </select>
    }
    .into_any();
    field_view(ids, label, mark, hint, error, control)
}
