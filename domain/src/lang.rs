//! The languages of the screen.

use crate::code::code_enum;

code_enum! {
    /// A language people can choose. Bokmål is first everywhere: it is also what is shown when nothing is chosen.
    pub enum Lang {
        /// Bokmål.
        Nb = "nb",
        /// Nynorsk.
        Nn = "nn",
        /// English.
        En = "en",
    }
}

#[expect(clippy::derivable_impls, reason = "code_enum! makes the enum, so the default cannot be an attribute in it")]
impl Default for Lang {
    fn default() -> Self {
        Self::Nb
    }
}

impl Lang {
    /// The language's own name for itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Nb => "Bokmål",
            Self::Nn => "Nynorsk",
            Self::En => "English",
        }
    }

    /// The first language in an `Accept-Language` header that we have; weights are in order in practice.
    pub fn from_accept_language(header: &str) -> Self {
        header
            .split(',')
            .filter_map(|part| part.split([';', '-']).next())
            .find_map(|tag| match tag.trim().to_ascii_lowercase().as_str() {
                "nb" | "no" => Some(Self::Nb),
                "nn" => Some(Self::Nn),
                "en" => Some(Self::En),
                _ => None,
            })
            .unwrap_or_default()
    }
}

/// The same words in each language.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Texts {
    /// Bokmål.
    pub nb: String,
    /// Nynorsk.
    pub nn: String,
    /// English.
    pub en: String,
}

impl Texts {
    /// The words in a language.
    pub fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::Nb => &self.nb,
            Lang::Nn => &self.nn,
            Lang::En => &self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_first_language_we_have() {
        assert_eq!(Lang::from_accept_language("de-DE,nn;q=0.9,en;q=0.8"), Lang::Nn);
        assert_eq!(Lang::from_accept_language("en-GB,en;q=0.9"), Lang::En);
        assert_eq!(Lang::from_accept_language("fr"), Lang::Nb);
        assert_eq!(Lang::from_accept_language(""), Lang::Nb);
    }
}
