//! Answers to what a case type asks, in words.

use domain::Lang;
use domain::cases::Said;

use crate::format;

use super::text;

/// An answer as a page shows it.
pub(super) fn said(lang: Lang, said: &Said) -> String {
    match said {
        Said::Date(date) => format::date(lang, *date),
        Said::Option(names) => names.of(lang).to_owned(),
        Said::Yes(true) => text::yes(lang),
        Said::Yes(false) => text::no(lang),
        Said::Words(words) => words.clone(),
    }
}
