//! Lists of cards and lines.

use leptos::prelude::*;

use crate::Text;

/// A list without bullets: of cards, of lines.
///
/// Makes `ul.k-list`. CSS takes the bullets away with an empty string instead of `none`, as
/// Safari otherwise forgets that it is a list. `divided` draws lines between the items
/// instead of space.
#[component]
pub fn List(
    /// What screen readers call the list, when no heading does.
    #[prop(optional, into)]
    label: Text,
    /// Whether lines stand between the items.
    #[prop(optional)]
    divided: bool,
    /// The items.
    children: Children,
) -> impl IntoView {
    view! {
        <ul class="k-list" aria-label=label.get() data-divided=divided.then_some("")>
            {children()}
        </ul>
    }
    .into_any()
}

/// One item of a [`List`].
///
/// Makes `li`, with `end` (a tag, a button) on the right when there is room and under the
/// content when there is not.
#[component]
pub fn ListItem(
    /// What stands at the end of the line.
    #[prop(optional_no_strip, into)]
    end: Option<AnyView>,
    /// The content.
    children: Children,
) -> impl IntoView {
    match end {
        None => view! { <li>{children()}</li> }.into_any(),
        Some(end) => view! {
            <li class="k-line">
                <div class="k-line__main">{children()}</div>
                <div class="k-line__end">{end}</div>
            </li>
        }
        .into_any(),
    }
}
