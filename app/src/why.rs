//! "Why do I see this?" in one sentence, made of what the deciding rule says.

use domain::Lang;
use domain::access::{How, Why};
use domain::org::Offices;

use crate::format;
use crate::i18n::texts;

texts! {
    unit(office: &str, unit: &str) { nb: "Du ser dette fordi du er {office} i {unit}", nn: "Du ser dette fordi du er {office} i {unit}", en: "You see this because you are {office} at {unit}" }
    workplace(office: &str, unit: &str) { nb: "Du ser dette fordi du er {office} i {unit}, for arbeidsplassen der kollegaen jobber", nn: "Du ser dette fordi du er {office} i {unit}, for arbeidsplassen der kollegaen jobbar", en: "You see this because you are {office} at {unit}, for the workplace of this colleague" }
    employer(office: &str, unit: &str) { nb: "Du ser dette fordi du er {office} i {unit}, for hele arbeidsgiveren", nn: "Du ser dette fordi du er {office} i {unit}, for heile arbeidsgivaren", en: "You see this because you are {office} at {unit}, for the whole employer" }
    named(office: &str, unit: &str) { nb: "Du ser dette fordi du er satt opp til å hjelpe akkurat denne personen, som {office} i {unit}", nn: "Du ser dette fordi du er sett opp til å hjelpe akkurat denne personen, som {office} i {unit}", en: "You see this because you are named to help this very person, as {office} at {unit}" }
    taking_part(office: &str, unit: &str) { nb: "Du ser dette fordi du jobber med saken, som {office} i {unit}", nn: "Du ser dette fordi du jobbar med saka, som {office} i {unit}", en: "You see this because you work on the case, as {office} at {unit}" }
    until(sentence: &str, date: &str) { nb: "{sentence} til {date}.", nn: "{sentence} til {date}.", en: "{sentence} until {date}." }
}

/// The sentence.
pub(crate) fn sentence(lang: Lang, offices: &Offices, why: &Why) -> String {
    let (office, place) = (offices.name(lang, &why.office), why.unit.as_str());
    let sentence = match why.how {
        How::Unit => unit(lang, office, place),
        How::Workplace => workplace(lang, office, place),
        How::Employer => employer(lang, office, place),
        How::Named => named(lang, office, place),
        How::TakingPart => taking_part(lang, office, place),
    };
    match why.until {
        Some(date) => until(lang, &sentence, &format::date(lang, date)),
        None => format!("{sentence}."),
    }
}
