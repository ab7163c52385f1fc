//! Questions, and what is to be done after them.

use super::{HELP_MAX, LABEL_MAX, NAME_MAX, Reading};
use crate::cases::types::file::form;
use crate::cases::types::{AnswerKind, AnswerOption, Condition, Due, OptionId, Question, QuestionId, TypeTask, TypeWrong};
use crate::tasks::TITLE_MAX;

/// The most questions of a type, options of a question, and tasks of a type.
const QUESTIONS_MAX: usize = 20;
const OPTIONS_MAX: usize = 12;
const TASKS_MAX: usize = 12;
/// The longest time before a task is due: three years, and a little.
const DAYS_MAX: u16 = 1_100;

impl Reading<'_> {
    pub(super) fn questions(&mut self, one: &form::Type) -> Vec<Question> {
        let mut questions: Vec<Question> = Vec::new();
        for asked in &one.question {
            let question = self.within(format!("question {}", asked.id.get_ref()), |reading| reading.question(asked, &questions));
            questions.extend(question);
        }
        self.within("question".to_owned(), |reading| reading.number(one.code.span(), one.question.len(), 0, QUESTIONS_MAX));
        questions
    }

    fn question(&mut self, asked: &form::Question, before: &[Question]) -> Option<Question> {
        let id: Option<QuestionId> = self.code(&asked.id, TypeWrong::NotAName);
        if let Some(id) = id {
            self.once(asked.id.span(), id, before.iter().map(|other| other.id));
        }
        let label = self.words("label", &asked.label, LABEL_MAX);
        let hint = asked.hint.as_ref().map(|hint| self.words("hint", hint, HELP_MAX));
        let options = self.within("options".to_owned(), |reading| reading.options(asked));
        let kind = match asked.answer.get_ref().as_str() {
            "date" => Some(AnswerKind::Date { past: asked.past }),
            "text" => Some(AnswerKind::Text),
            "yes_no" => Some(AnswerKind::YesNo),
            "choice" => Some(AnswerKind::Choice(options)),
            other => {
                self.within("answer".to_owned(), |reading| {
                    reading.wrong(asked.answer.span(), TypeWrong::Unknown(other.to_owned()));
                });
                None
            }
        };
        if asked.past && !matches!(kind, Some(AnswerKind::Date { .. })) {
            self.wrong(asked.id.span(), TypeWrong::PastWithoutDate);
        }
        let when = self.condition(asked.when.as_ref(), before);
        Some(Question { id: id?, label, hint, kind: kind?, required: asked.required, when, shared: asked.share })
    }

    fn options(&mut self, asked: &form::Question) -> Vec<AnswerOption> {
        let mut options: Vec<AnswerOption> = Vec::new();
        for option in &asked.options {
            let names = self.texts(option.id.get_ref(), [&option.nb, &option.nn, &option.en], NAME_MAX);
            if let Some(id) = self.code::<OptionId>(&option.id, TypeWrong::NotAName) {
                self.once(option.id.span(), id, options.iter().map(|other| other.id));
                options.push(AnswerOption { id, names });
            }
        }
        if asked.answer.get_ref() == "choice" {
            self.number(asked.id.span(), asked.options.len(), 2, OPTIONS_MAX);
        } else if !asked.options.is_empty() {
            self.wrong(asked.id.span(), TypeWrong::OptionsWithoutChoice);
        }
        options
    }

    fn condition(&mut self, when: Option<&form::Condition>, before: &[Question]) -> Option<Condition> {
        let when = when?;
        self.within("when".to_owned(), |reading| {
            let Some(question) = before.iter().find(|question| question.id.code() == when.question.get_ref()) else {
                reading.wrong(when.question.span(), TypeWrong::NoSuchQuestion(when.question.get_ref().clone()));
                return None;
            };
            match when.is.get_ref().parse().ok().filter(|answer| question.kind.has(*answer)) {
                Some(is) => Some(Condition { question: question.id, is }),
                None => {
                    reading.wrong(when.is.span(), TypeWrong::NoSuchAnswer(when.is.get_ref().clone()));
                    None
                }
            }
        })
    }

    pub(super) fn tasks(&mut self, one: &form::Type, questions: &[Question]) -> Vec<TypeTask> {
        self.within("task".to_owned(), |reading| reading.number(one.code.span(), one.task.len(), 0, TASKS_MAX));
        let tasks = one.task.iter().map(|task| {
            self.within(format!("task «{}»", task.title.nb.get_ref()), |reading| TypeTask {
                title: reading.words("title", &task.title, TITLE_MAX),
                due: task.due.as_ref().and_then(|due| reading.due(due, questions)),
                when: reading.condition(task.when.as_ref(), questions),
            })
        });
        tasks.collect()
    }

    fn due(&mut self, due: &form::Due, questions: &[Question]) -> Option<Due> {
        let days = *due.days.get_ref();
        if days > DAYS_MAX {
            self.wrong(due.days.span(), TypeWrong::Days(DAYS_MAX));
        }
        let Some(after) = &due.after else { return Some(Due { days, after: None }) };
        let question = questions.iter().find(|question| question.id.code() == after.get_ref());
        match question {
            None => self.wrong(after.span(), TypeWrong::NoSuchQuestion(after.get_ref().clone())),
            Some(question) if !matches!(question.kind, AnswerKind::Date { .. }) => {
                self.wrong(after.span(), TypeWrong::NotADate(after.get_ref().clone()));
            }
            Some(question) => return Some(Due { days, after: Some(question.id) }),
        }
        None
    }
}
