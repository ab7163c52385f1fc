//! Contact with somebody about a case: called, met, wrote, or was called.

use serde::{Deserialize, Serialize};

use crate::code::code_enum;
use crate::notes::NOTE_MAX;
use crate::{Code, Date, Field, FieldErrors, text};

use super::TimeOfDay;

/// The longest name of whom one has spoken with, in characters.
pub const WHO_MAX: u32 = 200;

code_enum! {
    /// How.
    pub enum ContactWay {
        /// A call.
        Called = "called",
        /// A meeting, or a word in the corridor.
        Met = "met",
        /// An e-mail.
        Email = "email",
        /// A letter.
        Letter = "letter",
        /// A message on the telephone.
        Sms = "sms",
        /// They got in touch, however.
        Reached = "reached",
    }
}

code_enum! {
    /// With whom.
    pub enum ContactWith {
        /// The member.
        Member = "member",
        /// The employer.
        Employer = "employer",
        /// Anybody else.
        Other = "other",
    }
}

/// What was typed, word for word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContactTyped {
    /// How.
    pub way: String,
    /// With whom.
    pub with: String,
    /// Their name; may be empty.
    pub who: String,
    /// The day.
    pub on: String,
    /// The time; may be empty.
    pub at: String,
    /// What was said.
    pub said: String,
}

/// Contact with somebody, every field valid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// How.
    pub way: ContactWay,
    /// With whom.
    pub with: ContactWith,
    /// Their name; there is one when it was neither the member nor the employer.
    pub who: String,
    /// The day, not in the future.
    pub on: Date,
    /// The time.
    pub at: Option<TimeOfDay>,
    /// What was said.
    pub said: String,
}

impl ContactTyped {
    /// Makes what was typed an entry, or says what is wrong, as of `today` in Oslo.
    pub fn check(&self, today: Date) -> Result<Contact, FieldErrors> {
        let mut errors = FieldErrors::default();
        let way = errors.take(Field::ContactWay, chosen(&self.way));
        let with = errors.take(Field::ContactWith, chosen(&self.with));
        let who = errors.take(Field::ContactWho, who(&self.who, with));
        let on = errors.take(Field::ContactDate, day(&self.on, today));
        let at = errors.take(Field::ContactTime, time(&self.at));
        let said = errors.take(Field::ContactSaid, text::lines(&self.said, NOTE_MAX));
        match (way, with, who, on, at, said) {
            (Some(way), Some(with), Some(who), Some(on), Some(at), Some(said)) => Ok(Contact { way, with, who, on, at, said }),
            _ => Err(errors),
        }
    }
}

fn chosen<T: std::str::FromStr>(typed: &str) -> Result<T, Code> {
    match typed.trim() {
        "" => Err(Code::Missing),
        typed => typed.parse().map_err(|_| Code::NotOffered),
    }
}

fn who(typed: &str, with: Option<ContactWith>) -> Result<String, Code> {
    match text::line(typed, WHO_MAX) {
        Err(Code::Missing) if with != Some(ContactWith::Other) => Ok(String::new()),
        other => other,
    }
}

fn day(typed: &str, today: Date) -> Result<Date, Code> {
    if typed.trim().is_empty() {
        return Err(Code::Missing);
    }
    match Date::parse_typed(typed) {
        Err(_) => Err(Code::NotADate),
        Ok(date) if date > today => Err(Code::InTheFuture),
        Ok(date) if date.year() < 1950 => Err(Code::Unlikely),
        Ok(date) => Ok(date),
    }
}

fn time(typed: &str) -> Result<Option<TimeOfDay>, Code> {
    if typed.trim().is_empty() { Ok(None) } else { TimeOfDay::parse_typed(typed).map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> ContactTyped {
        let text = str::to_owned;
        ContactTyped {
            way: text("called"),
            with: text("employer"),
            who: text(""),
            on: text("12.3.26"),
            at: text("14.30"),
            said: text("Ja"),
        }
    }

    #[test]
    fn contact_needs_a_way_somebody_a_day_and_words() {
        let today = "2026-03-12".parse().unwrap();
        let contact = typed().check(today).unwrap();
        assert_eq!((contact.on, contact.at.map(|at| at.to_string())), (today, Some("14:30".to_owned())));
        let errors = ContactTyped::default().check(today).unwrap_err();
        for field in [Field::ContactWay, Field::ContactWith, Field::ContactDate, Field::ContactSaid] {
            assert_eq!(errors.of(field), Some(Code::Missing), "{field}");
        }
        assert_eq!((errors.of(Field::ContactWho), errors.of(Field::ContactTime)), (None, None));
        let other = ContactTyped { with: "other".to_owned(), on: "13.3.2026".to_owned(), at: "snart".to_owned(), ..typed() };
        let errors = other.check(today).unwrap_err();
        assert_eq!(errors.of(Field::ContactWho), Some(Code::Missing));
        assert_eq!(errors.of(Field::ContactDate), Some(Code::InTheFuture));
        assert_eq!(errors.of(Field::ContactTime), Some(Code::NotATime));
    }
}
