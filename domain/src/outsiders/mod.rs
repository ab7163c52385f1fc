//! Others in a case: those whom it concerns and who have no way into the portal. Whom the employer has chosen to talk to, who
//! saw what happened, who stands on the other side.
//!
//! They are no parties (a case is about members) and no participants (who work on it): nothing is looked up about them, and
//! what stands here is what a representative has written.

use serde::{Deserialize, Serialize};

use crate::code::code_enum;
use crate::{CaseId, Code, Field, FieldErrors, OutsiderId, text};

/// The longest name, and the longest title, in characters.
pub const OUTSIDER_NAME_MAX: u32 = 200;
/// The longest telephone number, in characters: as people write it, with an extension.
const PHONE_MAX: u32 = 40;

code_enum! {
    /// What somebody is to a case.
    pub enum OutsiderRole {
        /// Who answers for the employer.
        EmployerContact = "employer_contact",
        /// Who saw or heard what happened.
        Witness = "witness",
        /// Who stands on the other side: complained, or is complained about.
        Counterpart = "counterpart",
        /// Anybody else: a doctor, a translator, a family member.
        Other = "other",
    }
}

/// What was typed, word for word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OutsiderTyped {
    /// What they are to the case.
    pub outsider_role: String,
    /// Their name.
    pub outsider_name: String,
    /// What they are, and where; may be empty.
    pub outsider_title: String,
    /// Their telephone number; may be empty.
    pub outsider_phone: String,
    /// Their e-mail address; may be empty.
    pub outsider_email: String,
}

/// Somebody else in a case, every field valid. Sealed in the case as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outsider {
    /// What they are to the case.
    pub role: OutsiderRole,
    /// Their name.
    pub name: String,
    /// What they are, and where: "Personalsjef, Granlia sykehjem". May be empty.
    pub title: String,
    /// Their telephone number, as it was typed. May be empty.
    pub phone: String,
    /// Their e-mail address. May be empty.
    pub email: String,
}

/// The same, as the case shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutsiderRow {
    /// Which.
    pub id: OutsiderId,
    /// Rises by one with each change.
    pub version: i32,
    /// Who.
    pub who: Outsider,
}

/// What the form shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutsiderForm {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: i64,
    /// Who is changed, as they stand in the case now; nobody when somebody is added.
    pub now: Option<OutsiderRow>,
    /// A fresh key, so that sending twice adds one.
    pub key: String,
    /// What stands in the fields.
    pub typed: OutsiderTyped,
    /// What was wrong with it.
    pub errors: FieldErrors,
    /// Whether somebody else has changed them since that was typed.
    pub too_late: bool,
}

impl OutsiderTyped {
    /// Makes what was typed somebody in a case, or says what is wrong.
    pub fn check(&self) -> Result<Outsider, FieldErrors> {
        let mut errors = FieldErrors::default();
        let role = match self.outsider_role.trim() {
            "" => Err(Code::Missing),
            typed => typed.parse().map_err(|_| Code::NotOffered),
        };
        let role = errors.take(Field::OutsiderRole, role);
        let name = errors.take(Field::OutsiderName, text::line(&self.outsider_name, OUTSIDER_NAME_MAX));
        let title = errors.take(Field::OutsiderTitle, text::optional(text::line(&self.outsider_title, OUTSIDER_NAME_MAX)));
        let phone = errors.take(Field::OutsiderPhone, phone(&self.outsider_phone));
        let email = errors.take(Field::OutsiderEmail, text::email(&self.outsider_email));
        match (role, name, title, phone, email) {
            (Some(role), Some(name), Some(title), Some(phone), Some(email)) => Ok(Outsider { role, name, title, phone, email }),
            _ => Err(errors),
        }
    }
}

impl Outsider {
    /// The fields as they are typed.
    pub fn typed(&self) -> OutsiderTyped {
        OutsiderTyped {
            outsider_role: self.role.code().to_owned(),
            outsider_name: self.name.clone(),
            outsider_title: self.title.clone(),
            outsider_phone: self.phone.clone(),
            outsider_email: self.email.clone(),
        }
    }

    /// What is dialled: the number without what is there to be read. What follows the number (an extension) is not dialled.
    pub fn dialled(&self) -> String {
        let number = self.phone.split(|c: char| c.is_alphabetic()).next().unwrap_or_default();
        number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
    }
}

/// A number may be written in any way; there are at least three digits in it.
fn phone(typed: &str) -> Result<String, Code> {
    let phone = text::optional(text::line(typed, PHONE_MAX))?;
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    if phone.is_empty() || digits >= 3 { Ok(phone) } else { Err(Code::NotANumber) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> OutsiderTyped {
        OutsiderTyped {
            outsider_role: "witness".to_owned(),
            outsider_name: " Stille  Bekk ".to_owned(),
            outsider_phone: "+47 900 00 000, tast 2".to_owned(),
            ..OutsiderTyped::default()
        }
    }

    #[test]
    fn somebody_else_needs_a_name_and_a_role() {
        let who = typed().check().unwrap();
        assert_eq!((who.name.as_str(), who.role, who.title.as_str()), ("Stille Bekk", OutsiderRole::Witness, ""));
        assert_eq!(who.dialled(), "+4790000000");
        assert_eq!(who.typed().check(), Ok(who));
        let errors = OutsiderTyped::default().check().unwrap_err();
        assert_eq!(errors.0, [(Field::OutsiderRole, Code::Missing), (Field::OutsiderName, Code::Missing)]);
    }

    #[test]
    fn a_number_and_an_address_look_like_one() {
        let wrong = OutsiderTyped { outsider_phone: "ring meg".to_owned(), outsider_email: "stille@bekk".to_owned(), ..typed() };
        assert_eq!(wrong.check().unwrap_err().0, [(Field::OutsiderPhone, Code::NotANumber), (Field::OutsiderEmail, Code::NotAnAddress)]);
    }
}
