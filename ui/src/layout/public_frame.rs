//! The frame of pages without login.

use leptos::prelude::*;

use super::MAIN_ID;

/// The frame of pages without login: front page, login, errors, privacy.
///
/// Makes `div.k-frame[data-public]` with skip link, `header.k-top`, `main#innhold` and an
/// optional `footer.k-foot`. No navigation, one column, nothing that asks for attention.
#[component]
pub fn PublicFrame(
    /// The words of the skip link.
    #[prop(into)]
    skip: String,
    /// What stands in the top bar; usually a [`TopBar`](crate::TopBar) without a person.
    #[prop(optional_no_strip, into)]
    top: Option<AnyView>,
    /// What stands at the bottom: privacy, accessibility, languages.
    #[prop(optional_no_strip, into)]
    footer: Option<AnyView>,
    /// The page.
    children: Children,
) -> impl IntoView {
    let footer = footer.map(|footer| view! { <footer class="k-foot">{footer}</footer> });
    view! {
        <div class="k-frame" data-public="">
            <a class="ds-skip-link" href=format!("#{MAIN_ID}")>
                {skip}
            </a>
            <header class="k-top">{top}</header>
            <main class="k-main" id=MAIN_ID tabindex="-1">
                {children()}
            </main>
            {footer}
        </div>
    }
    .into_any()
}
