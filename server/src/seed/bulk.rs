//! The business register's own bulk files, as Enhetsregisteret writes them: field names are theirs.
//!
//! Source: `/enheter/lastned` and `/underenheter/lastned` of data.brreg.no (NLOD 2.0), version 2 of both shapes.
//! Absent fields are left out, never null; names are in capitals.

use std::collections::BTreeMap;

use domain::Date;
use domain::identity::OrgNumber;
use serde::Serialize;

use super::employers::{Employer, Place, Register};
use super::places::Municipality;
use super::seats::day;

const API: &str = "https://data.brreg.no/enhetsregisteret/api";

/// A code with its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the register's own fields")]
pub struct Kode {
    pub kode: String,
    pub beskrivelse: String,
    #[serde(rename = "_links", skip_serializing_if = "Option::is_none")]
    pub links: Option<Links>,
}

/// An address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the register's own fields")]
pub struct Adresse {
    pub land: &'static str,
    pub landkode: &'static str,
    /// Absent abroad, like the municipality.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postnummer: Option<String>,
    pub poststed: String,
    pub adresse: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kommune: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kommunenummer: Option<String>,
}

/// A former name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the register's own fields")]
pub struct HistoriskNavn {
    pub navn: String,
    /// With a time of day, unlike every other date.
    pub fra_dato: String,
    pub til_dato: String,
}

/// Addresses of other resources.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the register's own fields")]
pub struct Links {
    #[serde(rename = "self")]
    pub this: Href,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overordnet_enhet: Option<Href>,
}

/// An address of a resource.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the register's own field")]
pub struct Href {
    pub href: String,
}

/// An employer, or a department of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the register's own fields")]
pub struct Enhet {
    pub organisasjonsnummer: OrgNumber,
    pub navn: String,
    pub organisasjonsform: Kode,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postadresse: Option<Adresse>,
    pub forretningsadresse: Adresse,
    #[serde(rename = "registreringsdatoEnhetsregisteret")]
    pub registreringsdato: Date,
    #[serde(rename = "registrertIMvaregisteret")]
    pub registrert_i_mvaregisteret: bool,
    pub naeringskode1: Kode,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub antall_ansatte: Option<usize>,
    pub har_registrert_antall_ansatte: bool,
    pub registrert_i_foretaksregisteret: bool,
    pub registrert_i_stiftelsesregisteret: bool,
    pub registrert_i_frivillighetsregisteret: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub siste_innsendte_aarsregnskap: Option<&'static str>,
    pub konkurs: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub konkursdato: Option<Date>,
    pub under_avvikling: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub under_avvikling_dato: Option<Date>,
    pub under_tvangsavvikling_eller_tvangsopplosning: bool,
    pub maalform: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub historiske_navn: Vec<HistoriskNavn>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overordnet_enhet: Option<OrgNumber>,
    #[serde(rename = "respons_klasse")]
    pub respons_klasse: &'static str,
    #[serde(rename = "_links")]
    pub links: Links,
}

/// A workplace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the register's own fields")]
pub struct Underenhet {
    pub organisasjonsnummer: OrgNumber,
    pub navn: String,
    pub organisasjonsform: Kode,
    #[serde(rename = "registreringsdatoEnhetsregisteret")]
    pub registreringsdato: Date,
    #[serde(rename = "registrertIMvaregisteret")]
    pub registrert_i_mvaregisteret: bool,
    pub naeringskode1: Kode,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub antall_ansatte: Option<usize>,
    pub har_registrert_antall_ansatte: bool,
    pub overordnet_enhet: OrgNumber,
    pub oppstartsdato: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dato_eierskifte: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nedleggelsesdato: Option<Date>,
    pub beliggenhetsadresse: Adresse,
    #[serde(rename = "respons_klasse")]
    pub respons_klasse: &'static str,
    #[serde(rename = "_links")]
    pub links: Links,
}

impl Register {
    /// The employers, with head counts summed from the workplaces up.
    pub(super) fn enheter(&self) -> impl Iterator<Item = Enhet> {
        let parents: BTreeMap<OrgNumber, Option<OrgNumber>> = self.employers.iter().map(|one| (one.number, one.parent)).collect();
        let mut heads: BTreeMap<OrgNumber, usize> = BTreeMap::new();
        for place in &self.places {
            let mut next = Some(place.parent);
            while let Some(number) = next {
                *heads.entry(number).or_default() += place.heads;
                next = parents.get(&number).copied().flatten();
            }
        }
        // Of the limited companies, the first is bankrupt, the second is winding up, the third has a foreign address.
        let mut companies = 0;
        self.employers.iter().enumerate().map(move |(index, employer)| {
            let company = employer.form.0 == "AS";
            companies += usize::from(company);
            enhet(employer, index, if company { companies } else { 0 }, heads.get(&employer.number).copied().unwrap_or_default())
        })
    }

    /// The workplaces.
    pub(super) fn underenheter(&self) -> impl Iterator<Item = Underenhet> {
        self.places.iter().enumerate().map(|(index, place)| underenhet(place, index))
    }
}

fn enhet(employer: &Employer, index: usize, company: usize, heads: usize) -> Enhet {
    let href = format!("{API}/enheter/{}", employer.number);
    let above = employer.parent.map(|parent| Href { href: format!("{API}/enheter/{parent}") });
    let abroad = Adresse {
        land: "Danmark",
        landkode: "DK",
        postnummer: None,
        poststed: "0000 EKSEMPELBY".to_owned(),
        adresse: vec!["Eksempelvej 1".to_owned()],
        kommune: None,
        kommunenummer: None,
    };
    let old_name = HistoriskNavn {
        navn: format!("GAMLE {}", employer.name.to_uppercase()),
        fra_dato: "1995-02-20 00:00:00".to_owned(),
        til_dato: "2010-06-30 00:00:00".to_owned(),
    };
    let counted = counted(heads, index);
    let business = matches!(employer.form.0, "AS" | "STI" | "IKS");
    Enhet {
        organisasjonsnummer: employer.number,
        navn: employer.name.to_uppercase(),
        organisasjonsform: form(employer.form.0, employer.form.1),
        postadresse: (company == 3).then_some(abroad),
        forretningsadresse: address(&employer.at, index),
        registreringsdato: founded(index),
        registrert_i_mvaregisteret: business,
        naeringskode1: code(employer.industry.0, employer.industry.1),
        antall_ansatte: counted,
        har_registrert_antall_ansatte: counted.is_some(),
        registrert_i_foretaksregisteret: business,
        registrert_i_stiftelsesregisteret: employer.form.0 == "STI",
        registrert_i_frivillighetsregisteret: false,
        siste_innsendte_aarsregnskap: business.then_some("2023"),
        konkurs: company == 1,
        konkursdato: (company == 1).then(|| day(2024, 10, 14)),
        under_avvikling: company == 2,
        under_avvikling_dato: (company == 2).then(|| day(2024, 9, 2)),
        under_tvangsavvikling_eller_tvangsopplosning: false,
        maalform: if index.is_multiple_of(7) { "Nynorsk" } else { "Bokmål" },
        historiske_navn: if index % 9 == 4 { vec![old_name] } else { Vec::new() },
        overordnet_enhet: employer.parent,
        respons_klasse: "Enhet",
        links: Links { this: Href { href }, overordnet_enhet: above },
    }
}

fn underenhet(place: &Place, index: usize) -> Underenhet {
    let href = format!("{API}/underenheter/{}", place.number);
    let above = Href { href: format!("{API}/enheter/{}", place.parent) };
    let counted = counted(place.heads, index);
    Underenhet {
        organisasjonsnummer: place.number,
        navn: place.name.to_uppercase(),
        organisasjonsform: form("BEDR", "Underenhet til næringsdrivende og offentlig forvaltning"),
        registreringsdato: founded(index),
        registrert_i_mvaregisteret: false,
        naeringskode1: code(place.trade.industry.0, place.trade.industry.1),
        antall_ansatte: counted,
        har_registrert_antall_ansatte: counted.is_some(),
        overordnet_enhet: place.parent,
        oppstartsdato: founded(index).plus_days(-20),
        dato_eierskifte: (index % 41 == 7).then(|| day(2024, 8, 1)),
        nedleggelsesdato: (index % 97 == 23).then(|| day(2024, 11, 1)),
        beliggenhetsadresse: address(&place.at, index),
        respons_klasse: "Underenhet",
        links: Links { this: Href { href }, overordnet_enhet: Some(above) },
    }
}

/// Small numbers are withheld, and some have never been reported: absent is not zero.
fn counted(heads: usize, index: usize) -> Option<usize> {
    (heads >= 5 && index % 29 != 5).then_some(heads)
}

fn form(kode: &str, text: &str) -> Kode {
    let this = Href { href: format!("{API}/organisasjonsformer/{kode}") };
    Kode { links: Some(Links { this, overordnet_enhet: None }), ..code(kode, text) }
}

fn code(kode: &str, text: &str) -> Kode {
    Kode { kode: kode.to_owned(), beskrivelse: text.to_owned(), links: None }
}

fn address(at: &Municipality, index: usize) -> Adresse {
    Adresse {
        land: "Norge",
        landkode: "NO",
        postnummer: Some(at.postal_code.clone()),
        poststed: at.name.to_uppercase(),
        adresse: vec![format!("Sentrumsveien {}", 1 + index % 150)],
        kommune: Some(at.name.to_uppercase()),
        kommunenummer: Some(at.number.clone()),
    }
}

/// Some day from 1995 on, the same for the same index.
fn founded(index: usize) -> Date {
    day(1995, 2, 20).plus_days(i32::try_from(index * 131 % 9_000).unwrap_or_default())
}
