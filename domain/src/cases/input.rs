//! A new case, from what was typed to something that can be saved.

use serde::{Deserialize, Serialize};

use crate::{Code, Date, Field, FieldErrors, MemberId, text};

use super::CaseType;

/// The longest account of what happened, in characters.
pub const DESCRIPTION_MAX: u32 = 20_000;

/// What has been typed so far, word for word; kept between the steps and when something is refused.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewCaseTyped {
    /// The chosen type's code.
    pub case_type: String,
    /// The chosen member's id.
    pub member: String,
    /// When it happened.
    pub happened: String,
    /// What happened.
    pub description: String,
}

/// A new case with every field valid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCase {
    /// What it is about.
    pub case_type: CaseType,
    /// Whom it is about. Whether the viewer may see this member is for the store to decide.
    pub member: MemberId,
    /// The day it happened, not in the future.
    pub happened_on: Date,
    /// What happened.
    pub description: String,
}

/// The steps of making a case, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// What is it about?
    About,
    /// Who is it about?
    Who,
    /// What happened, and when?
    What,
    /// Is this right?
    Check,
}

impl Step {
    /// All steps in order.
    pub const ALL: [Self; 4] = [Self::About, Self::Who, Self::What, Self::Check];

    /// The step's number, from 1.
    pub const fn number(self) -> u8 {
        match self {
            Self::About => 1,
            Self::Who => 2,
            Self::What => 3,
            Self::Check => 4,
        }
    }

    /// The fields asked for at this step.
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::About => &[Field::CaseType],
            Self::Who => &[Field::Member],
            Self::What => &[Field::HappenedOn, Field::Description],
            Self::Check => &[],
        }
    }
}

impl NewCaseTyped {
    /// Everything at once, as of `today` in Oslo.
    pub fn check(&self, today: Date) -> Result<NewCase, FieldErrors> {
        let mut errors = FieldErrors::default();
        let case_type = errors.take(Field::CaseType, self.case_type());
        let member = errors.take(Field::Member, chosen(&self.member));
        let happened_on = errors.take(Field::HappenedOn, happened_on(&self.happened, today));
        let description = errors.take(Field::Description, text::lines(&self.description, DESCRIPTION_MAX));
        match (case_type, member, happened_on, description) {
            (Some(case_type), Some(member), Some(happened_on), Some(description)) => {
                Ok(NewCase { case_type, member, happened_on, description })
            }
            _ => Err(errors),
        }
    }

    /// What is wrong with the fields of one step.
    pub fn errors_at(&self, step: Step, today: Date) -> FieldErrors {
        let all = self.check(today).err().unwrap_or_default();
        FieldErrors(all.0.into_iter().filter(|(field, _)| step.fields().contains(field)).collect())
    }

    /// The first step with something missing or wrong; the last step when all is well.
    pub fn next_open_step(&self, today: Date) -> Step {
        Step::ALL.into_iter().find(|step| !self.errors_at(*step, today).is_empty()).unwrap_or(Step::Check)
    }

    /// The chosen type.
    pub fn case_type(&self) -> Result<CaseType, Code> {
        chosen(&self.case_type)
    }
}

fn chosen<T: std::str::FromStr>(typed: &str) -> Result<T, Code> {
    match typed.trim() {
        "" => Err(Code::Missing),
        typed => typed.parse().map_err(|_| Code::NotOffered),
    }
}

fn happened_on(typed: &str, today: Date) -> Result<Date, Code> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Date {
        "2026-03-12".parse().unwrap()
    }

    fn typed() -> NewCaseTyped {
        NewCaseTyped {
            case_type: "OPPSIGELSE".to_owned(),
            member: "00000000-0000-0000-0000-000000000007".to_owned(),
            happened: "11/3-26".to_owned(),
            description: " Fikk brev på jobb.\r\n".to_owned(),
        }
    }

    #[test]
    fn a_whole_case() {
        let case = typed().check(today()).unwrap();
        assert_eq!(case.case_type, CaseType::Dismissal);
        assert_eq!(case.happened_on.to_string(), "2026-03-11");
        assert_eq!(case.description, "Fikk brev på jobb.");
        assert_eq!(typed().next_open_step(today()), Step::Check);
    }

    #[test]
    fn each_step_has_its_own_errors() {
        let empty = NewCaseTyped::default();
        assert_eq!(empty.next_open_step(today()), Step::About);
        assert_eq!(empty.errors_at(Step::Who, today()).of(Field::Member), Some(Code::Missing));
        assert!(empty.errors_at(Step::Check, today()).is_empty());
        let future = NewCaseTyped { happened: "13.3.2026".to_owned(), ..typed() };
        assert_eq!(future.errors_at(Step::What, today()).of(Field::HappenedOn), Some(Code::InTheFuture));
        let other = NewCaseTyped { case_type: "FOO".to_owned(), member: "x".to_owned(), ..typed() };
        assert_eq!(other.errors_at(Step::About, today()).of(Field::CaseType), Some(Code::NotOffered));
        assert_eq!(other.errors_at(Step::Who, today()).of(Field::Member), Some(Code::NotOffered));
    }
}
