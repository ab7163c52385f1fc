//! What can be wrong with a file of case types.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Code;

use super::CaseType;

/// Everything that is wrong with a file: at least one thing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct CaseTypesErrors(pub Vec<CaseTypesError>);

impl fmt::Display for CaseTypesErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseTypesError {
    /// The line in the file, from 1.
    pub line: usize,
    /// The type, and what in it: `OPPSIGELSE, question brev, label.nn`. Empty when it is in no type.
    pub place: String,
    /// What is wrong.
    pub wrong: TypeWrong,
}

impl fmt::Display for CaseTypesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place.as_str() {
            "" => write!(f, "line {}: {}", self.line, self.wrong),
            place => write!(f, "line {}: {place}: {}", self.line, self.wrong),
        }
    }
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum TypeWrong {
    /// Not in the form of such a file: what the reader of the form says.
    #[error("{0}")]
    Form(String),
    /// Not a code in capital letters.
    #[error("`{0}` is no code: 2 to 32 capital letters, digits and `_`, beginning with a letter")]
    NotACode(String),
    /// Not a code in small letters.
    #[error("`{0}` is no name for this: 2 to 32 small letters a–z, digits and `_`, beginning with a letter")]
    NotAName(String),
    /// A code that the portal does not know.
    #[error("`{0}` is not a known code")]
    Unknown(String),
    /// The same thing twice.
    #[error("`{0}` stands above already")]
    Twice(String),
    /// Words that are missing, too long, or cannot be read.
    #[error("{}", words(*.0))]
    Words(Code),
    /// A list with nothing in it, or too much.
    #[error("there must be from {0} to {1} of these")]
    Number(usize, usize),
    /// Options where there can be none.
    #[error("only a question with `answer = \"choice\"` has options")]
    OptionsWithoutChoice,
    /// `past` where there is no date.
    #[error("only a question with `answer = \"date\"` can have `past = true`")]
    PastWithoutDate,
    /// A question that is not there, or comes after.
    #[error("there is no question `{0}` before this in the type")]
    NoSuchQuestion(String),
    /// A condition on an answer that cannot be given.
    #[error("`{0}` is no answer to that question: an option of it, or `yes` or `no`")]
    NoSuchAnswer(String),
    /// Days after an answer that is no date.
    #[error("the question `{0}` is not answered with a date")]
    NotADate(String),
    /// More days than can be meant.
    #[error("at most {0} days")]
    Days(u16),
    /// An outcome that is not in the list at the top.
    #[error("there is no outcome `{0}` at the top of the file")]
    NoSuchOutcome(String),
    /// Types that are in force and are not in the file.
    #[error("{0} is in force and is not in the file: a type can be closed with `closed = true`, never removed")]
    Gone(CaseType),
    /// Nothing a new case could be of.
    #[error("at least one type must be open for new cases")]
    NothingOffered,
}

fn words(code: Code) -> String {
    match code {
        Code::Missing => "must be filled in".to_owned(),
        Code::TooLong { max } => format!("at most {max} characters"),
        _ => "must be one line, without spaces at its ends or characters that do not show".to_owned(),
    }
}
