//! One answer out of a few.

use leptos::prelude::*;

use super::choice::{Choice, ChoiceInput, Group, choice_id};
use crate::Text;

/// One answer out of a few.
///
/// Makes `fieldset.ds-fieldset` with a `legend` and one `div.k-choice` per answer. On a page
/// with one question, set `heading`: the legend then holds the page's `h1`, so the question
/// is said once. The first radio button has the id of the field, where an error summary
/// leads.
#[component]
pub fn RadioGroup(
    /// The name in the form.
    #[prop(into)]
    name: String,
    /// The question.
    #[prop(into)]
    legend: String,
    /// The answers.
    options: Vec<Choice>,
    /// The value of the chosen answer.
    #[prop(optional, into)]
    selected: Text,
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
                    kind: "radio",
                    id: choice_id(&name, index),
                    name: name.clone(),
                    checked: selected.is(&choice.value),
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
