//! The catalogue: every word on the screen, in three languages, checked by the compiler.
//!
//! A text is a function of the language and of what varies in it, made by [`texts!`]. Leaving a language out, or
//! naming something that is not there, does not compile; what the browser does not use is not sent to it.
//! Why not a crate: docs/adr/0002-catalogue.md.

pub(crate) mod terms;

/// Makes one function for each text.
///
/// ```ignore
/// texts! {
///     greeting(name: &str) { nb: "Hei, {name}", nn: "Hei, {name}", en: "Hello, {name}" }
/// }
/// ```
macro_rules! texts {
    ($($(#[$when:meta])* $name:ident($($arg:ident: $ty:ty),*) { nb: $nb:literal, nn: $nn:literal, en: $en:literal $(,)? })+) => {
        $(
            $(#[$when])*
            pub(crate) fn $name(lang: domain::Lang $(, $arg: $ty)*) -> String {
                match lang {
                    domain::Lang::Nb => format!($nb),
                    domain::Lang::Nn => format!($nn),
                    domain::Lang::En => format!($en),
                }
            }
        )+
    };
}
pub(crate) use texts;

/// Makes functions from a closed set of codes to words; a new code does not compile until it has its words.
macro_rules! words {
    ($($name:ident($ty:ty) { $($variant:ident { nb: $nb:literal, nn: $nn:literal, en: $en:literal $(,)? })+ })+) => {
        $(
            pub(crate) const fn $name(lang: domain::Lang, code: $ty) -> &'static str {
                match code {
                    $(<$ty>::$variant => match lang {
                        domain::Lang::Nb => $nb,
                        domain::Lang::Nn => $nn,
                        domain::Lang::En => $en,
                    },)+
                }
            }
        )+
    };
}
pub(crate) use words;

texts! {
    product() { nb: "KLAR", nn: "KLAR", en: "KLAR" }
    skip() { nb: "Hopp til innholdet", nn: "Hopp til innhaldet", en: "Skip to the content" }
    main_menu() { nb: "Hovedmeny", nn: "Hovudmeny", en: "Main menu" }
    nav_today() { nb: "I dag", nn: "I dag", en: "Today" }
    nav_cases() { nb: "Saker", nn: "Saker", en: "Cases" }
    nav_members() { nb: "Medlemmer", nn: "Medlemer", en: "Members" }
    nav_more() { nb: "Mer", nn: "Meir", en: "More" }
    page_title(page: &str) { nb: "{page} – KLAR", nn: "{page} – KLAR", en: "{page} – KLAR" }
    page_title_error(page: &str) { nb: "Feil: {page} – KLAR", nn: "Feil: {page} – KLAR", en: "Error: {page} – KLAR" }
    new_case() { nb: "Ny sak", nn: "Ny sak", en: "New case" }
    back() { nb: "Tilbake", nn: "Tilbake", en: "Back" }
    next() { nb: "Fortsett", nn: "Hald fram", en: "Continue" }
    search() { nb: "Søk", nn: "Søk", en: "Search" }
    change() { nb: "Endre", nn: "Endre", en: "Change" }
    optional() { nb: "Valgfritt", nn: "Valfritt", en: "Optional" }
    see_all() { nb: "Se alle", nn: "Sjå alle", en: "See all" }
    not_saved() { nb: "Det du skrev, er ikke lagret.", nn: "Det du skreiv, er ikkje lagra.", en: "What you wrote is not saved." }
    fix_errors() { nb: "For å gå videre må du rette opp dette", nn: "For å gå vidare må du rette opp dette", en: "To go on, please correct this" }
    next_page() { nb: "Neste side", nn: "Neste side", en: "Next page" }
    first_page() { nb: "Til første side", nn: "Til første side", en: "To the first page" }
    pages() { nb: "Sider", nn: "Sider", en: "Pages" }
    show() { nb: "Vis", nn: "Vis", en: "Show" }
    all() { nb: "Alle", nn: "Alle", en: "All" }
    remove_filter() { nb: "Fjern filter", nn: "Fjern filter", en: "Remove filter" }
    clear_filters() { nb: "Vis alle igjen", nn: "Vis alle igjen", en: "Show all again" }
    narrow() { nb: "Velg hva du vil se", nn: "Vel kva du vil sjå", en: "Choose what to see" }
    date_hint() { nb: "Skriv datoen slik: 12.3.2026", nn: "Skriv datoen slik: 12.3.2026", en: "Write the date like this: 12.3.2026" }
    log_out() { nb: "Logg ut", nn: "Logg ut", en: "Log out" }
    language() { nb: "Språk", nn: "Språk", en: "Language" }
}
