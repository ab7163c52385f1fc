//! A status in one word.

use leptos::prelude::*;

use crate::{Icon, IconName, Tone};

/// A status in a word or a few: "Ferdig", "5 dager igjen".
///
/// Makes `span.ds-tag[data-color]` with a shape, the words and a colour: never colour alone.
#[component]
pub fn Tag(
    /// What the status means.
    #[prop(optional)]
    tone: Tone,
    /// Another shape than the tone's own.
    #[prop(optional_no_strip, into)]
    icon: Option<IconName>,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <span class="ds-tag" data-color=tone.color()>
            <Icon name=icon.unwrap_or_else(|| tone.icon()) />
            <span>{children()}</span>
        </span>
    }
    .into_any()
}
