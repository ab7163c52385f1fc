//! What is typed when a case is set to wait, closed or opened again.

use serde::{Deserialize, Serialize};

use crate::cases::{Outcome, OutcomeCode};
use crate::tasks::TITLE_MAX;
use crate::{Code, Date, Field, FieldErrors, MemberId, text};

use super::{OpenTasks, WaitingFor};

/// The longest words on whom a case waits for, in characters.
pub const WAITING_NOTE_MAX: u32 = 200;
/// A case waits at most so many days, which is two years: after that nobody remembers for what.
pub const WAITING_DAYS: i32 = 731;
/// The longest text of what was agreed, in characters.
pub const AGREED_MAX: u32 = 5_000;
/// The longest reason for opening a case again, in characters.
pub const REOPENED_MAX: u32 = 2_000;
/// What was agreed is followed up within so many days, as any task.
const FOLLOW_UP_DAYS: i32 = 3_660;

/// The form that sets a case to wait, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WaitTyped {
    /// The code of whom it waits for.
    pub waiting_for: String,
    /// More about whom or what; may be empty.
    pub waiting_note: String,
    /// Until when.
    pub waiting_until: String,
}

/// What a case waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWait {
    /// Whom.
    pub for_whom: WaitingFor,
    /// More about whom or what; it is sealed with the case.
    pub note: Option<String>,
    /// Until when: today or later.
    pub until: Date,
}

impl WaitTyped {
    /// Everything at once, as of `today` in Oslo.
    pub fn check(&self, today: Date) -> Result<NewWait, FieldErrors> {
        let mut errors = FieldErrors::default();
        let for_whom = errors.take(Field::WaitingFor, chosen(&self.waiting_for));
        let note = errors.take(Field::WaitingNote, unless_empty(&self.waiting_note, |typed| text::line(typed, WAITING_NOTE_MAX)));
        let until = errors.take(Field::WaitingUntil, ahead(&self.waiting_until, today, WAITING_DAYS));
        match (for_whom, note, until) {
            (Some(for_whom), Some(note), Some(until)) => Ok(NewWait { for_whom, note, until }),
            _ => Err(errors),
        }
    }
}

/// The form that closes a case, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CloseTyped {
    /// The code of how it ended.
    pub outcome: String,
    /// What was agreed; may be empty.
    pub what_agreed: String,
    /// What is to be followed up; may be empty.
    pub follow_up: String,
    /// When; may be empty.
    pub follow_up_on: String,
    /// The id of whoever does it; empty for the case's owner.
    pub follow_up_by: String,
    /// The code of what becomes of tasks that are open; empty when there are none.
    pub open_tasks: String,
}

/// How a case ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewClosing {
    /// In which way.
    pub outcome: OutcomeCode,
    /// What was agreed; it is sealed with the case.
    pub agreed: Option<String>,
    /// What is to be followed up.
    pub follow_up: Option<FollowUp>,
    /// What becomes of tasks that are open; `None` when somebody saw that there are none.
    pub open_tasks: Option<OpenTasks>,
}

/// What is to be done after a case is closed. It becomes a task in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// What.
    pub title: String,
    /// When.
    pub on: Option<Date>,
    /// Who does it; `None` for the case's owner. Whether they work on the case is for the store to decide.
    pub by: Option<MemberId>,
}

impl CloseTyped {
    /// Everything at once, as of `today` in Oslo. `offered` are the outcomes of the case's type, and `open` is whether
    /// there are tasks to decide about.
    pub fn check(&self, offered: &[Outcome], open: bool, today: Date) -> Result<NewClosing, FieldErrors> {
        let mut errors = FieldErrors::default();
        let outcome = chosen::<OutcomeCode>(&self.outcome)
            .and_then(|code| if offered.iter().any(|outcome| outcome.code == code) { Ok(code) } else { Err(Code::NotOffered) });
        let outcome = errors.take(Field::Outcome, outcome);
        let agreed = errors.take(Field::WhatAgreed, unless_empty(&self.what_agreed, |typed| text::lines(typed, AGREED_MAX)));
        let title = unless_empty(&self.follow_up, |typed| text::line(typed, TITLE_MAX));
        // A day alone says nothing of what is to be done then.
        let title = title.and_then(|title| if title.is_none() && !is_empty(&self.follow_up_on) { Err(Code::Missing) } else { Ok(title) });
        let title = errors.take(Field::FollowUp, title);
        let on = errors.take(Field::FollowUpOn, unless_empty(&self.follow_up_on, |typed| ahead(typed, today, FOLLOW_UP_DAYS)));
        let by = unless_empty(&self.follow_up_by, |typed| typed.trim().parse().map_err(|_| Code::NotOffered));
        let by = errors.take(Field::FollowUpBy, by);
        let open_tasks = if open { chosen(&self.open_tasks).map(Some) } else { Ok(None) };
        let open_tasks = errors.take(Field::OpenTasks, open_tasks);
        match (outcome, agreed, title, on, by, open_tasks) {
            (Some(outcome), Some(agreed), Some(title), Some(on), Some(by), Some(open_tasks)) => {
                Ok(NewClosing { outcome, agreed, follow_up: title.map(|title| FollowUp { title, on, by }), open_tasks })
            }
            _ => Err(errors),
        }
    }
}

/// The form that opens a case again, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReopenTyped {
    /// Why.
    pub reason: String,
}

impl ReopenTyped {
    /// The reason, which is sealed with the case.
    pub fn check(&self) -> Result<String, FieldErrors> {
        let mut errors = FieldErrors::default();
        errors.take(Field::Reason, text::lines(&self.reason, REOPENED_MAX)).ok_or(errors)
    }
}

fn is_empty(typed: &str) -> bool {
    typed.trim().is_empty()
}

fn unless_empty<T>(typed: &str, check: impl FnOnce(&str) -> Result<T, Code>) -> Result<Option<T>, Code> {
    if is_empty(typed) { Ok(None) } else { check(typed).map(Some) }
}

fn chosen<T: std::str::FromStr>(typed: &str) -> Result<T, Code> {
    if is_empty(typed) { Err(Code::Missing) } else { typed.trim().parse().map_err(|_| Code::NotOffered) }
}

fn ahead(typed: &str, today: Date, days: i32) -> Result<Date, Code> {
    if is_empty(typed) {
        return Err(Code::Missing);
    }
    match Date::parse_typed(typed) {
        Err(_) => Err(Code::NotADate),
        Ok(day) if day < today => Err(Code::InThePast),
        Ok(day) if day > today.plus_days(days) => Err(Code::Unlikely),
        Ok(day) => Ok(day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::CaseTypes;

    fn today() -> Date {
        "2026-03-12".parse().unwrap()
    }

    fn wait(waiting_for: &str, waiting_until: &str) -> WaitTyped {
        WaitTyped { waiting_for: waiting_for.to_owned(), waiting_note: String::new(), waiting_until: waiting_until.to_owned() }
    }

    #[test]
    fn one_waits_for_somebody_until_a_day_that_is_not_over_and_not_too_far() {
        let fine = wait("employer", "12.3.2026").check(today()).unwrap();
        assert_eq!((fine.for_whom, fine.note, fine.until), (WaitingFor::Employer, None, today()));
        assert!(wait("other", "12.3.2028").check(today()).is_ok());
        let wrong = |until: &str| wait("member", until).check(today()).unwrap_err().of(Field::WaitingUntil);
        for (until, code) in
            [(" ", Code::Missing), ("11.3.2026", Code::InThePast), ("13.3.2028", Code::Unlikely), ("snart", Code::NotADate)]
        {
            assert_eq!(wrong(until), Some(code), "{until}");
        }
        let nobody = WaitTyped { waiting_note: "x".repeat(201), ..wait("", "") }.check(today()).unwrap_err();
        assert_eq!(
            nobody.0,
            [(Field::WaitingFor, Code::Missing), (Field::WaitingNote, Code::TooLong { max: 200 }), (Field::WaitingUntil, Code::Missing)]
        );
        assert_eq!(wait("nav", "12.3.2026").check(today()).unwrap_err().of(Field::WaitingFor), Some(Code::NotOffered));
        let named = WaitTyped { waiting_note: "  NAV \n Vest ".to_owned(), ..wait("other", "2026-03-20") }.check(today()).unwrap();
        assert_eq!(named.note.as_deref(), Some("NAV Vest"));
    }

    #[test]
    fn a_case_ends_in_one_of_the_ways_of_its_type() {
        let outcomes = &CaseTypes::standard().get("FERIE".parse().unwrap()).unwrap().outcomes;
        let typed = CloseTyped { outcome: "ENIGE".to_owned(), ..CloseTyped::default() };
        let closing = typed.check(outcomes, false, today()).unwrap();
        assert_eq!((closing.outcome.code(), closing.agreed, closing.follow_up, closing.open_tasks), ("ENIGE", None, None, None));
        for (outcome, code) in [("", Code::Missing), ("TAPT", Code::NotOffered), ("enige", Code::NotOffered)] {
            let typed = CloseTyped { outcome: outcome.to_owned(), ..CloseTyped::default() };
            assert_eq!(typed.check(outcomes, false, today()).unwrap_err().0, [(Field::Outcome, code)], "{outcome}");
        }
        assert_eq!(typed.check(&[], false, today()).unwrap_err().of(Field::Outcome), Some(Code::NotOffered));
    }

    #[test]
    fn open_tasks_are_decided_about_and_a_follow_up_says_what() {
        let outcomes = &CaseTypes::standard().get("FERIE".parse().unwrap()).unwrap().outcomes;
        let typed = CloseTyped {
            outcome: "ENIGE".to_owned(),
            what_agreed: " Fri i\r\njuli ".to_owned(),
            follow_up: " Se om  lønnen kom ".to_owned(),
            follow_up_on: "1.8.2026".to_owned(),
            follow_up_by: "00000000-0000-0000-0000-000000000001".to_owned(),
            open_tasks: "drop".to_owned(),
        };
        let closing = typed.check(outcomes, true, today()).unwrap();
        assert_eq!(closing.agreed.as_deref(), Some("Fri i\njuli"));
        let title = "Se om lønnen kom".to_owned();
        let by = Some(MemberId(uuid::Uuid::from_u128(1)));
        assert_eq!(closing.follow_up, Some(FollowUp { title: title.clone(), on: "2026-08-01".parse().ok(), by }));
        assert_eq!(closing.open_tasks, Some(OpenTasks::Drop));
        let wrong = |typed: CloseTyped| typed.check(outcomes, true, today()).unwrap_err().0;
        assert_eq!(wrong(CloseTyped { open_tasks: String::new(), ..typed.clone() }), [(Field::OpenTasks, Code::Missing)]);
        assert_eq!(wrong(CloseTyped { open_tasks: "burn".to_owned(), ..typed.clone() }), [(Field::OpenTasks, Code::NotOffered)]);
        assert_eq!(wrong(CloseTyped { follow_up: " ".to_owned(), ..typed.clone() }), [(Field::FollowUp, Code::Missing)]);
        assert_eq!(wrong(CloseTyped { follow_up_on: "1.3.2026".to_owned(), ..typed.clone() }), [(Field::FollowUpOn, Code::InThePast)]);
        assert_eq!(wrong(CloseTyped { follow_up_by: "x".to_owned(), ..typed.clone() }), [(Field::FollowUpBy, Code::NotOffered)]);
        let bare = CloseTyped { follow_up_on: String::new(), follow_up_by: String::new(), ..typed };
        assert_eq!(bare.check(outcomes, true, today()).unwrap().follow_up, Some(FollowUp { title, on: None, by: None }));
    }

    #[test]
    fn one_says_why_a_case_is_opened_again() {
        assert_eq!(ReopenTyped { reason: " Nye opplysninger ".to_owned() }.check(), Ok("Nye opplysninger".to_owned()));
        assert_eq!(ReopenTyped::default().check().unwrap_err().of(Field::Reason), Some(Code::Missing));
    }
}
