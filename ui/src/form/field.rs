//! What all fields share: ids, label, hint and error.

use leptos::prelude::*;

use crate::Text;

/// How wide a field is, so that its size hints at what belongs in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldWidth {
    /// As wide as the column.
    #[default]
    Full,
    /// Room for some twenty characters: a phone number, a national id.
    Medium,
    /// Room for some ten characters: a date, a postcode.
    Short,
}

impl FieldWidth {
    /// The value of `data-width`; none for the full width.
    pub(crate) const fn data(self) -> Option<&'static str> {
        match self {
            Self::Full => None,
            Self::Medium => Some("medium"),
            Self::Short => Some("short"),
        }
    }
}

/// The id of the field called `name`, which an error summary links to.
///
/// Letters, digits and dashes stay; all else, as in `form[title]`, becomes a dash.
#[must_use]
pub fn field_id(name: &str) -> String {
    let mut id = String::with_capacity(name.len() + 2);
    id.push_str("f-");
    for letter in name.chars() {
        if letter.is_ascii_alphanumeric() {
            id.push(letter);
        } else if !id.ends_with('-') {
            id.push('-');
        }
    }
    id.trim_end_matches('-').to_owned()
}

/// The ids that tie a field to its hint and its error.
pub(crate) struct FieldIds {
    /// The id of the control.
    pub(crate) id: String,
    /// The id of the hint.
    pub(crate) hint: String,
    /// The id of the error.
    pub(crate) error: String,
}

impl FieldIds {
    pub(crate) fn of(name: &str) -> Self {
        let id = field_id(name);
        Self { hint: format!("{id}-hint"), error: format!("{id}-feil"), id }
    }

    /// The value of `aria-describedby`: what is there of hint and error, in that order.
    pub(crate) fn described_by(&self, hint: &Text, error: &Text) -> Option<String> {
        match (hint.is_some(), error.is_some()) {
            (false, false) => None,
            (true, false) => Some(self.hint.clone()),
            (false, true) => Some(self.error.clone()),
            (true, true) => Some(format!("{} {}", self.hint, self.error)),
        }
    }
}

/// The value of `aria-invalid`.
pub(crate) fn invalid(error: &Text) -> Option<&'static str> {
    error.is_some().then_some("true")
}

/// The small word after a label: "Valgfritt", "Må fylles ut".
pub(crate) fn mark_view(mark: Text) -> impl IntoView {
    mark.get().map(|mark| view! { <span class="k-mark">{mark}</span> })
}

/// The hint under a label.
pub(crate) fn hint_view(id: String, hint: Text) -> impl IntoView {
    hint.get().map(|hint| {
        view! {
            <p data-field="description" id=id>
                {hint}
            </p>
        }
    })
}

/// The error of a field. It stands between the hint and the field, where neither the
/// keyboard of a phone nor the list of suggestions covers it.
pub(crate) fn error_view(id: String, error: Text) -> impl IntoView {
    error.get().map(|error| {
        view! {
            <p class="ds-validation-message" data-field="validation" id=id>
                {error}
            </p>
        }
    })
}

/// A field with one control: label, hint, error, control, in that order.
pub(crate) fn field_view(ids: FieldIds, label: String, mark: Text, hint: Text, error: Text, control: AnyView) -> AnyView {
    view! {
        <div class="ds-field">
            <label class="ds-label" for=ids.id>
                <span>{label}</span>
                {mark_view(mark)}
            </label>
            {hint_view(ids.hint, hint)}
            {error_view(ids.error, error)}
            {control}
        </div>
    }
    .into_any()
}
