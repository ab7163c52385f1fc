//! The questions of a type as pages: few, and none that needs script.

use super::{AnswersTyped, Question, TypeFacts};

/// Most questions on a page.
pub const QUESTIONS_ON_A_PAGE: usize = 5;

impl TypeFacts {
    /// The pages, in order. A question that is asked only after a certain answer stands on a page after it: without
    /// script it could not come forth on the same. Which page a question is on does not hang on the answers.
    pub fn pages(&self) -> Vec<&[Question]> {
        let mut pages = Vec::new();
        let mut rest = self.questions.as_slice();
        while !rest.is_empty() {
            let hangs_on = |question: &Question, page: &[Question]| {
                question.when.is_some_and(|when| page.iter().any(|other| other.id == when.question))
            };
            let ends = rest.iter().enumerate().position(|(place, question)| {
                let (before, _) = rest.split_at(place);
                place == QUESTIONS_ON_A_PAGE || hangs_on(question, before)
            });
            let (page, later) = rest.split_at(ends.unwrap_or(rest.len()));
            pages.push(page);
            rest = later;
        }
        pages
    }

    /// What is asked on a page of somebody who has answered so; pages are counted from 0.
    pub fn asked_on(&self, page: u8, typed: &AnswersTyped) -> Vec<&Question> {
        let asked = self.asked(typed);
        let on_page = self.pages().into_iter().nth(usize::from(page)).unwrap_or_default();
        on_page.iter().filter(|question| asked.iter().any(|other| other.id == question.id)).collect()
    }

    /// The page that a question is on.
    pub fn page_of(&self, question: super::QuestionId) -> Option<u8> {
        let page = self.pages().into_iter().position(|page| page.iter().any(|other| other.id == question))?;
        u8::try_from(page).ok()
    }
}
