//! Who came, what was said, and what is to be done.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::tasks::TITLE_MAX;
use crate::{Code, Date, Field, FieldErrors, text};

use super::input::{at_most, date, line_missing, typed_day};
use super::{LINES_MAX, MINUTES_MAX};

/// The longest name of who is to do something, and the longest thing to do: together they fit the title of a task.
const WHO_MAX: u32 = 60;
/// See [`WHO_MAX`].
const WHAT_MAX: u32 = TITLE_MAX - WHO_MAX - 2;

/// What is known of a meeting that was held.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Record {
    /// The ids of the participants who came.
    pub came: Vec<Uuid>,
    /// What was said.
    pub minutes: String,
    /// What is to be done.
    pub actions: Vec<Action>,
}

impl Record {
    /// Whether it says what the other says, whatever ids its actions have.
    pub fn says_the_same_as(&self, other: &Self) -> bool {
        let came = |record: &Self| record.came.iter().copied().collect::<BTreeSet<_>>();
        self.minutes == other.minutes && came(self) == came(other) && same_actions(&self.actions, &other.actions)
    }
}

impl Record {
    /// Whether something that it says is said otherwise, or not at all, by the other.
    pub fn is_lost_in(&self, other: &Self) -> bool {
        let action_lost = |was: &Action| other.actions.iter().all(|is| !is.says_the_same_as(was));
        let minutes_lost = !self.minutes.is_empty() && self.minutes != other.minutes;
        minutes_lost || self.came.iter().any(|came| !other.came.contains(came)) || self.actions.iter().any(action_lost)
    }
}

/// Whether the same is to be done, whatever ids it has.
pub(super) fn same_actions(one: &[Action], other: &[Action]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.says_the_same_as(other))
}

/// Something that is to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// Which: it becomes a task once.
    pub id: Uuid,
    /// Who is to do it; may be empty.
    pub who: String,
    /// What.
    pub what: String,
    /// By when.
    pub due: Option<Date>,
}

impl Action {
    fn says_the_same_as(&self, other: &Self) -> bool {
        (&self.who, &self.what, self.due) == (&other.who, &other.what, other.due)
    }

    /// What the task that it becomes is called, where it must say who is to do it.
    pub fn title(&self) -> String {
        if self.who.is_empty() { self.what.clone() } else { format!("{}: {}", self.who, self.what) }
    }
}

/// Something that is to be done, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ActionTyped {
    /// Which.
    pub id: String,
    /// Who is to do it; may be empty.
    pub who: String,
    /// What.
    pub what: String,
    /// By when; may be empty.
    pub due: String,
}

impl ActionTyped {
    /// As it is typed into the form again.
    pub fn of(action: &Action) -> Self {
        Self { id: action.id.to_string(), who: action.who.clone(), what: action.what.clone(), due: typed_day(action.due) }
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        [&self.who, &self.what, &self.due].into_iter().all(|typed| typed.trim().is_empty())
    }
}

/// The lines in which something was typed.
pub(super) fn actions(typed: &[ActionTyped], today: Date, mut fresh: impl FnMut() -> Uuid) -> Result<Vec<Action>, Code> {
    let mut actions: Vec<Action> = Vec::new();
    for line in typed.iter().filter(|line| !line.is_empty()) {
        let own = line.id.parse().ok().filter(|id| actions.iter().all(|one| one.id != *id));
        actions.push(Action {
            id: own.unwrap_or_else(&mut fresh),
            who: text::optional(text::line(&line.who, WHO_MAX))?,
            what: text::line(&line.what, WHAT_MAX).map_err(line_missing)?,
            due: if line.due.trim().is_empty() { None } else { Some(date(&line.due, today)?) },
        });
    }
    at_most(LINES_MAX, actions)
}

/// What was typed, word for word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RecordTyped {
    /// The ids of the participants who came.
    pub came: Vec<String>,
    /// What was said; may be empty.
    pub minutes: String,
    /// What is to be done.
    pub actions: Vec<ActionTyped>,
}

impl RecordTyped {
    /// As it is typed into the form again.
    pub fn of(record: &Record) -> Self {
        Self {
            came: record.came.iter().map(Uuid::to_string).collect(),
            minutes: record.minutes.clone(),
            actions: record.actions.iter().map(ActionTyped::of).collect(),
        }
    }

    /// Makes what was typed a record, or says what is wrong. `called` are the ids of those who were to come.
    pub fn check(&self, today: Date, called: &[Uuid], fresh: impl FnMut() -> Uuid) -> Result<Record, FieldErrors> {
        let mut errors = FieldErrors::default();
        let minutes = errors.take(Field::Minutes, text::optional(text::lines(&self.minutes, MINUTES_MAX)));
        let actions = errors.take(Field::Actions, actions(&self.actions, today, fresh));
        let came = called.iter().filter(|id| self.came.contains(&id.to_string())).copied().collect();
        match (minutes, actions) {
            (Some(minutes), Some(actions)) => Ok(Record { came, minutes, actions }),
            _ => Err(errors),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_those_who_were_called_came_and_every_action_fits_a_task() {
        let (called, today) = (Uuid::from_u128(1), "2026-03-12".parse().unwrap());
        let long = ActionTyped { who: "x".repeat(60), what: "y".repeat(138), due: "20.3.2026".to_owned(), ..ActionTyped::default() };
        let typed = RecordTyped {
            came: vec![called.to_string(), Uuid::from_u128(2).to_string()],
            minutes: String::new(),
            actions: vec![ActionTyped::default(), long.clone()],
        };
        let record = typed.check(today, &[called], || Uuid::from_u128(5)).unwrap();
        assert_eq!((record.came.as_slice(), record.actions.len()), (&[called][..], 1));
        let action = &record.actions[0];
        assert_eq!((action.title().chars().count(), action.due), (TITLE_MAX as usize, Some("2026-03-20".parse().unwrap())));
        let without = RecordTyped { actions: vec![ActionTyped { what: String::new(), ..long }], ..typed };
        let errors = without.check(today, &[called], || Uuid::from_u128(5)).unwrap_err();
        assert_eq!(errors.0, [(Field::Actions, Code::LineMissing)]);
    }
}
