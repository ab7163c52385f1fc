//! Headings whose level the page decides.

use leptos::prelude::*;

/// A heading of level 2, 3 or 4; anything else counts as 2.
pub(crate) fn heading(level: u8, class: &'static str, id: Option<String>, content: AnyView) -> AnyView {
    match level {
        3 => view! { <h3 class=class id=id>{content}</h3> }.into_any(),
        4 => view! { <h4 class=class id=id>{content}</h4> }.into_any(),
        _ => view! { <h2 class=class id=id>{content}</h2> }.into_any(),
    }
}
