//! From the form to case types, with everything that is wrong on the way.

mod asking;

use std::fmt::Display;
use std::ops::Range;
use std::str::FromStr;

use toml::Spanned;

use super::form::{self, File, Words};
use crate::cases::types::{CaseType, CaseTypesError, CaseTypesErrors, Outcome, OutcomeCode, TypeFacts, TypeWrong};
use crate::code::UnknownCode;
use crate::{Code, Lang, Texts, text};

/// The longest name of a type, an outcome or an option; the longest question; the longest help, in characters.
const NAME_MAX: u32 = 80;
const LABEL_MAX: u32 = 140;
const HELP_MAX: u32 = 300;
/// The most types, and outcomes of a type.
const TYPES_MAX: usize = 200;
const OUTCOMES_MAX: usize = 20;

/// That a type is not in the file.
pub(super) fn gone(case_type: CaseType) -> CaseTypesError {
    CaseTypesError { line: 1, place: String::new(), wrong: TypeWrong::Gone(case_type) }
}

pub(super) fn read(text: &str) -> Result<Vec<TypeFacts>, CaseTypesErrors> {
    let file: File = toml::from_str(text).map_err(|error| CaseTypesErrors(vec![form_error(text, &error)]))?;
    let mut reading = Reading { text, errors: Vec::new(), place: Vec::new() };
    let mut shared: Vec<Outcome> = Vec::new();
    for outcome in &file.outcome {
        reading.within(format!("outcome {}", outcome.code.get_ref()), |reading| {
            let names = reading.words("name", &outcome.name, NAME_MAX);
            reading.outcome(&mut shared, &outcome.code, names);
        });
    }
    let mut types: Vec<TypeFacts> = Vec::new();
    for one in &file.types {
        let facts = reading.within(one.code.get_ref().clone(), |reading| reading.case_type(&shared, one));
        if types.iter().any(|other| other.case_type.code() == one.code.get_ref()) {
            reading.wrong(one.code.span(), TypeWrong::Twice(one.code.get_ref().clone()));
        }
        types.extend(facts);
    }
    reading.number(0..0, file.types.len(), 1, TYPES_MAX);
    if reading.errors.is_empty() && types.iter().all(|facts| facts.closed) {
        reading.wrong(0..0, TypeWrong::NothingOffered);
    }
    if reading.errors.is_empty() { Ok(types) } else { Err(CaseTypesErrors(reading.errors)) }
}

/// What the reader of the form says, with the type it says it of: the last that began before.
fn form_error(text: &str, error: &toml::de::Error) -> CaseTypesError {
    let at = error.span().map_or(0, |span| span.start);
    let before = text.get(..at).unwrap_or_default();
    let begins = before.rfind("[[type]]").and_then(|at| text.get(at..));
    let code = begins.and_then(|text| text.lines().find_map(|line| line.trim().strip_prefix("code")?.split('"').nth(1)));
    let place = code.unwrap_or_default().to_owned();
    CaseTypesError { line: line(text, at), place, wrong: TypeWrong::Form(error.message().to_owned()) }
}

fn line(text: &str, at: usize) -> usize {
    text.get(..at).map_or(1, |before| before.matches('\n').count() + 1)
}

struct Reading<'a> {
    text: &'a str,
    errors: Vec<CaseTypesError>,
    place: Vec<String>,
}

impl Reading<'_> {
    fn wrong(&mut self, at: Range<usize>, wrong: TypeWrong) {
        self.errors.push(CaseTypesError { line: line(self.text, at.start), place: self.place.join(", "), wrong });
    }

    fn within<T>(&mut self, place: String, read: impl FnOnce(&mut Self) -> T) -> T {
        self.place.push(place);
        let read = read(self);
        self.place.pop();
        read
    }

    fn number(&mut self, at: Range<usize>, count: usize, least: usize, most: usize) {
        if count < least || count > most {
            self.wrong(at, TypeWrong::Number(least, most));
        }
    }

    /// A code of a kind that the file itself makes.
    fn code<T: FromStr>(&mut self, code: &Spanned<String>, wrong: fn(String) -> TypeWrong) -> Option<T> {
        let read = code.get_ref().parse().ok();
        if read.is_none() {
            self.wrong(code.span(), wrong(code.get_ref().clone()));
        }
        read
    }

    /// A code of a kind that the portal knows.
    fn known<T: FromStr<Err = UnknownCode>>(&mut self, at: Range<usize>, code: &str) -> Option<T> {
        code.parse().map_err(|UnknownCode(code)| self.wrong(at, TypeWrong::Unknown(code))).ok()
    }

    fn once<T: PartialEq + Display>(&mut self, at: Range<usize>, code: T, mut others: impl Iterator<Item = T>) {
        if others.any(|other| other == code) {
            self.wrong(at, TypeWrong::Twice(code.to_string()));
        }
    }

    fn words(&mut self, field: &str, words: &Words, max: u32) -> Texts {
        self.texts(field, [&words.nb, &words.nn, &words.en], max)
    }

    fn texts(&mut self, field: &str, words: [&Spanned<String>; 3], max: u32) -> Texts {
        for (lang, words) in Lang::ALL.iter().zip(words) {
            let read = text::line(words.get_ref(), max);
            let same = read.and_then(|line| if line == *words.get_ref() { Ok(()) } else { Err(Code::Unreadable) });
            if let Err(code) = same {
                self.within(format!("{field}.{lang}"), |reading| reading.wrong(words.span(), TypeWrong::Words(code)));
            }
        }
        let [nb, nn, en] = words.map(|words| words.get_ref().clone());
        Texts { nb, nn, en }
    }

    fn outcome(&mut self, outcomes: &mut Vec<Outcome>, code: &Spanned<String>, names: Texts) {
        let Some(read) = self.code::<OutcomeCode>(code, TypeWrong::NotACode) else { return };
        self.once(code.span(), read, outcomes.iter().map(|other| other.code));
        outcomes.push(Outcome { code: read, names });
    }

    fn case_type(&mut self, shared: &[Outcome], one: &form::Type) -> Option<TypeFacts> {
        let case_type = self.code(&one.code, TypeWrong::NotACode);
        let (names, help) = (self.words("name", &one.name, NAME_MAX), self.words("help", &one.help, HELP_MAX));
        let group = self.within("group".to_owned(), |reading| reading.known(one.group.span(), one.group.get_ref()));
        let sensitivity = self.within("sensitivity".to_owned(), |reading| reading.known(one.sensitivity.span(), one.sensitivity.get_ref()));
        let kinds = self.within("kinds".to_owned(), |reading| {
            reading.number(one.kinds.span(), one.kinds.get_ref().len(), 1, 3);
            let mut kinds = Vec::new();
            for kind in one.kinds.get_ref() {
                if let Some(kind) = reading.known(one.kinds.span(), kind) {
                    reading.once(one.kinds.span(), kind, kinds.iter().copied());
                    kinds.push(kind);
                }
            }
            kinds
        });
        let outcomes = self.outcomes(shared, one);
        let questions = self.questions(one);
        let tasks = self.tasks(one, &questions);
        Some(TypeFacts {
            case_type: case_type?,
            names,
            help,
            group: group?,
            sensitivity: sensitivity?,
            kinds,
            closed: one.closed,
            shares_description: one.share_description,
            questions,
            outcomes,
            tasks,
        })
    }

    fn outcomes(&mut self, shared: &[Outcome], one: &form::Type) -> Vec<Outcome> {
        let mut outcomes: Vec<Outcome> = Vec::new();
        self.within("outcomes".to_owned(), |reading| {
            for code in one.outcomes.get_ref() {
                match shared.iter().find(|outcome| outcome.code.code() == code) {
                    None => reading.wrong(one.outcomes.span(), TypeWrong::NoSuchOutcome(code.clone())),
                    Some(outcome) => {
                        reading.once(one.outcomes.span(), outcome.code, outcomes.iter().map(|other| other.code));
                        outcomes.push(outcome.clone());
                    }
                }
            }
            for own in &one.own_outcomes {
                let names = reading.texts(own.code.get_ref(), [&own.nb, &own.nn, &own.en], NAME_MAX);
                // One of the shared that this type does not list has its name elsewhere, and must not have two.
                if shared.iter().any(|outcome| outcome.code.code() == own.code.get_ref()) {
                    reading.wrong(own.code.span(), TypeWrong::Twice(own.code.get_ref().clone()));
                } else {
                    reading.outcome(&mut outcomes, &own.code, names);
                }
            }
            reading.number(one.outcomes.span(), one.outcomes.get_ref().len() + one.own_outcomes.len(), 1, OUTCOMES_MAX);
        });
        outcomes
    }
}
