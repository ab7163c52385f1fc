//! A new case, from what was typed to something that can be saved.

use serde::{Deserialize, Serialize};

use crate::{Code, Date, Field, FieldErrors, MemberId, text};

use super::{About, Answer, AnswersTyped, CaseKind, CaseType, CaseTypes, GROUP_MAX, Question, QuestionId, TypeFacts};

/// The longest account of what happened, in characters.
pub const DESCRIPTION_MAX: u32 = 20_000;

/// What has been typed so far, word for word; kept between the steps and when something is refused.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewCaseTyped {
    /// The chosen type's code.
    pub case_type: String,
    /// How many it is about; what the type begins with, when nothing was chosen. See [`NewCaseTyped::kind`].
    pub kind: String,
    /// The chosen member's id, in a case about one.
    pub member: String,
    /// The ids of the members chosen so far, in a case about several.
    pub members: Vec<String>,
    /// Where everybody is, in a case about all at a place.
    pub case_place: String,
    /// When it happened.
    pub happened: String,
    /// What happened.
    pub description: String,
    /// What was answered to the questions of the type; also to those of another that was chosen before.
    pub answers: AnswersTyped,
}

/// A new case with every field valid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCase {
    /// What it is about.
    pub case_type: CaseType,
    /// Whom it is about.
    pub about: About,
    /// The day it happened, not in the future.
    pub happened_on: Date,
    /// What happened.
    pub description: String,
    /// The answers to what the type asks.
    pub answers: Vec<Answer>,
}

/// The steps of making a case, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// What is it about?
    About,
    /// Who is it about?
    Who,
    /// What happened, and when?
    What,
    /// What the type asks, on this page of it, from 0.
    Questions(u8),
    /// Is this right?
    Check,
}

impl Step {
    /// How many steps people are told of: the pages of questions are one.
    pub const COUNT: u8 = 5;

    /// The step's number, from 1.
    pub const fn number(self) -> u8 {
        match self {
            Self::About => 1,
            Self::Who => 2,
            Self::What => 3,
            Self::Questions(_) => 4,
            Self::Check => 5,
        }
    }

    /// The fields asked for at this step.
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::About => &[Field::CaseType],
            Self::Who => &[Field::Member, Field::CasePlace],
            Self::What => &[Field::HappenedOn, Field::Description],
            Self::Questions(_) => &[Field::Answers],
            Self::Check => &[],
        }
    }
}

impl NewCaseTyped {
    /// Everything at once, as of `today` in Oslo.
    pub fn check(&self, types: &CaseTypes, today: Date) -> Result<NewCase, FieldErrors> {
        let mut errors = FieldErrors::default();
        let facts = errors.take(Field::CaseType, self.facts(types));
        let about = self.about(types).map_err(|wrong| errors.0.push(wrong)).ok();
        let happened_on = errors.take(Field::HappenedOn, happened_on(&self.happened, today));
        let description = errors.take(Field::Description, text::lines(&self.description, DESCRIPTION_MAX));
        let answers = facts.and_then(|facts| errors.take(Field::Answers, facts.answers(&self.answers, today)));
        match (facts, about, happened_on, description, answers) {
            (Some(facts), Some(about), Some(happened_on), Some(description), Some(answers)) => {
                Ok(NewCase { case_type: facts.case_type, about, happened_on, description, answers })
            }
            _ => Err(errors),
        }
    }

    /// What is wrong with the fields of one step.
    pub fn errors_at(&self, step: Step, types: &CaseTypes, today: Date) -> FieldErrors {
        if let Step::Questions(page) = step {
            let first = self.wrong_answers(page, types, today).into_iter().next();
            return FieldErrors(first.map(|(_, code)| (Field::Answers, code)).into_iter().collect());
        }
        let all = self.check(types, today).err().unwrap_or_default();
        FieldErrors(all.0.into_iter().filter(|(field, _)| step.fields().contains(field)).collect())
    }

    /// The steps that ask something, as far as is known: of the pages of questions, those with any that is asked.
    pub fn steps(&self, types: &CaseTypes) -> Vec<Step> {
        let pages = self.facts(types).map_or(0, |facts| facts.pages().len());
        let pages = (0..u8::try_from(pages).unwrap_or(u8::MAX)).filter(|page| !self.questions(*page, types).is_empty());
        [Step::About, Step::Who, Step::What].into_iter().chain(pages.map(Step::Questions)).chain([Step::Check]).collect()
    }

    /// The first step with something missing or wrong, or with questions that have not been asked; the last step when all
    /// is well.
    pub fn next_open_step(&self, types: &CaseTypes, today: Date) -> Step {
        let unasked = |step: Step| match step {
            Step::Questions(page) => self.questions(page, types).iter().any(|question| !self.answers.contains_key(&question.id)),
            _ => false,
        };
        let open = |step: &Step| unasked(*step) || !self.errors_at(*step, types, today).is_empty();
        self.steps(types).into_iter().find(open).unwrap_or(Step::Check)
    }

    /// The step before this one.
    pub fn step_before(&self, step: Step, types: &CaseTypes) -> Option<Step> {
        self.steps(types).into_iter().rev().find(|earlier| *earlier < step)
    }

    /// The chosen type's code; whether there is such a type is for [`NewCaseTyped::facts`].
    pub fn case_type(&self) -> Result<CaseType, Code> {
        chosen(&self.case_type)
    }

    /// The chosen type, if a new case can be of it.
    pub fn facts<'a>(&self, types: &'a CaseTypes) -> Result<&'a TypeFacts, Code> {
        types.offer(self.case_type()?).ok_or(Code::NotOffered)
    }

    /// How many it is about: as was chosen, where the type allows that; else one, when one was chosen; else what the type
    /// names first.
    pub fn kind(&self, types: &CaseTypes) -> CaseKind {
        let allowed = self.kinds(types);
        let one = (!self.member.is_empty()).then_some(CaseKind::Individual);
        let chosen = [self.kind.parse().ok(), one].into_iter().flatten().find(|kind| allowed.contains(kind));
        chosen.or_else(|| allowed.first().copied()).unwrap_or_default()
    }

    /// How many a case of the chosen type can be about.
    pub fn kinds<'a>(&self, types: &'a CaseTypes) -> &'a [CaseKind] {
        self.facts(types).map_or(&[], |facts| &facts.kinds)
    }

    /// Says that it is about one member.
    pub fn choose_one(&mut self, member: String) {
        self.kind = CaseKind::Individual.code().to_owned();
        self.member = member;
    }

    /// Says how many it is about. Whoever was chosen alone is among several from the first.
    pub fn choose_kind(&mut self, kind: CaseKind) {
        self.kind = kind.code().to_owned();
        if kind == CaseKind::Group && self.members.is_empty() && !self.member.is_empty() {
            self.members.push(self.member.clone());
        }
    }

    /// One more of several. Who may be chosen is for the store to decide.
    pub fn add_member(&mut self, member: MemberId) -> Result<(), Code> {
        self.choose_kind(CaseKind::Group);
        let member = member.to_string();
        if !self.members.contains(&member) {
            if self.members.len() >= GROUP_MAX as usize {
                return Err(Code::TooMany { max: GROUP_MAX });
            }
            self.members.push(member);
        }
        Ok(())
    }

    /// One less.
    pub fn remove_member(&mut self, member: &str) {
        self.members.retain(|other| other != member);
    }

    /// Whom it is about; what is missing or wrong, with its field.
    pub fn about(&self, types: &CaseTypes) -> Result<About, (Field, Code)> {
        let member = |code| (Field::Member, code);
        match self.kind(types) {
            CaseKind::Individual => chosen(&self.member).map(About::Member).map_err(member),
            CaseKind::Group => {
                let members = self.members.iter().map(|member| chosen(member)).collect::<Result<Vec<_>, _>>();
                members.and_then(About::group).map_err(member)
            }
            CaseKind::Collective => chosen(&self.case_place).map(About::Everybody).map_err(|code| (Field::CasePlace, code)),
        }
    }

    /// What is asked on a page of questions.
    pub fn questions<'a>(&self, page: u8, types: &'a CaseTypes) -> Vec<&'a Question> {
        self.facts(types).map_or_else(|_| Vec::new(), |facts| facts.asked_on(page, &self.answers))
    }

    /// What is wrong with the answers to these.
    pub fn wrong_answers(&self, page: u8, types: &CaseTypes, today: Date) -> Vec<(QuestionId, Code)> {
        let wrong = self.facts(types).map_or_else(|_| Vec::new(), |facts| facts.wrong_answers(&self.answers, today));
        let on_page = self.questions(page, types);
        wrong.into_iter().filter(|(id, _)| on_page.iter().any(|question| question.id == *id)).collect()
    }

    /// Takes the answers to what is asked on a page; a question without one is left empty. What is not asked there is
    /// not taken.
    pub fn answer(&mut self, page: u8, types: &CaseTypes, mut sent: impl FnMut(QuestionId) -> Option<String>) {
        let asked: Vec<QuestionId> = self.questions(page, types).into_iter().map(|question| question.id).collect();
        self.answers.extend(asked.into_iter().map(|id| (id, sent(id).unwrap_or_default())));
    }
}

fn chosen<T: std::str::FromStr>(typed: &str) -> Result<T, Code> {
    match typed.trim() {
        "" => Err(Code::Missing),
        typed => typed.parse().map_err(|_| Code::NotOffered),
    }
}

fn happened_on(typed: &str, today: Date) -> Result<Date, Code> {
    if typed.trim().is_empty() {
        return Err(Code::Missing);
    }
    match Date::parse_typed(typed) {
        Err(_) => Err(Code::NotADate),
        Ok(date) if date > today => Err(Code::InTheFuture),
        Ok(date) if date.year() < 1950 => Err(Code::Unlikely),
        Ok(date) => Ok(date),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPES: &str = r#"
outcome = [{ code = "ENIGE", name = { nb = "Enige", nn = "Samde", en = "Agreed" } }]

[[type]]
code = "OPPSIGELSE"
name = { nb = "Oppsigelse", nn = "Oppseiing", en = "Dismissal" }
help = { nb = "Jobben.", nn = "Jobben.", en = "The job." }
group = "job"
sensitivity = "personnel"
kinds = ["individual"]
share_description = true
outcomes = ["ENIGE"]
question = [
    { id = "brev", label = { nb = "Brev?", nn = "Brev?", en = "Letter?" }, answer = "yes_no", required = true, share = true },
    { id = "kom", label = { nb = "Kom?", nn = "Kom?", en = "Came?" }, answer = "date", past = true, required = true, share = true, when = { question = "brev", is = "yes" } },
    { id = "mer", label = { nb = "Mer?", nn = "Meir?", en = "More?" }, answer = "text", share = false },
]

[[type]]
code = "ANNET"
name = { nb = "Annet", nn = "Anna", en = "Other" }
help = { nb = "Annet.", nn = "Anna.", en = "Other." }
group = "other"
sensitivity = "general"
kinds = ["collective", "group", "individual"]
share_description = true
outcomes = ["ENIGE"]

[[type]]
code = "GAMMEL"
name = { nb = "Gammel", nn = "Gammal", en = "Old" }
help = { nb = "Gammel.", nn = "Gammal.", en = "Old." }
group = "other"
sensitivity = "general"
kinds = ["individual"]
closed = true
share_description = true
outcomes = ["ENIGE"]
"#;

    fn types() -> CaseTypes {
        CaseTypes::parse(1, TYPES).unwrap()
    }

    fn today() -> Date {
        "2026-03-12".parse().unwrap()
    }

    fn id(id: &str) -> QuestionId {
        id.parse().unwrap()
    }

    fn one(n: u128) -> String {
        uuid::Uuid::from_u128(n).to_string()
    }

    fn typed() -> NewCaseTyped {
        NewCaseTyped {
            case_type: "OPPSIGELSE".to_owned(),
            member: one(7),
            happened: "11/3-26".to_owned(),
            description: " Fikk brev på jobb.\r\n".to_owned(),
            answers: [("brev", "yes"), ("kom", "10.3.2026"), ("mer", "")].map(|(q, text)| (id(q), text.to_owned())).into(),
            ..NewCaseTyped::default()
        }
    }

    #[test]
    fn a_whole_case() {
        let case = typed().check(&types(), today()).unwrap();
        assert_eq!(case.case_type.code(), "OPPSIGELSE");
        assert_eq!(case.happened_on.to_string(), "2026-03-11");
        assert_eq!(case.description, "Fikk brev på jobb.");
        let answers: Vec<_> = case.answers.iter().map(|answer| (answer.question.code(), answer.text.as_str())).collect();
        assert_eq!(answers, [("brev", "yes"), ("kom", "2026-03-10")]);
        assert_eq!(typed().next_open_step(&types(), today()), Step::Check);
    }

    #[test]
    fn how_many_it_is_about_is_as_the_type_allows() {
        let types = types();
        let who = |case: &NewCaseTyped| case.check(&types, today()).map(|case| case.about);
        let wrong = |case: &NewCaseTyped| who(case).unwrap_err().0;
        let mut case = typed();
        case.choose_kind(CaseKind::Group);
        assert_eq!(case.kind(&types), CaseKind::Individual, "a dismissal is about one");
        assert_eq!(who(&case).unwrap().kind(), CaseKind::Individual);
        case.case_type = "ANNET".to_owned();
        assert_eq!((case.kind(&types), wrong(&case)), (CaseKind::Group, vec![(Field::Member, Code::TooFew { min: 2 })]));
        case.members.push(one(8));
        assert_eq!(who(&case).unwrap().members().len(), 2, "whoever was chosen alone is the first of several");
        case.members.push("x".to_owned());
        assert_eq!(wrong(&case), [(Field::Member, Code::NotOffered)]);
        case.choose_kind(CaseKind::Collective);
        assert_eq!(wrong(&case), [(Field::CasePlace, Code::Missing)]);
        assert_eq!(case.errors_at(Step::Who, &types, today()).0, wrong(&case));
        case.case_place = "x".to_owned();
        assert_eq!(wrong(&case), [(Field::CasePlace, Code::NotOffered)]);
        case.case_place = one(9);
        assert_eq!((who(&case).unwrap().kind(), who(&case).unwrap().members()), (CaseKind::Collective, &[][..]));
        case.choose_one(one(8));
        assert_eq!(who(&case).unwrap().kind(), CaseKind::Individual);
        let mut many = typed();
        for n in 0..50 {
            assert_eq!(many.add_member(MemberId(uuid::Uuid::from_u128(7 + n))), Ok(()), "{n}");
            assert_eq!(many.add_member(MemberId(uuid::Uuid::from_u128(7))), Ok(()), "once is enough");
        }
        assert_eq!(many.add_member(MemberId(uuid::Uuid::from_u128(99))), Err(Code::TooMany { max: 50 }));
        many.remove_member(&one(7));
        assert_eq!((many.members.len(), many.add_member(MemberId(uuid::Uuid::from_u128(99)))), (49, Ok(())));
        // Nothing chosen: what the type names first, but for somebody who was chosen beforehand.
        let begun = NewCaseTyped { case_type: "ANNET".to_owned(), ..NewCaseTyped::default() };
        assert_eq!(begun.kind(&types), CaseKind::Collective);
        assert_eq!(NewCaseTyped { member: one(7), ..begun }.kind(&types), CaseKind::Individual);
    }

    #[test]
    fn each_step_has_its_own_errors() {
        let (types, empty) = (types(), NewCaseTyped::default());
        assert_eq!(empty.next_open_step(&types, today()), Step::About);
        assert_eq!(empty.errors_at(Step::Who, &types, today()).of(Field::Member), Some(Code::Missing));
        assert!(empty.errors_at(Step::Check, &types, today()).is_empty());
        let future = NewCaseTyped { happened: "13.3.2026".to_owned(), ..typed() };
        assert_eq!(future.errors_at(Step::What, &types, today()).of(Field::HappenedOn), Some(Code::InTheFuture));
        for case_type in ["FOO", "GAMMEL", "foo"] {
            let other = NewCaseTyped { case_type: case_type.to_owned(), member: "x".to_owned(), ..typed() };
            assert_eq!(other.errors_at(Step::About, &types, today()).of(Field::CaseType), Some(Code::NotOffered), "{case_type}");
            assert_eq!(other.errors_at(Step::Who, &types, today()).of(Field::Member), Some(Code::NotOffered));
        }
    }

    #[test]
    fn the_type_s_questions_are_steps_when_they_are_asked() {
        let types = types();
        let mut case = NewCaseTyped { answers: AnswersTyped::new(), ..typed() };
        let pages = |case: &NewCaseTyped| case.steps(&types).into_iter().filter(|step| step.number() == 4).collect::<Vec<_>>();
        assert_eq!(
            (pages(&case), case.next_open_step(&types, today())),
            (vec![Step::Questions(0), Step::Questions(1)], Step::Questions(0))
        );
        case.answer(0, &types, |_| None);
        assert_eq!(case.errors_at(Step::Questions(0), &types, today()).of(Field::Answers), Some(Code::Missing));
        case.answer(0, &types, |_| Some("no".to_owned()));
        assert_eq!(case.next_open_step(&types, today()), Step::Questions(1), "an optional question is asked too");
        assert_eq!(case.questions(1, &types).len(), 1, "and when the letter came is not");
        case.answer(1, &types, |question| Some(format!("{question} svar")));
        assert_eq!((case.answers.len(), case.next_open_step(&types, today())), (2, Step::Check));
        case.answer(0, &types, |_| Some("yes".to_owned()));
        assert_eq!(case.next_open_step(&types, today()), Step::Questions(1));
        case.answer(1, &types, |_| Some("13.3.2026".to_owned()));
        assert_eq!(case.wrong_answers(1, &types, today()), [(id("kom"), Code::InTheFuture)]);
        assert_eq!(case.check(&types, today()).unwrap_err().of(Field::Answers), Some(Code::InTheFuture));
        assert_eq!(case.step_before(Step::Check, &types), Some(Step::Questions(1)));
        let other = NewCaseTyped { case_type: "ANNET".to_owned(), ..typed() };
        assert_eq!((pages(&other), other.step_before(Step::Check, &types)), (vec![], Some(Step::What)));
        assert_eq!(other.check(&types, today()).unwrap().answers, [], "what another type asked is not saved");
    }
}
