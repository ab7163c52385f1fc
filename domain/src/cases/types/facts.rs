//! What is true of a case type.

use serde::{Deserialize, Serialize};

use crate::Texts;
use crate::cases::{CaseGroup, CaseKind, Sensitivity};
use crate::code::data_code;

/// The longest code of a case type, a question or an answer.
const CODE_MAX: usize = 32;

data_code! {
    /// What a case is about, by its code. That a code is well formed does not say that there is such a type.
    pub struct CaseType, at most CODE_MAX, letters is_ascii_uppercase
}

data_code! {
    /// A way in which a case can end, by its code.
    pub struct OutcomeCode, at most CODE_MAX, letters is_ascii_uppercase
}

data_code! {
    /// A question that a case type asks, by its code; another type may use the same code for another question.
    pub struct QuestionId, at most CODE_MAX, letters is_ascii_lowercase
}

data_code! {
    /// One of the answers to a question that has a few.
    pub struct OptionId, at most CODE_MAX, letters is_ascii_lowercase
}

/// A case type, and what is true of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypeFacts {
    /// Its code.
    pub case_type: CaseType,
    /// What it is called, as a heading says it.
    pub names: Texts,
    /// What belongs here, in a sentence.
    pub help: Texts,
    /// Where it stands when somebody chooses.
    pub group: CaseGroup,
    /// The sensitivity a new case of this type gets.
    pub sensitivity: Sensitivity,
    /// How many such a case can be about.
    pub kinds: Vec<CaseKind>,
    /// Whether no new cases are made of it.
    pub closed: bool,
    /// Whether the account of what happened goes with the case when it is handed on, or advice is asked.
    pub shares_description: bool,
    /// What a new case is asked, in order.
    pub questions: Vec<Question>,
    /// How a case can end.
    pub outcomes: Vec<Outcome>,
    /// What is to be done, written down when the case is made.
    pub tasks: Vec<TypeTask>,
}

/// Something asked of a new case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its code.
    pub id: QuestionId,
    /// The question.
    pub label: Texts,
    /// Help with answering it.
    pub hint: Option<Texts>,
    /// What an answer is.
    pub kind: AnswerKind,
    /// Whether a case cannot be saved without.
    pub required: bool,
    /// When it is asked; always, without.
    pub when: Option<Condition>,
    /// Whether the answer goes with the case when it is handed on, or advice is asked.
    pub shared: bool,
}

/// What an answer is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerKind {
    /// A day.
    Date {
        /// Whether it cannot lie in the future.
        past: bool,
    },
    /// Words.
    Text,
    /// Yes or no.
    YesNo,
    /// One of a few.
    Choice(Vec<AnswerOption>),
}

/// One answer out of a few.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerOption {
    /// Its code.
    pub id: OptionId,
    /// The words.
    pub names: Texts,
}

/// That a question before has this answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// The question; it stands earlier in the same type.
    pub question: QuestionId,
    /// Its answer: an option, or [`YES`] or [`NO`].
    pub is: OptionId,
}

/// A way in which a case can end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Its code.
    pub code: OutcomeCode,
    /// What it is called.
    pub names: Texts,
}

/// Something to be done in every case of a type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypeTask {
    /// What.
    pub title: Texts,
    /// When; with no date, without.
    pub due: Option<Due>,
    /// In which cases; in all, without.
    pub when: Option<Condition>,
}

/// So many days after something. Counted in whole days, weekends and holidays among them: no deadline of law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// How many days.
    pub days: u16,
    /// After the date that this question was answered with; after the day the case is made, without.
    pub after: Option<QuestionId>,
}

/// The stored answer for yes.
pub const YES: &str = "yes";
/// The stored answer for no.
pub const NO: &str = "no";

impl TypeFacts {
    /// One of its questions.
    pub fn question(&self, id: QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }
}

impl AnswerKind {
    /// Whether this is one of its answers, for a condition.
    pub fn has(&self, answer: OptionId) -> bool {
        match self {
            Self::Date { .. } | Self::Text => false,
            Self::YesNo => [YES, NO].contains(&answer.code()),
            Self::Choice(options) => options.iter().any(|option| option.id == answer),
        }
    }
}
