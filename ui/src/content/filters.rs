//! What a list is narrowed to, and how to undo it.

use leptos::prelude::*;

use crate::{Icon, IconName, LinkTo, Text};

/// A filter in force, with the address of the list without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// What is filtered: "Åpne saker".
    pub label: String,
    /// The list without this filter.
    pub href: String,
    /// What the link does, for screen readers: "Fjern filter".
    pub remove: String,
}

impl Chip {
    /// A filter in force.
    pub fn new(href: impl Into<String>, label: impl Into<String>, remove: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into(), remove: remove.into() }
    }
}

/// How many there are, what is filtered, and how to undo it.
///
/// Makes `div.k-filters`: the count, the filters in force as links that remove them, and a
/// GET form with the fields, folded in `details` so that the list comes first. Everything is
/// in the address, so it can be kept, shared and gone back from.
#[component]
pub fn Filters(
    /// Where the form is sent: the list itself.
    #[prop(into)]
    action: String,
    /// The words that open the form: "Filtrer".
    #[prop(into)]
    title: String,
    /// The words of the button: "Vis saker".
    #[prop(into)]
    submit: String,
    /// How many there are: "42 saker". Left out where the list itself says so.
    #[prop(optional, into)]
    count: Text,
    /// The filters in force.
    #[prop(optional)]
    chips: Vec<Chip>,
    /// The list without any filter: "Fjern alle filtre".
    #[prop(optional_no_strip, into)]
    clear: Option<LinkTo>,
    /// Whether the form is open from the start.
    #[prop(optional)]
    open: bool,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let active = active_view(chips, clear);
    view! {
        <div class="k-filters">
            {count.get().map(|count| view! { <p class="k-filters__count">{count}</p> })}
            {active}
            <details class="k-filters__form" open=open>
                <summary>
                    <Icon name=IconName::Filter />
                    <span>{title}</span>
                </summary>
                <form class="k-form" method="get" action=action novalidate=true>
                    <div class="k-filters__fields">{children()}</div>
                    <button class="ds-button" type="submit" data-variant="secondary">
                        {submit}
                    </button>
                </form>
            </details>
        </div>
    }
    .into_any()
}

/// The filters in force; nothing when there are none.
fn active_view(chips: Vec<Chip>, clear: Option<LinkTo>) -> AnyView {
    if chips.is_empty() {
        return ().into_any();
    }
    let chips = chips
        .into_iter()
        .map(|chip| {
            let remove = format!("{}: ", chip.remove);
            view! {
                <li>
                    <a class="k-chip" href=chip.href>
                        <span class="ds-sr-only">{remove}</span>
                        <span>{chip.label}</span>
                        <Icon name=IconName::Close />
                    </a>
                </li>
            }
        })
        .collect::<Vec<_>>();
    let clear = clear.map(|link| {
        view! {
            <li>
                <a class="ds-link k-chip__clear" href=link.href>
                    {link.label}
                </a>
            </li>
        }
    });
    view! {
        <ul class="k-chips">
            {chips}
            {clear}
        </ul>
    }
    .into_any()
}
