//! The same task in several cases at once.

use serde::{Deserialize, Serialize};

use crate::{CaseId, Code, Date, Field, FieldErrors};

use super::{NewTask, NewTaskTyped};

/// The most cases at once: a page of the list, and some to spare.
pub const CASES_MAX: u32 = 100;

/// What was typed, word for word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ManyTyped {
    /// The ids of the chosen cases.
    pub cases: Vec<String>,
    /// The task.
    pub task: NewTaskTyped,
}

impl ManyTyped {
    /// Makes what was typed a task and the cases it is for, or says what is wrong. A case that is chosen twice is one.
    pub fn check(&self, today: Date) -> Result<(Vec<CaseId>, NewTask), FieldErrors> {
        let mut errors = FieldErrors::default();
        let cases = errors.take(Field::CasesChosen, self.chosen());
        let task = match self.task.check(today) {
            Ok(task) => Some(task),
            Err(wrong) => {
                errors.0.extend(wrong.0);
                None
            }
        };
        cases.zip(task).ok_or(errors)
    }

    fn chosen(&self) -> Result<Vec<CaseId>, Code> {
        let cases: Result<Vec<CaseId>, _> = self.cases.iter().map(|id| id.parse()).collect();
        let mut cases = cases.map_err(|_| Code::NotOffered)?;
        cases.sort_unstable();
        cases.dedup();
        match cases.len() {
            0 => Err(Code::Missing),
            many if many > CASES_MAX as usize => Err(Code::TooMany { max: CASES_MAX }),
            _ => Ok(cases),
        }
    }
}

/// What came of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManyDone {
    /// The numbers of the cases that have the task.
    pub made: Vec<i64>,
    /// The numbers of those that the viewer may not write in.
    pub refused: Vec<i64>,
    /// The numbers of those that are closed.
    pub closed: Vec<i64>,
    /// How many there were nothing of for the viewer to see.
    pub gone: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_are_chosen_once_and_not_too_many() {
        let today = "2026-03-12".parse().unwrap();
        let id = |n: u32| format!("00000000-0000-0000-0000-{n:012}");
        let typed = |cases: Vec<String>| ManyTyped { cases, task: NewTaskTyped { title: "Ring".to_owned(), ..NewTaskTyped::default() } };
        let (cases, task) = typed(vec![id(2), id(1), id(2)]).check(today).unwrap();
        assert_eq!((cases.len(), task.title.as_str(), cases.is_sorted()), (2, "Ring", true));
        for (cases, code) in [
            (vec![], Code::Missing),
            (vec![id(1), "x".to_owned()], Code::NotOffered),
            ((0..101).map(id).collect(), Code::TooMany { max: 100 }),
        ] {
            assert_eq!(typed(cases).check(today).unwrap_err().of(Field::CasesChosen), Some(code));
        }
        let errors = ManyTyped::default().check(today).unwrap_err();
        assert_eq!((errors.of(Field::CasesChosen), errors.of(Field::TaskTitle)), (Some(Code::Missing), Some(Code::Missing)));
    }
}
