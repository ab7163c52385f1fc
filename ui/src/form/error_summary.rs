//! What must be put right before going on.

use leptos::prelude::*;

use super::field::field_id;

/// One thing to put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorItem {
    /// Where it is: `#` and the id of the field.
    pub href: String,
    /// The same words as at the field.
    pub text: String,
}

impl ErrorItem {
    /// An error in the field called `name`.
    pub fn field(name: &str, text: impl Into<String>) -> Self {
        Self { href: format!("#{}", field_id(name)), text: text.into() }
    }

    /// An error at any address.
    pub fn new(href: impl Into<String>, text: impl Into<String>) -> Self {
        Self { href: href.into(), text: text.into() }
    }
}

/// What must be put right before going on, with a link to each field.
///
/// Makes `div.ds-error-summary[tabindex=-1][autofocus]` with an `h2` and a list; makes
/// nothing when there are no errors. Place it first on the page, before the heading: the
/// browser moves focus to it when the page opens, with script or without, so it needs no
/// live region.
#[component]
pub fn ErrorSummary(
    /// The heading: "For å gå videre må du rette opp følgende feil".
    #[prop(into)]
    title: String,
    /// What to put right.
    items: Vec<ErrorItem>,
) -> impl IntoView {
    if items.is_empty() {
        return ().into_any();
    }
    let items = items
        .into_iter()
        .map(|item| {
            view! {
                <li>
                    <a class="ds-link" data-color="neutral" href=item.href>
                        {item.text}
                    </a>
                </li>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <div
            class="ds-error-summary"
            role="group"
            aria-labelledby="feil-tittel"
            tabindex="-1"
            autofocus=true
        >
            <h2 class="ds-heading" id="feil-tittel">
                {title}
            </h2>
            <ul class="ds-list">{items}</ul>
        </div>
    }
    .into_any()
}
