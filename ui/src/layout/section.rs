//! A part of a page.

use leptos::prelude::*;

use crate::{LinkTo, Text};

/// A part of a page with its own heading.
///
/// Makes `section.k-section` with an `h2` (or `h3` for `level=3`) and, on the same line, an
/// optional link such as "Se alle". With an `id` the section can be linked to and is
/// labelled by its heading.
#[component]
pub fn Section(
    /// The heading.
    #[prop(into)]
    title: String,
    /// The id of the section, when something links to it.
    #[prop(optional, into)]
    id: Text,
    /// The heading level, 2 or 3.
    #[prop(default = 2)]
    level: u8,
    /// A link beside the heading.
    #[prop(optional_no_strip, into)]
    action: Option<LinkTo>,
    /// The content.
    children: Children,
) -> impl IntoView {
    let id = id.get();
    let heading_id = id.as_ref().map(|id| format!("{id}-tittel"));
    let labelled = heading_id.clone();
    let action = action.map(|link| {
        view! {
            <a class="ds-link k-section__action" href=link.href>
                {link.label}
            </a>
        }
    });
    view! {
        <section class="k-section" id=id aria-labelledby=labelled>
            <div class="k-section__head">
                {crate::content::heading(level, "ds-heading", heading_id, title.into_any())} {action}
            </div>
            {children()}
        </section>
    }
    .into_any()
}
