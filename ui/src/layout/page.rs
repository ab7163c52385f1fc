//! How wide a page is.

use leptos::prelude::*;

/// How wide the content of a page may be on a desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageWidth {
    /// 44 rem: text, forms, one case.
    #[default]
    Reading,
    /// 72 rem: lists and tables.
    Lists,
}

/// The content of one page, in the right width, with an optional second column.
///
/// Makes `div.k-page[data-width]`. With `aside` it becomes two columns on a desk: the
/// content first in the markup, the aside under it on a phone. The aside is only for what
/// helps the content: who can see this, deadlines.
#[component]
pub fn Page(
    /// How wide.
    #[prop(optional)]
    width: PageWidth,
    /// The second column.
    #[prop(optional_no_strip, into)]
    aside: Option<AnyView>,
    /// What screen readers call the second column.
    #[prop(optional, into)]
    aside_label: crate::Text,
    /// The content.
    children: Children,
) -> impl IntoView {
    let width = match width {
        PageWidth::Reading => "reading",
        PageWidth::Lists => "lists",
    };
    match aside {
        None => view! {
            <div class="k-page" data-width=width>
                {children()}
            </div>
        }
        .into_any(),
        Some(aside) => view! {
            <div class="k-page" data-width=width data-aside="">
                <div class="k-page__main">{children()}</div>
                <aside class="k-page__aside" aria-label=aside_label.get()>
                    {aside}
                </aside>
            </div>
        }
        .into_any(),
    }
}
