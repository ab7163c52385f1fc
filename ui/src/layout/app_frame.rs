//! The frame of every page behind login.

use leptos::prelude::*;

use super::MAIN_ID;
use crate::{Icon, IconName};

/// One of the places in the bottom bar (phone) or the left rail (desk).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavItem {
    /// The address.
    pub href: String,
    /// The word under the icon.
    pub label: String,
    /// The icon.
    pub icon: IconName,
    /// Whether the page belongs to this place.
    pub current: bool,
}

impl NavItem {
    /// A place that is not the current one.
    pub fn new(href: impl Into<String>, label: impl Into<String>, icon: IconName) -> Self {
        Self { href: href.into(), label: label.into(), icon, current: false }
    }

    /// The same place, marked as current when `current` is true.
    #[must_use]
    pub fn current(mut self, current: bool) -> Self {
        self.current = current;
        self
    }
}

/// The frame of every page behind login: skip link, top bar, the places, and `main`.
///
/// Makes `div.k-frame` with `a.ds-skip-link`, `header.k-top`, `nav.k-nav > ul` and
/// `main#innhold`. The navigation stands before `main` in the markup and is moved to the
/// bottom of the screen by CSS on a phone, so the tab order is the same everywhere.
#[component]
pub fn AppFrame(
    /// The words of the skip link, for example "Hopp til innholdet".
    #[prop(into)]
    skip: String,
    /// What screen readers call the navigation, for example "Hovedmeny".
    #[prop(into)]
    nav_label: String,
    /// The places, four of them.
    nav: Vec<NavItem>,
    /// What stands in the top bar; usually a [`TopBar`](crate::TopBar).
    #[prop(optional_no_strip, into)]
    top: Option<AnyView>,
    /// The page.
    children: Children,
) -> impl IntoView {
    let places = nav
        .into_iter()
        .map(|item| {
            view! {
                <li>
                    <a href=item.href aria-current=item.current.then_some("page")>
                        <Icon name=item.icon />
                        <span>{item.label}</span>
                    </a>
                </li>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <div class="k-frame">
            <a class="ds-skip-link" href=format!("#{MAIN_ID}")>
                {skip}
            </a>
            <header class="k-top">{top}</header>
            <nav class="k-nav" aria-label=nav_label>
                <ul>{places}</ul>
            </nav>
            <main class="k-main" id=MAIN_ID tabindex="-1">
                {children()}
            </main>
        </div>
    }
    .into_any()
}
