//! What radio buttons and boxes share.

use leptos::prelude::*;

use super::field::{FieldIds, error_view, hint_view, invalid, mark_view};
use crate::Text;

/// One answer of a [`RadioGroup`](crate::RadioGroup) or
/// [`CheckboxGroup`](crate::CheckboxGroup).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The value sent with the form.
    pub value: String,
    /// The words.
    pub label: String,
    /// What it means, when the words are not enough.
    pub description: Text,
    /// A heading that this answer stands first under, in a long list.
    pub under: Text,
}

impl Choice {
    /// An answer without a description.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), description: Text::default(), under: Text::default() }
    }

    /// The same answer with a description.
    #[must_use]
    pub fn describe(mut self, description: impl Into<Text>) -> Self {
        self.description = description.into();
        self
    }

    /// The same answer as the first under a heading.
    #[must_use]
    pub fn under(mut self, heading: impl Into<Text>) -> Self {
        self.under = heading.into();
        self
    }
}

/// One radio button or box, as a large card that can be pressed anywhere.
pub(crate) struct ChoiceInput {
    pub(crate) kind: &'static str,
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) choice: Choice,
    pub(crate) checked: bool,
    pub(crate) invalid: Option<&'static str>,
    pub(crate) described_by: Option<String>,
    pub(crate) error: AnyView,
}

impl ChoiceInput {
    pub(crate) fn view(self) -> AnyView {
        let description_id = format!("{}-om", self.id);
        let described_by = match (self.choice.description.is_some(), self.described_by) {
            (true, Some(other)) => Some(format!("{description_id} {other}")),
            (true, None) => Some(description_id.clone()),
            (false, other) => other,
        };
        let under = self.choice.under.get().map(|heading| view! { <h2 class="ds-heading k-choices-under" data-size="xs">{heading}</h2> });
        view! {
            {under}
            <div class="ds-field k-choice" data-variant="outline">
                <input
                    class="ds-input"
                    type=self.kind
                    id=self.id.clone()
                    name=self.name
                    value=self.choice.value
                    checked=self.checked
                    aria-invalid=self.invalid
                    aria-describedby=described_by
                />
                <label class="ds-label" data-weight="regular" for=self.id>
                    {self.choice.label}
                </label>
                {hint_view(description_id, self.choice.description)}
                {self.error}
            </div>
        }
        .into_any()
    }
}

/// A `fieldset` with a legend that may be the page's only heading.
pub(crate) struct Group {
    pub(crate) name: String,
    pub(crate) legend: String,
    pub(crate) heading: bool,
    pub(crate) mark: Text,
    pub(crate) hint: Text,
    pub(crate) error: Text,
}

impl Group {
    /// Renders the group. `content` gets the value of `aria-invalid`.
    pub(crate) fn view(self, content: impl FnOnce(Option<&'static str>) -> AnyView) -> AnyView {
        let ids = FieldIds::of(&self.name);
        let described_by = ids.described_by(&self.hint, &self.error);
        let invalid = invalid(&self.error);
        let legend = if self.heading {
            view! {
                <legend>
                    <h1 class="ds-heading" tabindex="-1" autofocus=true>
                        {self.legend}
                    </h1>
                </legend>
            }
            .into_any()
        } else {
            view! {
                <legend class="ds-label">
                    <span>{self.legend}</span>
                    {mark_view(self.mark)}
                </legend>
            }
            .into_any()
        };
        view! {
            <fieldset class="ds-fieldset k-choices" aria-describedby=described_by>
                {legend}
                {hint_view(ids.hint, self.hint)}
                {error_view(ids.error, self.error)}
                {content(invalid)}
            </fieldset>
        }
        .into_any()
    }
}

/// The id of choice number `index`: the first one has the id of the field itself, so that an
/// error summary leads to it.
pub(crate) fn choice_id(name: &str, index: usize) -> String {
    let id = super::field::field_id(name);
    if index == 0 { id } else { format!("{id}-{}", index + 1) }
}
