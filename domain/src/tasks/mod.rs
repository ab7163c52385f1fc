//! Tasks in a case: something to do, by somebody, perhaps by a date.

use serde::{Deserialize, Serialize};

use crate::{CaseId, Code, Date, Field, FieldErrors, TaskId, text};

/// The longest task, in characters.
pub const TITLE_MAX: u32 = 200;

/// What was typed, word for word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewTaskTyped {
    /// What is to be done.
    pub title: String,
    /// When; may be empty.
    pub due: String,
}

/// A task with every field valid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTask {
    /// What is to be done.
    pub title: String,
    /// When.
    pub due: Option<Date>,
}

impl NewTaskTyped {
    /// Makes what was typed a task, or says what is wrong, as of `today` in Oslo.
    ///
    /// A date in the past is accepted: somebody may write down what should have been done.
    pub fn check(&self, today: Date) -> Result<NewTask, FieldErrors> {
        let mut errors = FieldErrors::default();
        let title = errors.take(Field::TaskTitle, text::line(&self.title, TITLE_MAX));
        let due = errors.take(Field::TaskDue, due(&self.due, today));
        match (title, due) {
            (Some(title), Some(due)) => Ok(NewTask { title, due }),
            _ => Err(errors),
        }
    }
}

fn due(typed: &str, today: Date) -> Result<Option<Date>, Code> {
    if typed.trim().is_empty() {
        return Ok(None);
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
    /// Whether it is ticked off.
    pub done: bool,
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
        let typed = NewTaskTyped { title: " Ring   arbeidsgiver ".to_owned(), due: String::new() };
        assert_eq!(typed.check(today), Ok(NewTask { title: "Ring arbeidsgiver".to_owned(), due: None }));
        let typed = NewTaskTyped { title: String::new(), due: "snart".to_owned() };
        let errors = typed.check(today).unwrap_err();
        assert_eq!(errors.of(Field::TaskTitle), Some(Code::Missing));
        assert_eq!(errors.of(Field::TaskDue), Some(Code::NotADate));
        assert_eq!(Nearness::of("2026-03-10".parse().unwrap(), today), Nearness::Over(2));
        assert_eq!(Nearness::of(today, today), Nearness::Today);
    }
}
