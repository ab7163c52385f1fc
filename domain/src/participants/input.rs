//! What is typed of those who take part.

use serde::{Deserialize, Serialize};

use crate::{Code, Date, Field, FieldErrors, MemberId, text};

use super::Role;

/// The longest reason, in characters.
pub const REASON_MAX: u32 = 500;
/// The longest member number, in characters.
pub const NUMBER_MAX: u32 = 64;
/// A part is set for a year at most, in days: then somebody should ask again whether it is needed.
pub const LONGEST_DAYS: i32 = 366;

/// The form for asking somebody, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ParticipantTyped {
    /// The chosen person's id.
    pub person: String,
    /// The chosen role's code.
    pub role: String,
    /// The last day.
    pub until: String,
}

/// Somebody to take part. Whether this person may be asked is for the store to decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewParticipant {
    /// Who.
    pub person: MemberId,
    /// How.
    pub role: Role,
    /// The last day, today or later.
    pub until: Option<Date>,
}

impl ParticipantTyped {
    /// Everything at once, as of `today` in Oslo.
    pub fn check(&self, today: Date) -> Result<NewParticipant, FieldErrors> {
        let mut errors = FieldErrors::default();
        let person = errors.take(Field::Person, chosen(&self.person));
        let role = errors.take(Field::Role, chosen::<Role>(&self.role));
        let until = errors.take(Field::Until, until(&self.until, role.is_some_and(Role::must_end), today));
        match (person, role, until) {
            (Some(person), Some(role), Some(until)) => Ok(NewParticipant { person, role, until }),
            _ => Err(errors),
        }
    }
}

fn until(typed: &str, must: bool, today: Date) -> Result<Option<Date>, Code> {
    if typed.trim().is_empty() {
        return if must { Err(Code::Missing) } else { Ok(None) };
    }
    match Date::parse_typed(typed) {
        Err(_) => Err(Code::NotADate),
        Ok(day) if day < today => Err(Code::InThePast),
        Ok(day) if day > today.plus_days(LONGEST_DAYS) => Err(Code::Unlikely),
        Ok(day) => Ok(Some(day)),
    }
}

fn chosen<T: std::str::FromStr>(typed: &str) -> Result<T, Code> {
    match typed.trim() {
        "" => Err(Code::Missing),
        typed => typed.parse().map_err(|_| Code::NotOffered),
    }
}

/// The form for giving the case to somebody, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnerTyped {
    /// The chosen person's id.
    pub person: String,
    /// Whether the one who gives it away goes on working on it.
    pub stay: bool,
}

impl OwnerTyped {
    /// Who is to own the case.
    pub fn check(&self) -> Result<MemberId, FieldErrors> {
        chosen(&self.person).map_err(|code| FieldErrors(vec![(Field::Person, code)]))
    }
}

/// The form for keeping somebody out, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ConflictTyped {
    /// The chosen person's id.
    pub person: String,
    /// The member number of somebody else. What is typed goes before what is chosen.
    pub member_number: String,
    /// Why.
    pub reason: String,
}

/// Whom somebody keeps out of a case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Whom {
    /// Somebody whom one may be told of.
    Person(MemberId),
    /// Whoever has this member number: who that is, and whether it is anybody, is told to nobody.
    Number(String),
}

/// Somebody who must see no trace of the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewConflict {
    /// Who.
    pub whom: Whom,
    /// Why; it is sealed with the case.
    pub reason: String,
}

impl ConflictTyped {
    /// Everything at once.
    pub fn check(&self) -> Result<NewConflict, FieldErrors> {
        let mut errors = FieldErrors::default();
        let whom = match text::line(&self.member_number, NUMBER_MAX) {
            Err(Code::Missing) => errors.take(Field::Person, chosen(&self.person).map(Whom::Person)),
            number => errors.take(Field::MemberNumber, number.map(Whom::Number)),
        };
        let reason = errors.take(Field::Reason, text::lines(&self.reason, REASON_MAX));
        match (whom, reason) {
            (Some(whom), Some(reason)) => Ok(NewConflict { whom, reason }),
            _ => Err(errors),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(role: &str, until: &str) -> ParticipantTyped {
        ParticipantTyped { person: "00000000-0000-0000-0000-000000000007".to_owned(), role: role.to_owned(), until: until.to_owned() }
    }

    #[test]
    fn whoever_only_reads_does_so_until_a_day() {
        let today: Date = "2026-03-12".parse().unwrap();
        let wrong = |role, until| typed(role, until).check(today).unwrap_err().of(Field::Until);
        assert_eq!(typed("co_worker", "").check(today).unwrap().until, None);
        assert_eq!(typed("follower", "12.3.2026").check(today).unwrap().until, Some(today));
        assert_eq!(wrong("follower", " "), Some(Code::Missing));
        assert_eq!(wrong("buddy", "11.3.2026"), Some(Code::InThePast));
        assert_eq!(wrong("adviser", "14.3.2027"), Some(Code::Unlikely));
        assert_eq!(wrong("adviser", "snart"), Some(Code::NotADate));
        let nobody = ParticipantTyped::default().check(today).unwrap_err();
        assert_eq!((nobody.of(Field::Person), nobody.of(Field::Role)), (Some(Code::Missing), Some(Code::Missing)));
        assert_eq!(typed("owner", "").check(today).unwrap_err().of(Field::Role), Some(Code::NotOffered));
        assert!(ConflictTyped { person: "x".to_owned(), reason: " ".to_owned(), ..Default::default() }.check().unwrap_err().0.len() == 2);
    }

    #[test]
    fn a_number_that_is_typed_goes_before_a_person_who_is_chosen() {
        let person = "00000000-0000-0000-0000-000000000007";
        let typed = |number: &str| {
            ConflictTyped { person: person.to_owned(), member_number: number.to_owned(), reason: "Part".to_owned() }
                .check()
                .map(|new| new.whom)
        };
        assert_eq!(typed("  "), Ok(Whom::Person(person.parse().unwrap())));
        assert_eq!(typed(" 12 34 "), Ok(Whom::Number("12 34".to_owned())));
        assert_eq!(typed(&"1".repeat(65)).unwrap_err().of(Field::MemberNumber), Some(Code::TooLong { max: 64 }));
        let nobody = ConflictTyped { reason: "Part".to_owned(), ..Default::default() }.check().unwrap_err();
        assert_eq!(nobody.of(Field::Person), Some(Code::Missing));
    }
}
