//! Signatures of a protocol.

use serde::{Deserialize, Serialize};

use crate::{Code, Date, Field, FieldErrors, text};

use super::input::date;
use super::{LINE_MAX, SignedHow};

/// What is kept of a signature.
///
/// Ours is made by the person who is logged in. That of the other side is a note of theirs, made by one of us: it is not
/// an electronic signature, and says how they signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// Who signed.
    pub name: String,
    /// As what: an office, a title.
    pub role: String,
    /// The day they signed.
    pub signed_on: Date,
    /// How the other side signed; nothing for our own.
    pub how: Option<SignedHow>,
    /// SHA-256 of the protocol's bytes as they were then.
    pub digest: [u8; 32],
}

/// The signature of the other side with every field valid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TheirSignature {
    /// Who signed.
    pub name: String,
    /// As what.
    pub role: String,
    /// When, not in the future.
    pub signed_on: Date,
    /// How.
    pub how: SignedHow,
}

impl Signature {
    /// Whether this is what was to be noted.
    pub fn is(&self, noted: &TheirSignature) -> bool {
        (&self.name, &self.role, self.signed_on, self.how) == (&noted.name, &noted.role, noted.signed_on, Some(noted.how))
    }
}

/// The same as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TheirSignatureTyped {
    /// Who signed.
    pub signer_name: String,
    /// As what.
    pub signer_role: String,
    /// When.
    pub signed_on: String,
    /// The code of how.
    pub signed_how: String,
}

impl TheirSignatureTyped {
    /// Makes what was typed a signature, or says what is wrong, as of `today` in Oslo.
    pub fn check(&self, today: Date) -> Result<TheirSignature, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.take(Field::SignerName, text::line(&self.signer_name, LINE_MAX));
        let role = errors.take(Field::SignerRole, text::line(&self.signer_role, LINE_MAX));
        let past = |day| if day > today { Err(Code::InTheFuture) } else { Ok(day) };
        let signed_on = errors.take(Field::SignedOn, date(&self.signed_on, today).and_then(past));
        let how = errors.take(
            Field::SignedHow,
            match self.signed_how.trim() {
                "" => Err(Code::Missing),
                code => code.parse().map_err(|_| Code::NotOffered),
            },
        );
        match (name, role, signed_on, how) {
            (Some(name), Some(role), Some(signed_on), Some(how)) => Ok(TheirSignature { name, role, signed_on, how }),
            _ => Err(errors),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_side_has_signed_already_and_somehow() {
        let today = "2026-03-12".parse().unwrap();
        let typed = TheirSignatureTyped {
            signer_name: "Rektor Rød".to_owned(),
            signer_role: "Rektor".to_owned(),
            signed_on: "12.3.2026".to_owned(),
            signed_how: "paper".to_owned(),
        };
        assert_eq!(typed.check(today).map(|signed| signed.how), Ok(SignedHow::Paper));
        let early = TheirSignatureTyped { signed_on: "13.3.2026".to_owned(), signed_how: "BankID".to_owned(), ..typed };
        let errors = early.check(today).unwrap_err().0;
        assert_eq!(errors, [(Field::SignedOn, Code::InTheFuture), (Field::SignedHow, Code::NotOffered)]);
        assert_eq!(TheirSignatureTyped::default().check(today).unwrap_err().0.len(), 4);
    }
}
