//! What stood somewhere before it was changed: folded away under what stands there now.

use domain::{Earlier, Lang};
use leptos::prelude::*;
use ui::{Details, Fact, Facts};

use crate::format;
use crate::i18n::texts;

texts! {
    title() { nb: "Tidligere tekst", nn: "Tidlegare tekst", en: "Earlier text" }
    stood_until(when: &str, by: &str) { nb: "Sto her til {when}, da {by} endret det", nn: "Stod her til {when}, då {by} endra det", en: "Stood here until {when}, when {by} changed it" }
}

/// Each with when it was changed and by whom; nothing when nothing was.
pub(crate) fn folded<T>(lang: Lang, earlier: &[Earlier<T>], show: impl Fn(&T) -> AnyView) -> Option<AnyView> {
    let each = |one: &Earlier<T>| {
        let stood = stood_until(lang, &format::time(lang, one.until), &one.changed_by);
        view! {
            <p class="k-meta">{stood}</p>
            {show(&one.was)}
        }
    };
    let all: Vec<_> = earlier.iter().map(each).collect();
    (!all.is_empty()).then(|| view! { <Details summary=title(lang)>{all}</Details> }.into_any())
}

/// A text, as it was written.
pub(crate) fn text(text: &str) -> AnyView {
    let text = text.to_owned();
    view! { <p class="k-prose">{text}</p> }.into_any()
}

/// What stood in several fields, each with its label; what was empty is left out.
pub(crate) fn lines(told: Vec<(String, String)>) -> AnyView {
    let told = told.into_iter().filter(|(_, said)| !said.trim().is_empty());
    let facts: Vec<_> = told.map(|(label, said)| view! { <Fact label=label><span class="k-prose">{said}</span></Fact> }).collect();
    view! { <Facts>{facts}</Facts> }.into_any()
}
