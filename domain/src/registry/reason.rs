//! Why a line is rejected, as a code for programs and a sentence for people.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::identity::{NationalIdError, OrgNumber};
use crate::org::{Office, UnitKind};

/// A rejected line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejected {
    /// Its number in the file, from 1; 0 when the reason is about the whole file.
    pub line: u64,
    /// Why.
    pub reason: Reason,
}

/// Why a line, or the file, is rejected.
///
/// Holds field names, record ids, organisation numbers and codes, never a national id, a name or any other text
/// from the file. Stored as `{"code": "missing_field", "field": "name"}`; codes are added to, never changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant is explained by its sentence in `Display`, and its fields by their names")]
pub enum Reason {
    // What one line says.
    LineTooLong,
    NotUtf8,
    NotJson,
    UnknownType { name: String },
    MissingField { field: String },
    UnknownField { field: String },
    DuplicateField { field: String },
    WrongType { field: String },
    UnknownCode { field: String },
    InvalidDate { field: String },
    InvalidOrgNumber { field: String },
    InvalidId { field: String },
    OutOfRange { field: String },
    Empty { field: String },
    TooLong { field: String },
    ControlCharacter { field: String },
    NotElevenDigits,
    NotADate,
    WrongCheckDigits,
    SyntheticNotAccepted,
    RealNotAccepted,
    // What the lines say together.
    NoUnion,
    SecondUnion,
    DuplicateId { id: String },
    DuplicateNationalId,
    DuplicateCoverage,
    MissingParent,
    UnknownParent { id: String },
    MisplacedUnit { kind: UnitKind, parent: UnitKind },
    Loop,
    UnknownUnit { id: String },
    UnknownMember { id: String },
    UnknownMandate { id: String },
    UnknownEmployer { number: OrgNumber },
    UnknownLocal { id: String },
    NotALocal { id: String },
    CoverageNotByClub { id: String },
    OfficeNotHeldHere { office: Office, kind: UnitKind },
    SubstituteForItself,
    EndsBeforeStart,
    RevokedAfterEnd,
    SecondHolder { office: Office },
    MandateOfAnother { id: String },
    ReplacedByItself,
    UnitHasEnded { id: String },
    StillInUse { id: String },
    SecondFileLine,
    EndInFullFile,
    EndedAndWritten { id: String },
    UnknownEmployment { id: String },
    UnknownCoverage,
    UnknownOffice { office: String },
    // What files other than lines of JSON can have wrong.
    EmptyFile,
    UnknownFile { name: String },
    MissingColumns { names: String },
    WrongDelimiter,
    WrongNumberOfFields,
    UnclosedQuote,
    CutShort,
    // What is only worth a warning.
    ClosedEmployer { number: OrgNumber },
}

/// `text` if it can be repeated in a report. Eleven digits may be a national id that somebody used as an
/// identifier, and anything but a short plain word may be a value that slipped into the wrong place.
pub fn quotable(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if !text.is_empty() && text.len() <= 64 && text.chars().all(plain) && digits != 11 { text.to_owned() } else { "…".to_owned() }
}

impl From<NationalIdError> for Reason {
    fn from(error: NationalIdError) -> Self {
        match error {
            NationalIdError::NotElevenDigits => Self::NotElevenDigits,
            NationalIdError::NotADate => Self::NotADate,
            NationalIdError::WrongCheckDigits => Self::WrongCheckDigits,
            NationalIdError::SyntheticNotAccepted => Self::SyntheticNotAccepted,
            NationalIdError::RealNotAccepted => Self::RealNotAccepted,
        }
    }
}

/// Plain Norwegian, for the report of an import.
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LineTooLong => write!(f, "linjen er for lang"),
            Self::NotUtf8 => write!(f, "linjen er ikke skrevet i UTF-8"),
            Self::NotJson => write!(f, "linjen er ikke ett gyldig JSON-objekt"),
            Self::UnknownType { name } => write!(f, "ukjent type «{name}»"),
            Self::MissingField { field } => write!(f, "mangler feltet «{field}»"),
            Self::UnknownField { field } => write!(f, "ukjent felt «{field}»"),
            Self::DuplicateField { field } => write!(f, "feltet «{field}» står to ganger"),
            Self::WrongType { field } => write!(f, "feltet «{field}» har feil slags verdi"),
            Self::UnknownCode { field } => write!(f, "feltet «{field}» har en kode som ikke finnes"),
            Self::InvalidDate { field } => write!(f, "feltet «{field}» er ikke en dato på formen ÅÅÅÅ-MM-DD"),
            Self::InvalidOrgNumber { field } => write!(f, "feltet «{field}» er ikke et organisasjonsnummer"),
            Self::InvalidId { field } => {
                write!(f, "feltet «{field}» kan ha høyst 64 tegn, og bare bokstavene a–z, tall, punktum, strek og understrek")
            }
            Self::OutOfRange { field } => write!(f, "feltet «{field}» må være et helt tall fra 0 til 100"),
            Self::Empty { field } => write!(f, "feltet «{field}» er tomt"),
            Self::TooLong { field } => write!(f, "feltet «{field}» er for langt"),
            Self::ControlCharacter { field } => write!(f, "feltet «{field}» inneholder styretegn"),
            Self::NotElevenDigits => write!(f, "fødselsnummeret har ikke elleve sifre"),
            Self::NotADate => write!(f, "fødselsnummeret begynner ikke med en dato"),
            Self::WrongCheckDigits => write!(f, "fødselsnummeret har feil kontrollsiffer"),
            Self::SyntheticNotAccepted => write!(f, "fødselsnummeret er oppdiktet, og slike tas ikke imot her"),
            Self::RealNotAccepted => write!(f, "fødselsnummeret kan tilhøre en virkelig person, og slike tas ikke imot her"),
            Self::NoUnion => write!(f, "filen har ikke noe forbund"),
            Self::SecondUnion => write!(f, "filen har mer enn ett forbund"),
            Self::DuplicateId { id } => write!(f, "identifikatoren «{id}» er brukt på en tidligere linje av samme type"),
            Self::DuplicateNationalId => write!(f, "fødselsnummeret er brukt på en tidligere linje"),
            Self::DuplicateCoverage => write!(f, "klubben dekker allerede denne arbeidsgiveren"),
            Self::MissingParent => write!(f, "enheten mangler en enhet over seg"),
            Self::UnknownParent { id } => write!(f, "enheten over, «{id}», finnes ikke i filen"),
            Self::MisplacedUnit { kind, parent } => write!(f, "en enhet av slaget «{kind}» kan ikke ligge under «{parent}»"),
            Self::Loop => write!(f, "enheten ligger under seg selv"),
            Self::UnknownUnit { id } => write!(f, "enheten «{id}» finnes ikke i filen"),
            Self::UnknownMember { id } => write!(f, "medlemmet «{id}» finnes ikke i filen"),
            Self::UnknownMandate { id } => write!(f, "vervet «{id}» finnes ikke i filen"),
            Self::UnknownEmployer { number } => write!(f, "organisasjonsnummeret {} er ukjent", number.spaced()),
            Self::UnknownLocal { id } => write!(f, "fagforeningen «{id}» finnes ikke i filen"),
            Self::NotALocal { id } => write!(f, "enheten «{id}» er ikke en fagforening"),
            Self::CoverageNotByClub { id } => write!(f, "enheten «{id}» er ikke en klubb, og bare klubber dekker arbeidsgivere"),
            Self::OfficeNotHeldHere { office, kind } => write!(f, "vervet {office} finnes ikke på en enhet av slaget «{kind}»"),
            Self::SubstituteForItself => write!(f, "vervet kan ikke være vara for seg selv"),
            Self::EndsBeforeStart => write!(f, "siste dag er før første dag"),
            Self::RevokedAfterEnd => write!(f, "vervet var allerede over da det ble tatt tilbake"),
            Self::SecondHolder { office } => write!(f, "enheten har allerede noen i vervet {office}, og bare én kan ha det om gangen"),
            Self::MandateOfAnother { id } => write!(f, "vervet «{id}» tilhører en annen person; et nytt verv må ha en ny identifikator"),
            Self::ReplacedByItself => write!(f, "enheten kan ikke være erstattet av seg selv"),
            Self::UnitHasEnded { id } => write!(f, "enheten «{id}» er erstattet av en annen"),
            Self::StillInUse { id } => write!(f, "enheten «{id}» er avsluttet, men noe hører fortsatt til den"),
            Self::SecondFileLine => write!(f, "filen har mer enn én linje av typen «file»"),
            Self::EndInFullFile => write!(f, "bare en endringsfil kan ha linjer av typen «end»"),
            Self::EndedAndWritten { id } => write!(f, "«{id}» er både avsluttet og skrevet i samme fil"),
            Self::UnknownEmployment { id } => write!(f, "arbeidsforholdet «{id}» er ukjent"),
            Self::UnknownCoverage => write!(f, "klubben dekker ikke denne arbeidsgiveren"),
            Self::UnknownOffice { office } => {
                write!(f, "forbundet har ikke noe verv med koden «{office}»; en administrator kan legge det til i innstillingene")
            }
            Self::EmptyFile => write!(f, "filen er tom"),
            Self::UnknownFile { name } => write!(f, "en CSV-fil kan ikke hete «{name}»"),
            Self::MissingColumns { names } => write!(f, "overskriften mangler kolonnene {names}"),
            Self::WrongDelimiter => write!(f, "kolonnene skal være skilt med semikolon"),
            Self::WrongNumberOfFields => write!(f, "linjen har et annet antall felter enn overskriften"),
            Self::UnclosedQuote => write!(f, "et anførselstegn blir aldri lukket"),
            Self::CutShort => write!(f, "filen er kuttet av"),
            Self::ClosedEmployer { number } => write!(f, "virksomheten {} er nedlagt eller slettet i registeret", number.spaced()),
        }
    }
}
