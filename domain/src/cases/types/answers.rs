//! Answers: which questions are asked, what an answer may be, and what follows from it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::tasks::{NewTask, Repeat};
use crate::{Code, Date, Lang, Texts, text};

use super::{AnswerKind, Condition, NO, OptionId, Question, QuestionId, TypeFacts, YES};

/// The longest answer in words, in characters.
pub const ANSWER_MAX: u32 = 2_000;
/// How far ahead a date may lie, in days: farther is not meant.
const AHEAD_MAX: i32 = 3_660;

/// What was typed, by question, word for word. A question that somebody has been asked and left empty is there too.
pub type AnswersTyped = BTreeMap<QuestionId, String>;

/// A valid answer, as it is stored: a day as `2026-03-25`, an option by its code, `yes` or `no`, or the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The question.
    pub question: QuestionId,
    /// The answer.
    pub text: String,
}

/// An answer as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// A day.
    Date(Date),
    /// One of a few.
    Option(Texts),
    /// Yes, or no.
    Yes(bool),
    /// Words.
    Words(String),
}

impl Question {
    /// Makes what was typed a stored answer; `None` when nothing was, and nothing must be.
    pub fn check(&self, typed: &str, today: Date) -> Result<Option<String>, Code> {
        if typed.trim().is_empty() {
            return if self.required { Err(Code::Missing) } else { Ok(None) };
        }
        match &self.kind {
            AnswerKind::Date { past } => day(typed, *past, today).map(|date| Some(date.to_string())),
            AnswerKind::Text => match text::lines(typed, ANSWER_MAX) {
                Err(Code::Missing) if !self.required => Ok(None),
                read => read.map(Some),
            },
            kind @ (AnswerKind::YesNo | AnswerKind::Choice(_)) => {
                let chosen = typed.trim().parse::<OptionId>().ok().filter(|chosen| kind.has(*chosen));
                chosen.map(|chosen| Some(chosen.to_string())).ok_or(Code::NotOffered)
            }
        }
    }

    /// An answer as it is shown. What does not fit the question is shown as it stands.
    pub fn said(&self, answer: &str) -> Said {
        let words = || Said::Words(answer.to_owned());
        match &self.kind {
            AnswerKind::Date { .. } => Date::parse_typed(answer).map_or_else(|_| words(), Said::Date),
            AnswerKind::Text => words(),
            AnswerKind::YesNo if [YES, NO].contains(&answer) => Said::Yes(answer == YES),
            AnswerKind::YesNo => words(),
            AnswerKind::Choice(options) => {
                let chosen = options.iter().find(|option| option.id.code() == answer);
                chosen.map_or_else(words, |option| Said::Option(option.names.clone()))
            }
        }
    }
}

fn day(typed: &str, past: bool, today: Date) -> Result<Date, Code> {
    match Date::parse_typed(typed) {
        Err(_) => Err(Code::NotADate),
        Ok(date) if past && date > today => Err(Code::InTheFuture),
        Ok(date) if date.year() < 1950 || today.days_until(date) > AHEAD_MAX => Err(Code::Unlikely),
        Ok(date) => Ok(date),
    }
}

impl TypeFacts {
    /// The questions that are asked of somebody who has answered so. One whose condition is a question that is not asked
    /// is not asked either, whatever was answered to that before.
    pub fn asked<'a>(&'a self, typed: &AnswersTyped) -> Vec<&'a Question> {
        let mut asked: Vec<&Question> = Vec::with_capacity(self.questions.len());
        for question in &self.questions {
            let holds = |when: Condition| {
                let there = asked.iter().any(|other| other.id == when.question);
                there && typed.get(&when.question).is_some_and(|answer| answer.trim() == when.is.code())
            };
            if question.when.is_none_or(holds) {
                asked.push(question);
            }
        }
        asked
    }

    /// What is wrong with the answers, in the order of the questions.
    pub fn wrong_answers(&self, typed: &AnswersTyped, today: Date) -> Vec<(QuestionId, Code)> {
        let wrong = |question: &Question| question.check(typed_for(typed, question.id), today).err().map(|code| (question.id, code));
        self.asked(typed).into_iter().filter_map(wrong).collect()
    }

    /// The answers to what is asked, all valid; else the first thing wrong.
    pub fn answers(&self, typed: &AnswersTyped, today: Date) -> Result<Vec<Answer>, Code> {
        let mut answers = Vec::new();
        for question in self.asked(typed) {
            let text = question.check(typed_for(typed, question.id), today)?;
            answers.extend(text.map(|text| Answer { question: question.id, text }));
        }
        Ok(answers)
    }

    /// What is to be done in a case that was made on this day with these answers. A task whose date comes after an answer
    /// that was not given has none.
    pub fn tasks_for(&self, answers: &[Answer], made_on: Date, lang: Lang) -> Vec<NewTask> {
        let answer = |id: QuestionId| answers.iter().find(|answer| answer.question == id).map(|answer| answer.text.as_str());
        let holds = |when: Condition| answer(when.question) == Some(when.is.code());
        let tasks = self.tasks.iter().filter(|task| task.when.is_none_or(holds));
        tasks
            .map(|task| {
                let begins = |due: super::Due| match due.after {
                    None => Some(made_on),
                    Some(question) => answer(question).and_then(|text| text.parse().ok()),
                };
                let due = task.due.and_then(|due| Some(begins(due)?.plus_days(i32::from(due.days))));
                NewTask { title: task.title.of(lang).to_owned(), due, details: None, owner: None, repeat: Repeat::Never }
            })
            .collect()
    }
}

fn typed_for(typed: &AnswersTyped, question: QuestionId) -> &str {
    typed.get(&question).map_or("", String::as_str)
}
