//! The slim bar at the top.

use leptos::prelude::*;

use crate::{Icon, IconName, LinkTo, Text};

/// Who is logged in, as shown in the top bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name.
    pub name: String,
    /// The office, shown on wide screens only.
    pub office: Text,
    /// Where the name leads: "Meg og vervet mitt".
    pub href: String,
}

impl Person {
    /// A person without an office shown.
    pub fn new(href: impl Into<String>, name: impl Into<String>) -> Self {
        Self { name: name.into(), office: Text::default(), href: href.into() }
    }

    /// The same person with an office.
    #[must_use]
    pub fn office(mut self, office: impl Into<Text>) -> Self {
        self.office = office.into();
        self
    }
}

/// The slim bar: the product's name, search, and the person.
///
/// Makes `div.k-bar` with `a.k-product` and `a.k-bar__link` elements. A long name takes two
/// lines on a phone and is then cut off; it is whole on the page it leads to.
#[component]
pub fn TopBar(
    /// The product's name.
    #[prop(into)]
    product: String,
    /// Where the name leads.
    #[prop(into)]
    home: String,
    /// The search page.
    #[prop(optional_no_strip, into)]
    search: Option<LinkTo>,
    /// Who is logged in.
    #[prop(optional_no_strip, into)]
    person: Option<Person>,
    /// Anything else on the right, for example a link to log in.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let search = search.map(|link| {
        view! {
            <a class="k-bar__link" href=link.href>
                <Icon name=IconName::Search />
                <span>{link.label}</span>
            </a>
        }
    });
    let person = person.map(|person| {
        let office = person.office.get().map(|office| view! { <span class="k-bar__office">{office}</span> });
        view! {
            <a class="k-bar__link k-bar__person" href=person.href>
                <Icon name=IconName::Person />
                <span class="k-bar__who">
                    <span class="k-bar__name">{person.name}</span>
                    {office}
                </span>
            </a>
        }
    });
    view! {
        <div class="k-bar">
            <a class="k-product" href=home>
                {product}
            </a>
            <div class="k-bar__tools">
                {search} {person} {children.map(|children| children())}
            </div>
        </div>
    }
    .into_any()
}
