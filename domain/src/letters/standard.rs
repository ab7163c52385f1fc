//! The templates that the portal comes with, in the order in which a person would list them.

use std::sync::LazyLock;

use crate::cases::CaseType;

use super::template::Template;

/// Each file, by what errors call it.
const FILES: [(&str, &str); 13] = [
    ("krav_forhandling", include_str!("standard/krav_forhandling.txt")),
    ("krav_drofting", include_str!("standard/krav_drofting.txt")),
    ("krav_innsyn", include_str!("standard/krav_innsyn.txt")),
    ("krav_lonn", include_str!("standard/krav_lonn.txt")),
    ("krav_stilling", include_str!("standard/krav_stilling.txt")),
    ("foresporsel_14_8a", include_str!("standard/foresporsel_14_8a.txt")),
    ("fullmakt", include_str!("standard/fullmakt.txt")),
    ("referat", include_str!("standard/referat.txt")),
    ("referat_drofting", include_str!("standard/referat_drofting.txt")),
    ("protokoll", include_str!("standard/protokoll.txt")),
    ("uenighetsprotokoll", include_str!("standard/uenighetsprotokoll.txt")),
    ("melding_tillitsvalgt", include_str!("standard/melding_tillitsvalgt.txt")),
    ("oversendelse", include_str!("standard/oversendelse.txt")),
];

/// A test reads each of them; one that were broken after all would be missing.
static TEMPLATES: LazyLock<Vec<Template>> =
    LazyLock::new(|| FILES.iter().filter_map(|(name, file)| Template::parse(name, file).ok()).collect());

/// All of them.
pub fn standard() -> &'static [Template] {
    &TEMPLATES
}

/// One of them.
pub fn template(code: &str) -> Option<&'static Template> {
    standard().iter().find(|template| template.code == code)
}

/// All of them, those suggested for a type of case first.
pub fn suggested(case_type: CaseType) -> Vec<&'static Template> {
    let (mut first, rest): (Vec<_>, Vec<_>) = standard().iter().partition(|template| template.suggested.contains(&case_type));
    first.extend(rest);
    first
}

#[cfg(test)]
pub(super) fn files() -> &'static [(&'static str, &'static str)] {
    &FILES
}
