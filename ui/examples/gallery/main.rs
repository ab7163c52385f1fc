//! Every component, on pages like the real ones, as static HTML on stdout.
//!
//! `cargo run -p ui --example gallery -- saker > saker.html`; without a name, the page with
//! all components. The pages link `/pkg/klar.css` and the font in `/fonts`, as the app does.

mod all;
mod case;
mod fields;
mod guide;
mod lists;

use std::io::Write;

use leptos::prelude::*;
use ui::{AppFrame, IconName, LinkTo, NavItem, Person, PublicFrame, TopBar};

/// What draws a page.
type Draw = fn() -> AnyView;

/// The pages by name. `alt` has every component.
const PAGES: [(&str, Draw); 11] = [
    ("alt", all::everything),
    ("i-dag", lists::today),
    ("saker", lists::cases),
    ("tom", lists::empty),
    ("medlemmer", lists::members),
    ("sak", case::case),
    ("medlem", case::member),
    ("sporsmal", guide::question),
    ("oppsummering", guide::summary),
    ("feil", fields::errors),
    ("forside", lists::front),
];

fn main() -> std::io::Result<()> {
    let wanted = std::env::args().nth(1).unwrap_or_else(|| "alt".to_owned());
    let Some((name, page)) = PAGES.into_iter().find(|(name, _)| *name == wanted) else {
        let names = PAGES.map(|(name, _)| name).join(", ");
        return Err(std::io::Error::other(format!("no such page; there are {names}")));
    };
    let body = Owner::new().with(|| {
        let page = page();
        if name == "forside" { page.to_html() } else { frame(name, page).to_html() }
    });
    write!(
        std::io::stdout(),
        "<!DOCTYPE html>\n<html lang=\"nb\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">\n\
         <title>{name} – KLAR</title>\n\
         <link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">\n\
         <link rel=\"preload\" href=\"/fonts/source-sans-3-latin.woff2\" as=\"font\" type=\"font/woff2\" crossorigin>\n\
         <link rel=\"stylesheet\" href=\"/pkg/klar.css\">\n</head>\n<body>{body}</body>\n</html>\n"
    )
}

/// The frame of a page behind login.
fn frame(name: &str, page: AnyView) -> AnyView {
    let place = match name {
        "i-dag" => "/",
        "medlem" | "medlemmer" => "/medlemmer",
        "alt" => "/mer",
        _ => "/saker",
    };
    let nav = [
        ("/", "I dag", IconName::Today),
        ("/saker", "Saker", IconName::Cases),
        ("/medlemmer", "Medlemmer", IconName::Members),
        ("/mer", "Mer", IconName::More),
    ]
    .into_iter()
    .map(|(href, label, icon)| NavItem::new(href, label, icon).current(href == place))
    .collect::<Vec<_>>();
    let top = view! {
        <TopBar
            product="KLAR"
            home="/"
            search=LinkTo::new("/sok", "Søk")
            person=Person::new("/meg", "Kari Nordmann").office("Klubbleder, Sjøkanten sykehjem")
        />
    };
    view! {
        <AppFrame skip="Hopp til innholdet" nav_label="Hovedmeny" nav top=top.into_any()>
            {page}
        </AppFrame>
    }
    .into_any()
}

/// The frame of a page without login.
fn public(page: AnyView) -> AnyView {
    let top = view! { <TopBar product="KLAR" home="/" /> }.into_any();
    let footer = view! {
        <div>
            <a href="/personvern">"Personvern"</a>
            <a href="/tilgjengelighet">"Tilgjengelighet"</a>
            <a href="/?lang=nn" lang="nn">
                "Nynorsk"
            </a>
            <a href="/?lang=en" lang="en">
                "English"
            </a>
        </div>
    };
    view! {
        <PublicFrame skip="Hopp til innholdet" top footer=footer.into_any()>
            {page}
        </PublicFrame>
    }
    .into_any()
}
