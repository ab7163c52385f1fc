use std::{collections::HashSet, path::Path};

use serde::Deserialize;

use super::text::Locale;

/// An invented person, shown as a card on the page where one chooses whom to be.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Persona {
    /// A short, stable name for scripts and tests; unique in the list.
    pub key: String,
    /// The full name: on the card, and in the claim `name`.
    pub name: String,
    /// Eleven digits of a synthetic number (month + 80), so that it cannot be a living person's.
    pub national_id: String,
    /// The claim `given_name`; when absent, all of `name` but its last word.
    #[serde(default)]
    pub given_name: Option<String>,
    /// The claim `family_name`; when absent, the last of the words of `name`.
    #[serde(default)]
    pub family_name: Option<String>,
    /// The claim `birthdate`, as `2001-12-31`; the claim is left out when absent, because a
    /// century cannot be read from a national id issued under the rules of 2032.
    #[serde(default)]
    pub birthdate: Option<String>,
    /// Who the person is, in a sentence.
    pub about: About,
}

/// A sentence in each language of the page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct About {
    /// Bokmål; also shown where another language is missing.
    pub nb: String,
    /// Nynorsk.
    #[serde(default)]
    pub nn: Option<String>,
    /// English.
    #[serde(default)]
    pub en: Option<String>,
}

impl About {
    /// The sentence, and the language it is in after all.
    pub(super) fn in_locale(&self, locale: Locale) -> (Locale, &str) {
        let translated = match locale {
            Locale::Nb => None,
            Locale::Nn => self.nn.as_deref(),
            Locale::En => self.en.as_deref(),
        };
        translated.map_or((Locale::Nb, self.nb.as_str()), |told| (locale, told))
    }
}

/// Why a list of personas cannot be used. Each is one sentence for the person who wrote the file.
#[derive(Debug, thiserror::Error)]
pub enum PersonaError {
    /// The file could not be read.
    #[error("Cannot read the personas file {path}: {source}.")]
    Unreadable {
        /// The file, as given.
        path: String,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// Not JSON, or not a list of personas.
    #[error("The personas file {path} is not a list of personas: {source}.")]
    NotAList {
        /// The file, as given.
        path: String,
        /// Where and why.
        source: serde_json::Error,
    },
    /// A field that may not be empty is.
    #[error("Persona {key:?} has an empty {field}.")]
    Empty {
        /// The persona's key.
        key: String,
        /// The field's name in the file.
        field: &'static str,
    },
    /// The national id has another form than eleven digits.
    #[error("Persona {key:?} must have a national_id of exactly 11 digits.")]
    NationalIdForm {
        /// The persona's key.
        key: String,
    },
    /// The national id could belong to a living person.
    #[error("Persona {key:?} must have a synthetic national_id (month + 80), so that it cannot be a living person's.")]
    NationalIdNotSynthetic {
        /// The persona's key.
        key: String,
    },
    /// The birth date has another form than `2001-12-31`.
    #[error("Persona {key:?} must have a birthdate written as 2001-12-31.")]
    BirthdateForm {
        /// The persona's key.
        key: String,
    },
    /// Two personas share a key or a national id, and could not be told apart.
    #[error("Persona {key:?} has the same {field} as an earlier one.")]
    Twice {
        /// The later persona's key.
        key: String,
        /// The field's name in the file.
        field: &'static str,
    },
}

impl Persona {
    /// A persona for a test: only what a login needs.
    #[must_use]
    pub fn new(key: &str, name: &str, national_id: &str) -> Self {
        Self {
            key: key.to_owned(),
            name: name.to_owned(),
            national_id: national_id.to_owned(),
            given_name: None,
            family_name: None,
            birthdate: None,
            about: About { nb: "Oppdiktet person.".to_owned(), nn: None, en: Some("Invented person.".to_owned()) },
        }
    }

    /// Reads and checks a personas file.
    ///
    /// # Errors
    /// [`PersonaError`], in one sentence that names the file or the persona.
    pub fn load(file: &Path) -> Result<Vec<Self>, PersonaError> {
        let path = file.display().to_string();
        let text = std::fs::read_to_string(file).map_err(|source| PersonaError::Unreadable { path: path.clone(), source })?;
        let personas: Vec<Self> = serde_json::from_str(&text).map_err(|source| PersonaError::NotAList { path, source })?;
        check(&personas)?;
        Ok(personas)
    }
}

/// The rules for a whole list, from a file or from a test.
pub(super) fn check(personas: &[Persona]) -> Result<(), PersonaError> {
    let (mut keys, mut national_ids) = (HashSet::new(), HashSet::new());
    for persona in personas {
        let key = || persona.key.clone();
        let words = [("key", &persona.key), ("name", &persona.name), ("about.nb", &persona.about.nb)];
        for (field, value) in words {
            if value.trim().is_empty() {
                return Err(PersonaError::Empty { key: key(), field });
            }
        }
        if national_id(&persona.national_id).as_deref() != Some(persona.national_id.as_str()) {
            return Err(PersonaError::NationalIdForm { key: key() });
        }
        if !is_synthetic(&persona.national_id) {
            return Err(PersonaError::NationalIdNotSynthetic { key: key() });
        }
        if !persona.birthdate.as_deref().is_none_or(is_date) {
            return Err(PersonaError::BirthdateForm { key: key() });
        }
        let unique = [("key", keys.insert(&persona.key)), ("national_id", national_ids.insert(&persona.national_id))];
        for (field, is_new) in unique {
            if !is_new {
                return Err(PersonaError::Twice { key: key(), field });
            }
        }
    }
    Ok(())
}

/// Eleven digits out of what somebody typed, spaces aside. The date and the check digits are
/// deliberately not looked at: how the relying party meets a wrong number must be testable.
pub(super) fn national_id(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    (digits.len() == 11 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}

/// The first six digits; the five that identify are not for a screen.
pub(super) fn birth_part(national_id: &str) -> &str {
    national_id.get(..6).unwrap_or_default()
}

/// Month + 80 is the range set aside for synthetic people.
fn is_synthetic(national_id: &str) -> bool {
    national_id.get(2..4).and_then(|month| month.parse::<u8>().ok()).is_some_and(|month| (81..=92).contains(&month))
}

fn is_date(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// Whoever logs in: a persona, or the unnamed owner of a typed national id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Person {
    pub(super) name: String,
    pub(super) given_name: Option<String>,
    pub(super) family_name: Option<String>,
    pub(super) birthdate: Option<String>,
    pub(super) national_id: String,
}

impl Person {
    /// For a typed number that no persona has.
    pub(super) fn unnamed(national_id: String) -> Self {
        Self {
            name: "Ukjent Testperson".to_owned(),
            given_name: Some("Ukjent".to_owned()),
            family_name: Some("Testperson".to_owned()),
            birthdate: None,
            national_id,
        }
    }
}

impl From<&Persona> for Person {
    fn from(persona: &Persona) -> Self {
        let (given, family) = match persona.name.trim().rsplit_once(' ') {
            Some((given, family)) => (Some(given.trim().to_owned()), Some(family.to_owned())),
            None => (Some(persona.name.trim().to_owned()), None),
        };
        Self {
            name: persona.name.clone(),
            given_name: persona.given_name.clone().or(given),
            family_name: persona.family_name.clone().or(family),
            birthdate: persona.birthdate.clone(),
            national_id: persona.national_id.clone(),
        }
    }
}
