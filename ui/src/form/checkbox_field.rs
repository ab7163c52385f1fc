//! Yes-or-no boxes, alone and in groups.

use leptos::prelude::*;

use super::choice::{Choice, ChoiceInput, Group, choice_id};
use super::field::{FieldIds, error_view, invalid};
use crate::Text;

/// One box: yes or no.
///
/// Makes `div.k-choice` with `input[type=checkbox]`. The value sent is "true"; an empty box
/// sends nothing, as in every HTML form.
#[component]
pub fn CheckboxField(
    /// The name in the form.
    #[prop(into)]
    name: String,
    /// The words.
    #[prop(into)]
    label: String,
    /// Whether the box is ticked.
    #[prop(optional)]
    checked: bool,
    /// The value sent when it is ticked.
    #[prop(default = "true".to_owned(), into)]
    value: String,
    /// What it means, when the words are not enough.
    #[prop(optional, into)]
    description: Text,
    /// What is wrong and how to put it right.
    #[prop(optional, into)]
    error: Text,
) -> impl IntoView {
    let ids = FieldIds::of(&name);
    ChoiceInput {
        kind: "checkbox",
        id: ids.id.clone(),
        name,
        choice: Choice { value, label, description, under: crate::Text::default() },
        checked,
        invalid: invalid(&error),
        described_by: ids.described_by(&Text::default(), &error),
        error: error_view(ids.error, error).into_any(),
    }
    .view()
}

/// Any number of answers out of a few.
///
/// Makes the same as [`RadioGroup`](crate::RadioGroup), with boxes.
#[component]
pub fn CheckboxGroup(
    /// The name in the form, the same for every box.
    #[prop(into)]
    name: String,
    /// The question.
    #[prop(into)]
    legend: String,
    /// The answers.
    options: Vec<Choice>,
    /// The values of the ticked answers.
    #[prop(optional)]
    selected: Vec<String>,
    /// Whether the question is the page's `h1`.
    #[prop(optional)]
    heading: bool,
    /// Help for the whole question.
    #[prop(optional, into)]
    hint: Text,
    /// What is wrong and how to put it right.
    #[prop(optional, into)]
    error: Text,
    /// A small word after the question: "Valgfritt".
    #[prop(optional, into)]
    mark: Text,
) -> impl IntoView {
    let group = Group { name: name.clone(), legend, heading, mark, hint, error };
    group.view(|invalid| {
        options
            .into_iter()
            .enumerate()
            .map(|(index, choice)| {
                ChoiceInput {
                    kind: "checkbox",
                    id: choice_id(&name, index),
                    name: name.clone(),
                    checked: selected.contains(&choice.value),
                    choice,
                    invalid,
                    described_by: None,
                    error: ().into_any(),
                }
                .view()
            })
            .collect_view()
            .into_any()
    })
}
