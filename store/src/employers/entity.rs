//! One entity of the register, in the register's own shape: `enhet` or `underenhet`, version 2.
//!
//! Only what the portal uses is read. The register's oddities: `antallAnsatte` is left out when no number is
//! registered (which is not zero), addresses abroad have no postal code, some dates carry a time of day, a founding
//! may lie before 1900, and an entity that was deleted has little more than its number and `slettedato`, under one of
//! three spellings of `respons_klasse`.

use domain::Date;
use domain::employers::readable_name;
use domain::identity::OrgNumber;
use serde::{Deserialize, Deserializer, Serialize};

/// An entity as the register writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Entity {
    pub(super) organisasjonsnummer: OrgNumber,
    #[serde(default)]
    pub(super) navn: String,
    pub(super) organisasjonsform: Option<Code>,
    pub(super) naeringskode1: Option<Code>,
    pub(super) institusjonell_sektorkode: Option<Code>,
    pub(super) overordnet_enhet: Option<OrgNumber>,
    pub(super) antall_ansatte: Option<i64>,
    pub(super) har_registrert_antall_ansatte: Option<bool>,
    pub(super) forretningsadresse: Option<Address>,
    pub(super) beliggenhetsadresse: Option<Address>,
    pub(super) postadresse: Option<Address>,
    pub(super) hjemmeside: Option<String>,
    pub(super) epostadresse: Option<String>,
    pub(super) telefon: Option<String>,
    pub(super) mobil: Option<String>,
    #[serde(default)]
    pub(super) konkurs: bool,
    #[serde(default, deserialize_with = "day")]
    pub(super) konkursdato: Option<Date>,
    #[serde(default)]
    pub(super) under_avvikling: bool,
    #[serde(default, deserialize_with = "day")]
    pub(super) under_avvikling_dato: Option<Date>,
    #[serde(default)]
    pub(super) under_tvangsavvikling_eller_tvangsopplosning: bool,
    #[serde(default, deserialize_with = "day", rename = "registreringsdatoEnhetsregisteret")]
    pub(super) registreringsdato: Option<Date>,
    #[serde(default, deserialize_with = "day")]
    pub(super) stiftelsesdato: Option<Date>,
    #[serde(default, deserialize_with = "day")]
    pub(super) oppstartsdato: Option<Date>,
    #[serde(default, deserialize_with = "day")]
    pub(super) dato_eierskifte: Option<Date>,
    #[serde(default, deserialize_with = "day")]
    pub(super) nedleggelsesdato: Option<Date>,
    #[serde(default, deserialize_with = "day")]
    pub(super) slettedato: Option<Date>,
    #[serde(default, rename = "respons_klasse")]
    pub(super) respons_klasse: String,
}

/// A code with its text: the legal form, the industry, the sector.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Code {
    pub(super) kode: String,
    pub(super) beskrivelse: Option<String>,
}

/// An address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Address {
    #[serde(default)]
    pub(super) adresse: Vec<Option<String>>,
    pub(super) postnummer: Option<String>,
    pub(super) poststed: Option<String>,
    pub(super) kommune: Option<String>,
    pub(super) landkode: Option<String>,
    pub(super) land: Option<String>,
}

impl Entity {
    /// An entity of which nothing is known but that it was deleted.
    pub(super) fn deleted(number: OrgNumber, on: Date) -> Result<Self, serde_json::Error> {
        serde_json::from_value(serde_json::json!({ "organisasjonsnummer": number, "slettedato": on, "respons_klasse": "SlettetEnhet" }))
    }

    /// Its number.
    pub fn number(&self) -> OrgNumber {
        self.organisasjonsnummer
    }

    /// The number of the unit it lies under.
    pub fn parent(&self) -> Option<OrgNumber> {
        self.overordnet_enhet
    }

    /// Whether it was deleted: then hardly anything else is said of it.
    pub fn is_deleted(&self) -> bool {
        self.slettedato.is_some() || self.respons_klasse.to_ascii_lowercase().starts_with("slettet")
    }

    /// Whether this is a sub-unit: a workplace. The two forms of sub-units are BEDR and AAFY; a deleted one has no form.
    pub(super) fn is_workplace(&self) -> bool {
        self.form() == "BEDR" || self.form() == "AAFY" || self.respons_klasse.to_ascii_lowercase().ends_with("underenhet")
    }

    pub(super) fn form(&self) -> &str {
        self.organisasjonsform.as_ref().map_or("", |form| &form.kode)
    }

    /// How many work there. Not said is not zero; and what is said not to be registered is not said.
    pub(super) fn heads(&self) -> Option<i64> {
        self.antall_ansatte.filter(|_| self.har_registrert_antall_ansatte != Some(false))
    }

    /// Where it is to be found, before where it gets its mail.
    pub(super) fn address(&self) -> Address {
        let own = self.beliggenhetsadresse.as_ref().or(self.forretningsadresse.as_ref()).or(self.postadresse.as_ref());
        own.cloned().unwrap_or_default()
    }

    /// The name as people write it.
    pub(super) fn readable_name(&self) -> String {
        readable_name(&self.navn)
    }

    /// Where it can be called: a line before a mobile.
    pub(super) fn phone(&self) -> Option<String> {
        [&self.telefon, &self.mobil].into_iter().flatten().map(|number| number.trim().to_owned()).find(|number| !number.is_empty())
    }
}

impl Address {
    /// The lines above the postal code, as one.
    pub(super) fn street(&self) -> Option<String> {
        let lines: Vec<&str> = self.adresse.iter().flatten().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
        Some(lines.join(", ")).filter(|street| !street.is_empty())
    }

    /// The city, with the country when it is another one.
    pub(super) fn place(&self) -> Option<String> {
        let abroad = self.landkode.as_deref().is_some_and(|code| code != "NO");
        let country = self.land.as_ref().filter(|_| abroad);
        let parts: Vec<&str> = [self.poststed.as_ref(), country].into_iter().flatten().map(String::as_str).collect();
        Some(parts.join(", ")).filter(|place| !place.is_empty())
    }
}

/// A date, with or without a time of day. One this program cannot hold, as of a company from 1816, is left out rather
/// than stopping a file of a million others.
fn day<'de, D: Deserializer<'de>>(d: D) -> Result<Option<Date>, D::Error> {
    let text = Option::<String>::deserialize(d)?;
    Ok(text.as_deref().and_then(|text| text.get(..10)).and_then(|day| day.parse().ok()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(value: serde_json::Value) -> Entity {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn a_deleted_entity_can_be_read_in_all_its_spellings() {
        for (class, workplace) in [("SlettetEnhet", false), ("SlettetUnderEnhet", true), ("SlettetUnderenhet", true)] {
            let text = format!(
                r#"{{"organisasjonsnummer":"310000019","slettedato":"2024-03-01","respons_klasse":"{class}","_links":{{"self":{{"href":"x"}}}}}}"#
            );
            let entity: Entity = serde_json::from_str(&text).unwrap();
            assert!(entity.is_deleted() && entity.is_workplace() == workplace, "{class}");
            let without_date = read(json!({"organisasjonsnummer": "310000019", "respons_klasse": class}));
            assert!(without_date.is_deleted());
        }
        assert!(!read(json!({"organisasjonsnummer": "310000019", "respons_klasse": "Underenhet"})).is_deleted());
    }

    #[test]
    fn no_number_of_people_is_not_zero() {
        let heads = |extra: serde_json::Value| {
            let mut value = json!({"organisasjonsnummer": "310000019"});
            value.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
            read(value).heads()
        };
        assert_eq!(heads(json!({"harRegistrertAntallAnsatte": false})), None);
        assert_eq!(heads(json!({"harRegistrertAntallAnsatte": false, "antallAnsatte": 0})), None);
        assert_eq!(heads(json!({"harRegistrertAntallAnsatte": true, "antallAnsatte": 0})), Some(0));
        assert_eq!(heads(json!({"antallAnsatte": 7})), Some(7));
    }

    #[test]
    fn dates_of_every_kind() {
        let entity = read(json!({
            "organisasjonsnummer": "310000019", "stiftelsesdato": "1816-06-14", "oppstartsdato": "2010-06-30 00:00:00",
            "konkursdato": null, "datoEierskifte": "2026-02-01T00:00:00.000Z",
            "historiskeNavn": [{"navn": "GAMMEL", "fraDato": "1995-02-20 00:00:00", "tilDato": "2010-06-30 00:00:00"}],
        }));
        assert_eq!((entity.stiftelsesdato, entity.konkursdato), (None, None));
        assert_eq!(entity.oppstartsdato, Some("2010-06-30".parse().unwrap()));
        assert_eq!(entity.dato_eierskifte, Some("2026-02-01".parse().unwrap()));
    }

    #[test]
    fn an_address_abroad_has_no_postal_code() {
        let entity = read(json!({
            "organisasjonsnummer": "310000019", "postadresse": {"land": "Danmark", "landkode": "DK", "poststed": "2100 KØBENHAVN Ø", "adresse": ["Gade 1", null, ""]},
        }));
        let address = entity.address();
        assert_eq!((address.street().as_deref(), address.place().as_deref()), (Some("Gade 1"), Some("2100 KØBENHAVN Ø, Danmark")));
        assert_eq!((address.postnummer, address.kommune), (None, None));
        assert_eq!(read(json!({"organisasjonsnummer": "310000019"})).address().street(), None);
    }
}
