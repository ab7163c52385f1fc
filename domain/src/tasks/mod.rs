//! Tasks in a case: something to do, by somebody, perhaps by a date, perhaps again and again.

mod many;
mod repeat;
mod view;

pub use many::{CASES_MAX, ManyDone, ManyTyped};
pub use repeat::Repeat;
pub use view::{Changes, Closed, TaskComment, TaskForm, TaskNow, TaskView, Worker};

use serde::{Deserialize, Serialize};

use crate::{CaseId, Code, Date, Field, FieldErrors, MemberId, TaskId, text};

/// The longest task, in characters.
pub const TITLE_MAX: u32 = 200;
/// The longest description of one, in characters.
pub const DETAILS_MAX: u32 = 5_000;
/// The longest comment, in characters.
pub const COMMENT_MAX: u32 = 5_000;
/// The longest reason for dropping one, in characters.
pub const REASON_MAX: u32 = 200;

/// What was typed, word for word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewTaskTyped {
    /// What is to be done.
    pub title: String,
    /// When; may be empty.
    pub due: String,
    /// More about it; may be empty.
    pub details: String,
    /// The id of whoever is to do it; empty for whoever makes it.
    pub given_to: String,
    /// The code of how often it comes again; empty for never.
    pub repeat: String,
}

/// A task with every field valid.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewTask {
    /// What is to be done.
    pub title: String,
    /// When. One that comes again always has a date.
    pub due: Option<Date>,
    /// More about it.
    pub details: Option<String>,
    /// Who is to do it; `None` for whoever makes it, or whoever has it already. Whether they work on the case is for the
    /// store to decide.
    pub owner: Option<MemberId>,
    /// How often it comes again.
    pub repeat: Repeat,
}

impl NewTaskTyped {
    /// Makes what was typed a task, or says what is wrong, as of `today` in Oslo.
    ///
    /// A date in the past is accepted: somebody may write down what should have been done.
    pub fn check(&self, today: Date) -> Result<NewTask, FieldErrors> {
        let mut errors = FieldErrors::default();
        let title = errors.take(Field::TaskTitle, text::line(&self.title, TITLE_MAX));
        let repeat = errors.take(Field::TaskRepeat, repeat(&self.repeat));
        let again = repeat.is_some_and(|repeat| repeat != Repeat::Never);
        let due = errors.take(Field::TaskDue, due(&self.due, again, today));
        let details = errors.take(Field::TaskDetails, unless_empty(&self.details, |typed| text::lines(typed, DETAILS_MAX)));
        let owner = errors.take(Field::TaskOwner, unless_empty(&self.given_to, |typed| typed.trim().parse().map_err(|_| Code::NotOffered)));
        match (title, due, details, owner, repeat) {
            (Some(title), Some(due), Some(details), Some(owner), Some(repeat)) => Ok(NewTask { title, due, details, owner, repeat }),
            _ => Err(errors),
        }
    }
}

/// Makes what was typed a comment, or says what is wrong.
pub fn check_comment(typed: &str) -> Result<String, FieldErrors> {
    let mut errors = FieldErrors::default();
    errors.take(Field::TaskComment, text::lines(typed, COMMENT_MAX)).ok_or(errors)
}

/// Makes what was typed a reason for dropping a task, or says what is wrong.
pub fn check_reason(typed: &str) -> Result<String, FieldErrors> {
    let mut errors = FieldErrors::default();
    errors.take(Field::Reason, text::line(typed, REASON_MAX)).ok_or(errors)
}

fn unless_empty<T>(typed: &str, check: impl FnOnce(&str) -> Result<T, Code>) -> Result<Option<T>, Code> {
    if typed.trim().is_empty() { Ok(None) } else { check(typed).map(Some) }
}

fn repeat(typed: &str) -> Result<Repeat, Code> {
    if typed.trim().is_empty() { Ok(Repeat::Never) } else { typed.parse().map_err(|_| Code::NotOffered) }
}

/// `needed`: what comes again comes from some day on.
fn due(typed: &str, needed: bool, today: Date) -> Result<Option<Date>, Code> {
    if typed.trim().is_empty() {
        return if needed { Err(Code::Missing) } else { Ok(None) };
    }
    let date = Date::parse_typed(typed).map_err(|_| Code::NotADate)?;
    if today.days_until(date).abs() > 3660 { Err(Code::Unlikely) } else { Ok(Some(date)) }
}

/// A task in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskRow {
    /// Which.
    pub id: TaskId,
    /// The case it is in.
    pub case: CaseId,
    /// The case's number.
    pub case_number: i64,
    /// What is to be done.
    pub title: String,
    /// When.
    pub due: Option<Date>,
    /// Who is to do it.
    pub owner: String,
    /// Whether it is ticked off, or dropped.
    pub done: bool,
    /// Whether it was dropped.
    pub dropped: bool,
    /// How often it comes again.
    pub repeat: Repeat,
    /// Rises by one with each change; a form sends back the one it was made from.
    pub version: i32,
}

/// How near a due date is, seen from `today`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nearness {
    /// This many days past, at least one.
    Over(i32),
    /// Today.
    Today,
    /// This many days left, at most seven.
    Soon(i32),
    /// More than a week.
    Later,
}

impl Nearness {
    /// How near `due` is.
    pub fn of(due: Date, today: Date) -> Self {
        match today.days_until(due) {
            days if days < 0 => Self::Over(-days),
            0 => Self::Today,
            days if days <= 7 => Self::Soon(days),
            _ => Self::Later,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_needs_words_but_no_date() {
        let today = "2026-03-12".parse().unwrap();
        let typed = NewTaskTyped { title: " Ring   arbeidsgiver ".to_owned(), ..NewTaskTyped::default() };
        assert_eq!(typed.check(today), Ok(NewTask { title: "Ring arbeidsgiver".to_owned(), ..NewTask::default() }));
        let typed = NewTaskTyped { due: "snart".to_owned(), ..NewTaskTyped::default() };
        let errors = typed.check(today).unwrap_err();
        assert_eq!(errors.of(Field::TaskTitle), Some(Code::Missing));
        assert_eq!(errors.of(Field::TaskDue), Some(Code::NotADate));
        assert_eq!(Nearness::of("2026-03-10".parse().unwrap(), today), Nearness::Over(2));
        assert_eq!(Nearness::of(today, today), Nearness::Today);
    }

    #[test]
    fn what_comes_again_needs_a_date() {
        let today = "2026-03-12".parse().unwrap();
        let typed = |due: &str, repeat: &str| NewTaskTyped {
            title: "Ring".to_owned(),
            due: due.to_owned(),
            repeat: repeat.to_owned(),
            details: " \n".to_owned(),
            given_to: " ".to_owned(),
        };
        let task = typed("12.3.2026", "weekly").check(today).unwrap();
        assert_eq!((task.due, task.repeat, task.details, task.owner), (Some(today), Repeat::Weekly, None, None));
        assert_eq!(typed("", "monthly").check(today).unwrap_err().of(Field::TaskDue), Some(Code::Missing));
        assert!(typed("", "never").check(today).is_ok());
        let odd = NewTaskTyped { given_to: "x".to_owned(), ..typed("", "hourly") }.check(today).unwrap_err();
        assert_eq!((odd.of(Field::TaskRepeat), odd.of(Field::TaskOwner)), (Some(Code::NotOffered), Some(Code::NotOffered)));
    }

    #[test]
    fn comments_and_reasons_have_words() {
        assert_eq!(check_comment(" a\r\nb "), Ok("a\nb".to_owned()));
        assert_eq!(check_comment(" ").unwrap_err().of(Field::TaskComment), Some(Code::Missing));
        assert_eq!(check_reason("a \n b"), Ok("a b".to_owned()));
        assert_eq!(check_reason(&"x".repeat(201)).unwrap_err().of(Field::Reason), Some(Code::TooLong { max: 200 }));
    }
}
