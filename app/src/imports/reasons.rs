//! Why a line of a registry file cannot be used, or should be looked at.
//!
//! Bokmål is word for word what the command line and docs/registry-format.md say; a test holds them together.

use domain::Lang;
use domain::org::{Offices, UnitKind};
use domain::registry::Reason;

use crate::i18n::{texts, words};

words! {
    a_unit(UnitKind) {
        Union { nb: "forbund", nn: "forbund", en: "union" }
        County { nb: "fylkeskrets", nn: "fylkeskrins", en: "county district" }
        Local { nb: "fagforening", nn: "fagforeining", en: "local union" }
        Club { nb: "klubb", nn: "klubb", en: "club" }
        Advisory { nb: "kompetansesenter", nn: "kompetansesenter", en: "advisory centre" }
        Legal { nb: "juridisk avdeling", nn: "juridisk avdeling", en: "legal department" }
    }
}

texts! {
    line_too_long() { nb: "linjen er for lang", nn: "linja er for lang", en: "the line is too long" }
    not_utf8() { nb: "linjen er ikke skrevet i UTF-8", nn: "linja er ikkje skriven i UTF-8", en: "the line is not written in UTF-8" }
    not_json() { nb: "linjen er ikke ett gyldig JSON-objekt", nn: "linja er ikkje eitt gyldig JSON-objekt", en: "the line is not one valid JSON object" }
    unknown_type(name: &str) { nb: "ukjent type «{name}»", nn: "ukjend type «{name}»", en: "unknown type “{name}”" }
    missing_field(field: &str) { nb: "mangler feltet «{field}»", nn: "manglar feltet «{field}»", en: "the field “{field}” is missing" }
    unknown_field(field: &str) { nb: "ukjent felt «{field}»", nn: "ukjent felt «{field}»", en: "unknown field “{field}”" }
    duplicate_field(field: &str) { nb: "feltet «{field}» står to ganger", nn: "feltet «{field}» står to gonger", en: "the field “{field}” is there twice" }
    wrong_type(field: &str) { nb: "feltet «{field}» har feil slags verdi", nn: "feltet «{field}» har feil slags verdi", en: "the field “{field}” has the wrong kind of value" }
    unknown_code(field: &str) { nb: "feltet «{field}» har en kode som ikke finnes", nn: "feltet «{field}» har ein kode som ikkje finst", en: "the field “{field}” has a code that does not exist" }
    invalid_date(field: &str) { nb: "feltet «{field}» er ikke en dato på formen ÅÅÅÅ-MM-DD", nn: "feltet «{field}» er ikkje ein dato på forma ÅÅÅÅ-MM-DD", en: "the field “{field}” is not a date written YYYY-MM-DD" }
    invalid_org_number(field: &str) { nb: "feltet «{field}» er ikke et organisasjonsnummer", nn: "feltet «{field}» er ikkje eit organisasjonsnummer", en: "the field “{field}” is not an organisation number" }
    invalid_id(field: &str) { nb: "feltet «{field}» kan ha høyst 64 tegn, og bare bokstavene a–z, tall, punktum, strek og understrek", nn: "feltet «{field}» kan ha høgst 64 teikn, og berre bokstavane a–z, tal, punktum, strek og understrek", en: "the field “{field}” may have at most 64 characters, and only the letters a–z, digits, full stop, hyphen and underscore" }
    out_of_range(field: &str) { nb: "feltet «{field}» må være et helt tall fra 0 til 100", nn: "feltet «{field}» må vere eit heilt tal frå 0 til 100", en: "the field “{field}” must be a whole number from 0 to 100" }
    empty(field: &str) { nb: "feltet «{field}» er tomt", nn: "feltet «{field}» er tomt", en: "the field “{field}” is empty" }
    too_long(field: &str) { nb: "feltet «{field}» er for langt", nn: "feltet «{field}» er for langt", en: "the field “{field}” is too long" }
    control_character(field: &str) { nb: "feltet «{field}» inneholder styretegn", nn: "feltet «{field}» inneheld styreteikn", en: "the field “{field}” has control characters in it" }
    not_eleven_digits() { nb: "fødselsnummeret har ikke elleve sifre", nn: "fødselsnummeret har ikkje elleve siffer", en: "the national id does not have eleven digits" }
    not_a_date() { nb: "fødselsnummeret begynner ikke med en dato", nn: "fødselsnummeret byrjar ikkje med ein dato", en: "the national id does not begin with a date" }
    wrong_check_digits() { nb: "fødselsnummeret har feil kontrollsiffer", nn: "fødselsnummeret har feil kontrollsiffer", en: "the national id has wrong check digits" }
    synthetic_not_accepted() { nb: "fødselsnummeret er oppdiktet, og slike tas ikke imot her", nn: "fødselsnummeret er oppdikta, og slike blir ikkje tekne imot her", en: "the national id is invented, and such ids are not taken here" }
    real_not_accepted() { nb: "fødselsnummeret kan tilhøre en virkelig person, og slike tas ikke imot her", nn: "fødselsnummeret kan høyre til ein verkeleg person, og slike blir ikkje tekne imot her", en: "the national id may be a real person’s, and such ids are not taken here" }
    no_union() { nb: "filen har ikke noe forbund", nn: "fila har ikkje noko forbund", en: "the file has no union" }
    second_union() { nb: "filen har mer enn ett forbund", nn: "fila har meir enn eitt forbund", en: "the file has more than one union" }
    duplicate_id(id: &str) { nb: "identifikatoren «{id}» er brukt på en tidligere linje av samme type", nn: "identifikatoren «{id}» er brukt på ei tidlegare linje av same type", en: "the identifier “{id}” is used on an earlier line of the same type" }
    duplicate_national_id() { nb: "fødselsnummeret er brukt på en tidligere linje", nn: "fødselsnummeret er brukt på ei tidlegare linje", en: "the national id is used on an earlier line" }
    duplicate_coverage() { nb: "klubben dekker allerede denne arbeidsgiveren", nn: "klubben dekkjer alt denne arbeidsgivaren", en: "the club covers this employer already" }
    missing_parent() { nb: "enheten mangler en enhet over seg", nn: "eininga manglar ei eining over seg", en: "the unit has no unit above it" }
    unknown_parent(id: &str) { nb: "enheten over, «{id}», finnes ikke i filen", nn: "eininga over, «{id}», finst ikkje i fila", en: "the unit above, “{id}”, is not in the file" }
    misplaced_unit(kind: &str, parent: &str) { nb: "en enhet av slaget «{kind}» kan ikke ligge under «{parent}»", nn: "ei eining av slaget «{kind}» kan ikkje liggje under «{parent}»", en: "a unit of the kind “{kind}” cannot be under “{parent}”" }
    a_loop() { nb: "enheten ligger under seg selv", nn: "eininga ligg under seg sjølv", en: "the unit is under itself" }
    unknown_unit(id: &str) { nb: "enheten «{id}» finnes ikke i filen", nn: "eininga «{id}» finst ikkje i fila", en: "the unit “{id}” is not in the file" }
    unknown_member(id: &str) { nb: "medlemmet «{id}» finnes ikke i filen", nn: "medlemen «{id}» finst ikkje i fila", en: "the member “{id}” is not in the file" }
    unknown_mandate(id: &str) { nb: "vervet «{id}» finnes ikke i filen", nn: "vervet «{id}» finst ikkje i fila", en: "the office held “{id}” is not in the file" }
    unknown_employer(number: &str) { nb: "organisasjonsnummeret {number} er ukjent", nn: "organisasjonsnummeret {number} er ukjent", en: "the organisation number {number} is unknown" }
    unknown_local(id: &str) { nb: "fagforeningen «{id}» finnes ikke i filen", nn: "fagforeininga «{id}» finst ikkje i fila", en: "the local union “{id}” is not in the file" }
    not_a_local(id: &str) { nb: "enheten «{id}» er ikke en fagforening", nn: "eininga «{id}» er ikkje ei fagforeining", en: "the unit “{id}” is not a local union" }
    coverage_not_by_club(id: &str) { nb: "enheten «{id}» er ikke en klubb, og bare klubber dekker arbeidsgivere", nn: "eininga «{id}» er ikkje ein klubb, og berre klubbar dekkjer arbeidsgivarar", en: "the unit “{id}” is not a club, and only clubs cover employers" }
    office_not_held_here(office: &str, kind: &str) { nb: "vervet {office} finnes ikke på en enhet av slaget «{kind}»", nn: "vervet {office} finst ikkje på ei eining av slaget «{kind}»", en: "the office {office} is not held at a unit of the kind “{kind}”" }
    substitute_for_itself() { nb: "vervet kan ikke være vara for seg selv", nn: "vervet kan ikkje vere vara for seg sjølv", en: "the office cannot be a substitute for itself" }
    ends_before_start() { nb: "siste dag er før første dag", nn: "siste dag er før første dag", en: "the last day is before the first" }
    revoked_after_end() { nb: "vervet var allerede over da det ble tatt tilbake", nn: "vervet var alt over då det blei teke tilbake", en: "the mandate was already over when it was taken back" }
    mandate_of_another(id: &str) { nb: "vervet «{id}» tilhører en annen person; et nytt verv må ha en ny identifikator", nn: "vervet «{id}» høyrer til ein annan person; eit nytt verv må ha ein ny identifikator", en: "the mandate “{id}” is another person's; a new one needs an id of its own" }
    second_holder(office: &str) { nb: "enheten har allerede noen i vervet {office}, og bare én kan ha det om gangen", nn: "eininga har alt nokon i vervet {office}, og berre éin kan ha det om gongen", en: "the unit already has somebody in the office {office}, and only one can hold it at a time" }
    replaced_by_itself() { nb: "enheten kan ikke være erstattet av seg selv", nn: "eininga kan ikkje vere erstatta av seg sjølv", en: "the unit cannot be replaced by itself" }
    unit_has_ended(id: &str) { nb: "enheten «{id}» er erstattet av en annen", nn: "eininga «{id}» er erstatta av ei anna", en: "the unit “{id}” has been replaced by another" }
    still_in_use(id: &str) { nb: "enheten «{id}» er avsluttet, men noe hører fortsatt til den", nn: "eininga «{id}» er avslutta, men noko høyrer framleis til ho", en: "the unit “{id}” has ended, but something still belongs to it" }
    second_file_line() { nb: "filen har mer enn én linje av typen «file»", nn: "fila har meir enn éi linje av typen «file»", en: "the file has more than one line of the type “file”" }
    end_in_full_file() { nb: "bare en endringsfil kan ha linjer av typen «end»", nn: "berre ei endringsfil kan ha linjer av typen «end»", en: "only a file of changes can have lines of the type “end”" }
    ended_and_written(id: &str) { nb: "«{id}» er både avsluttet og skrevet i samme fil", nn: "«{id}» er både avslutta og skriven i same fil", en: "“{id}” is both ended and written in the same file" }
    unknown_employment(id: &str) { nb: "arbeidsforholdet «{id}» er ukjent", nn: "arbeidsforholdet «{id}» er ukjent", en: "the employment “{id}” is unknown" }
    unknown_coverage() { nb: "klubben dekker ikke denne arbeidsgiveren", nn: "klubben dekkjer ikkje denne arbeidsgivaren", en: "the club does not cover this employer" }
    unknown_office(office: &str) { nb: "forbundet har ikke noe verv med koden «{office}»; en administrator kan legge det til i innstillingene", nn: "forbundet har ikkje noko verv med koden «{office}»; ein administrator kan leggje det til i innstillingane", en: "the union has no office with the code “{office}”; an administrator can add it in the settings" }
    empty_file() { nb: "filen er tom", nn: "fila er tom", en: "the file is empty" }
    unknown_file(name: &str) { nb: "en CSV-fil kan ikke hete «{name}»", nn: "ei CSV-fil kan ikkje heite «{name}»", en: "a CSV file cannot be called “{name}”" }
    missing_columns(names: &str) { nb: "overskriften mangler kolonnene {names}", nn: "overskrifta manglar kolonnane {names}", en: "the heading lacks the columns {names}" }
    wrong_delimiter() { nb: "kolonnene skal være skilt med semikolon", nn: "kolonnane skal vere skilde med semikolon", en: "the columns are to be separated by semicolons" }
    wrong_number_of_fields() { nb: "linjen har et annet antall felter enn overskriften", nn: "linja har eit anna tal på felt enn overskrifta", en: "the line has another number of fields than the heading" }
    unclosed_quote() { nb: "et anførselstegn blir aldri lukket", nn: "eit hermeteikn blir aldri lukka", en: "a quotation mark is never closed" }
    cut_short() { nb: "filen er kuttet av", nn: "fila er kutta av", en: "the file is cut off" }
    closed_employer(number: &str) { nb: "virksomheten {number} er nedlagt eller slettet i registeret", nn: "verksemda {number} er nedlagd eller sletta i registeret", en: "the business {number} has been closed down or deleted in the register" }
}

/// The reason as a sentence.
pub(crate) fn reason(lang: Lang, offices: &Offices, reason: &Reason) -> String {
    match reason {
        Reason::LineTooLong => line_too_long(lang),
        Reason::NotUtf8 => not_utf8(lang),
        Reason::NotJson => not_json(lang),
        Reason::UnknownType { name } => unknown_type(lang, name),
        Reason::MissingField { field } => missing_field(lang, field),
        Reason::UnknownField { field } => unknown_field(lang, field),
        Reason::DuplicateField { field } => duplicate_field(lang, field),
        Reason::WrongType { field } => wrong_type(lang, field),
        Reason::UnknownCode { field } => unknown_code(lang, field),
        Reason::InvalidDate { field } => invalid_date(lang, field),
        Reason::InvalidOrgNumber { field } => invalid_org_number(lang, field),
        Reason::InvalidId { field } => invalid_id(lang, field),
        Reason::OutOfRange { field } => out_of_range(lang, field),
        Reason::Empty { field } => empty(lang, field),
        Reason::TooLong { field } => too_long(lang, field),
        Reason::ControlCharacter { field } => control_character(lang, field),
        Reason::NotElevenDigits => not_eleven_digits(lang),
        Reason::NotADate => not_a_date(lang),
        Reason::WrongCheckDigits => wrong_check_digits(lang),
        Reason::SyntheticNotAccepted => synthetic_not_accepted(lang),
        Reason::RealNotAccepted => real_not_accepted(lang),
        Reason::NoUnion => no_union(lang),
        Reason::SecondUnion => second_union(lang),
        Reason::DuplicateId { id } => duplicate_id(lang, id),
        Reason::DuplicateNationalId => duplicate_national_id(lang),
        Reason::DuplicateCoverage => duplicate_coverage(lang),
        Reason::MissingParent => missing_parent(lang),
        Reason::UnknownParent { id } => unknown_parent(lang, id),
        Reason::MisplacedUnit { kind, parent } => misplaced_unit(lang, a_unit(lang, *kind), a_unit(lang, *parent)),
        Reason::Loop => a_loop(lang),
        Reason::UnknownUnit { id } => unknown_unit(lang, id),
        Reason::UnknownMember { id } => unknown_member(lang, id),
        Reason::UnknownMandate { id } => unknown_mandate(lang, id),
        Reason::UnknownEmployer { number } => unknown_employer(lang, &number.spaced()),
        Reason::UnknownLocal { id } => unknown_local(lang, id),
        Reason::NotALocal { id } => not_a_local(lang, id),
        Reason::CoverageNotByClub { id } => coverage_not_by_club(lang, id),
        Reason::OfficeNotHeldHere { office, kind } => office_not_held_here(lang, offices.name(lang, office), a_unit(lang, *kind)),
        Reason::SubstituteForItself => substitute_for_itself(lang),
        Reason::EndsBeforeStart => ends_before_start(lang),
        Reason::RevokedAfterEnd => revoked_after_end(lang),
        Reason::SecondHolder { office } => second_holder(lang, offices.name(lang, office)),
        Reason::MandateOfAnother { id } => mandate_of_another(lang, id),
        Reason::ReplacedByItself => replaced_by_itself(lang),
        Reason::UnitHasEnded { id } => unit_has_ended(lang, id),
        Reason::StillInUse { id } => still_in_use(lang, id),
        Reason::SecondFileLine => second_file_line(lang),
        Reason::EndInFullFile => end_in_full_file(lang),
        Reason::EndedAndWritten { id } => ended_and_written(lang, id),
        Reason::UnknownEmployment { id } => unknown_employment(lang, id),
        Reason::UnknownCoverage => unknown_coverage(lang),
        Reason::UnknownOffice { office } => unknown_office(lang, office),
        Reason::EmptyFile => empty_file(lang),
        Reason::UnknownFile { name } => unknown_file(lang, name),
        Reason::MissingColumns { names } => missing_columns(lang, names),
        Reason::WrongDelimiter => wrong_delimiter(lang),
        Reason::WrongNumberOfFields => wrong_number_of_fields(lang),
        Reason::UnclosedQuote => unclosed_quote(lang),
        Reason::CutShort => cut_short(lang),
        Reason::ClosedEmployer { number } => closed_employer(lang, &number.spaced()),
    }
}

#[cfg(test)]
mod tests {
    use domain::identity::OrgNumber;
    use domain::org::Office;

    use super::*;

    /// One of each.
    fn one_of_each() -> Vec<Reason> {
        let (name, field, id) = (|| "navn".to_owned(), || "felt".to_owned(), || "x1".to_owned());
        let number: OrgNumber = "974760673".parse().unwrap();
        let (office, kind) = (Office::CLUB_LEADER, UnitKind::Local);
        vec![
            Reason::LineTooLong,
            Reason::NotUtf8,
            Reason::NotJson,
            Reason::UnknownType { name: name() },
            Reason::MissingField { field: field() },
            Reason::UnknownField { field: field() },
            Reason::DuplicateField { field: field() },
            Reason::WrongType { field: field() },
            Reason::UnknownCode { field: field() },
            Reason::InvalidDate { field: field() },
            Reason::InvalidOrgNumber { field: field() },
            Reason::InvalidId { field: field() },
            Reason::OutOfRange { field: field() },
            Reason::Empty { field: field() },
            Reason::TooLong { field: field() },
            Reason::ControlCharacter { field: field() },
            Reason::NotElevenDigits,
            Reason::NotADate,
            Reason::WrongCheckDigits,
            Reason::SyntheticNotAccepted,
            Reason::RealNotAccepted,
            Reason::NoUnion,
            Reason::SecondUnion,
            Reason::DuplicateId { id: id() },
            Reason::DuplicateNationalId,
            Reason::DuplicateCoverage,
            Reason::MissingParent,
            Reason::UnknownParent { id: id() },
            Reason::MisplacedUnit { kind, parent: UnitKind::Legal },
            Reason::Loop,
            Reason::UnknownUnit { id: id() },
            Reason::UnknownMember { id: id() },
            Reason::UnknownMandate { id: id() },
            Reason::UnknownEmployer { number },
            Reason::UnknownLocal { id: id() },
            Reason::NotALocal { id: id() },
            Reason::CoverageNotByClub { id: id() },
            Reason::OfficeNotHeldHere { office, kind },
            Reason::SubstituteForItself,
            Reason::EndsBeforeStart,
            Reason::RevokedAfterEnd,
            Reason::SecondHolder { office },
            Reason::MandateOfAnother { id: id() },
            Reason::ReplacedByItself,
            Reason::UnitHasEnded { id: id() },
            Reason::StillInUse { id: id() },
            Reason::SecondFileLine,
            Reason::EndInFullFile,
            Reason::EndedAndWritten { id: id() },
            Reason::UnknownEmployment { id: id() },
            Reason::UnknownCoverage,
            Reason::UnknownOffice { office: "VARA".to_owned() },
            Reason::EmptyFile,
            Reason::UnknownFile { name: name() },
            Reason::MissingColumns { names: "a, b".to_owned() },
            Reason::WrongDelimiter,
            Reason::WrongNumberOfFields,
            Reason::UnclosedQuote,
            Reason::CutShort,
            Reason::ClosedEmployer { number },
        ]
    }

    #[test]
    fn bokmal_is_what_the_command_line_says_but_for_codes() {
        for one in one_of_each() {
            let said = reason(Lang::Nb, Offices::standard(), &one);
            match one {
                Reason::MisplacedUnit { .. } | Reason::OfficeNotHeldHere { .. } | Reason::SecondHolder { .. } => {
                    assert!(!said.contains("KLUBBLEDER") && !said.contains("club") && !said.contains("local"), "{said}");
                }
                one => assert_eq!(said, one.to_string()),
            }
        }
    }

    #[test]
    fn every_language_says_it_in_its_own_words_and_keeps_what_it_is_about() {
        for one in one_of_each() {
            let [nb, nn, en] = [Lang::Nb, Lang::Nn, Lang::En].map(|lang| reason(lang, Offices::standard(), &one));
            assert!(en != nb && en != nn, "{nb}");
            for word in ["navn", "felt»", "x1", "974 760 673", "a, b", "VARA"].into_iter().filter(|word| nb.contains(word)) {
                assert!(nn.contains(word), "{nn}");
                assert!(en.contains(word.trim_end_matches('»')) || word == "felt»" && en.contains("“felt”"), "{en}");
            }
        }
    }
}
