//! How far one has come.

use leptos::prelude::*;

/// How far one has come in a guide: "Steg 2 av 4".
///
/// Makes `div.k-steps` with the words in a paragraph, and a bar for the eye: a part is full
/// when done, thick when it is the current one, and hollow when it is left.
#[component]
pub fn Steps(
    /// The words: "Steg 2 av 4".
    #[prop(into)]
    label: String,
    /// The current step, from 1.
    current: u32,
    /// How many steps there are.
    total: u32,
) -> impl IntoView {
    let parts = (1..=total.min(20))
        .map(|step| {
            let state = match step.cmp(&current) {
                std::cmp::Ordering::Less => "done",
                std::cmp::Ordering::Equal => "now",
                std::cmp::Ordering::Greater => "left",
            };
            view! { <span data-state=state></span> }
        })
        .collect::<Vec<_>>();
    view! {
        <div class="k-steps">
            <p>{label}</p>
            <div class="k-steps__bar" aria-hidden="true">
                {parts}
            </div>
        </div>
    }
    .into_any()
}
