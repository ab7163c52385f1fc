//! One entity of the register, in the register's own shape: `enhet` or `underenhet`, version 2.
//!
//! Only what the portal uses is read. The register's oddities: `antallAnsatte` is left out when no number is
//! registered (which is not zero), addresses abroad have no postal code, and an entity that was deleted has little
//! more than its number and `slettedato`.

use domain::Date;
use domain::identity::OrgNumber;
use serde::{Deserialize, Serialize};

/// An entity as the register writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Entity {
    pub(super) organisasjonsnummer: OrgNumber,
    #[serde(default)]
    pub(super) navn: String,
    pub(super) organisasjonsform: Option<Form>,
    pub(super) overordnet_enhet: Option<OrgNumber>,
    pub(super) antall_ansatte: Option<i64>,
    pub(super) forretningsadresse: Option<Address>,
    pub(super) beliggenhetsadresse: Option<Address>,
    pub(super) postadresse: Option<Address>,
    #[serde(default)]
    pub(super) konkurs: bool,
    #[serde(default)]
    pub(super) under_avvikling: bool,
    #[serde(default)]
    pub(super) under_tvangsavvikling_eller_tvangsopplosning: bool,
    pub(super) nedleggelsesdato: Option<Date>,
    pub(super) slettedato: Option<Date>,
}

/// The legal form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Form {
    pub(super) kode: String,
}

/// An address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Address {
    #[serde(default)]
    pub(super) adresse: Vec<String>,
    pub(super) postnummer: Option<String>,
    pub(super) poststed: Option<String>,
    pub(super) kommune: Option<String>,
}

impl Entity {
    /// Whether this is a sub-unit: a workplace. The two forms of sub-units are BEDR and AAFY.
    pub(super) fn is_workplace(&self) -> bool {
        self.form() == "BEDR" || self.form() == "AAFY"
    }

    pub(super) fn form(&self) -> &str {
        self.organisasjonsform.as_ref().map_or("", |form| &form.kode)
    }

    /// Where it is to be found, before where it gets its mail.
    pub(super) fn address(&self) -> Address {
        self.beliggenhetsadresse
            .clone()
            .or_else(|| self.forretningsadresse.clone())
            .or_else(|| self.postadresse.clone())
            .unwrap_or_default()
    }

    /// The register writes names in capitals; people read them more easily without.
    pub(super) fn readable_name(&self) -> String {
        if self.navn.chars().any(char::is_lowercase) {
            return self.navn.clone();
        }
        let words: Vec<String> = self.navn.split(' ').enumerate().map(|(i, word)| readable_word(word, i == 0)).collect();
        words.join(" ")
    }
}

/// Company forms stay in capitals, small words stay small.
fn readable_word(word: &str, first: bool) -> String {
    match word {
        "AS" | "ASA" | "BA" | "SA" | "DA" | "ANS" | "KF" | "IKS" | "HF" | "KS" | "NAV" | "SFO" => word.to_owned(),
        "OG" | "I" | "FOR" | "AV" | "PÅ" | "VED" | "TIL" | "KOMMUNE" if !first => word.to_lowercase(),
        word => word.split('-').map(capitalised).collect::<Vec<_>>().join("-"),
    }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars.flat_map(char::to_lowercase)).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_readable() {
        for (written, read) in [
            ("SOLVIK KOMMUNE", "Solvik kommune"),
            ("ØSTRE ÅS-HAGEN SYKEHJEM AS", "Østre Ås-Hagen Sykehjem AS"),
            ("I GODE HENDER", "I Gode Hender"),
            ("Allerede Lesbart", "Allerede Lesbart"),
        ] {
            let entity: Entity = serde_json::from_value(serde_json::json!({"organisasjonsnummer": "310000019", "navn": written})).unwrap();
            assert_eq!(entity.readable_name(), read);
        }
    }

    #[test]
    fn a_deleted_entity_can_be_read() {
        let text = r#"{"organisasjonsnummer":"310000019","slettedato":"2024-03-01","respons_klasse":"SlettetEnhet","_links":{"self":{"href":"x"}}}"#;
        let entity: Entity = serde_json::from_str(text).unwrap();
        assert!(entity.slettedato.is_some() && !entity.is_workplace());
    }
}
