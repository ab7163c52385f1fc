//! A message on the page.

use leptos::prelude::*;

use super::heading;
use crate::{Text, Tone};

/// A message on the page: what happened, what is safe, what to do.
///
/// Makes `div.ds-alert[data-color]`; Designsystemet draws a shape for each tone. A neutral
/// tone is shown as info. `status` makes screen readers say it when it appears after a
/// change ("Lagret kl. 14.30").
#[component]
pub fn Alert(
    /// What kind of message.
    #[prop(optional)]
    tone: Tone,
    /// A heading, when the message is more than one sentence.
    #[prop(optional, into)]
    title: Text,
    /// The level of that heading.
    #[prop(default = 2)]
    level: u8,
    /// Whether it answers something the person just did.
    #[prop(optional)]
    status: bool,
    /// The message, in paragraphs.
    children: Children,
) -> impl IntoView {
    let color = match tone {
        Tone::Neutral => Tone::Info.color(),
        other => other.color(),
    };
    let title = title.get().map(|title| heading(level, "ds-heading", None, title.into_any()));
    view! {
        <div class="ds-alert" data-color=color role=status.then_some("status")>
            {title}
            {children()}
        </div>
    }
    .into_any()
}
