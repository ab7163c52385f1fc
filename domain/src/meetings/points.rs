//! Writing a protocol, one question a page.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Code, Date, Field, FieldErrors, text};

use super::input::{date, too_many, typed_day};
use super::record::actions;
use super::{ActionTyped, CELL_MAX, Head, LINE_MAX, LINES_MAX, PLACE_MAX, Point, Protocol};

/// The questions, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Who met, where and why?
    Head,
    /// What do the parties say of this point? The first is 1.
    Point(u8),
    /// When did the negotiations end?
    Result,
    /// Does either side have a comment?
    Comments,
    /// Who is to do what?
    Actions,
}

impl Step {
    /// The step's number, from 1: all points are one step.
    pub const fn number(self) -> u8 {
        match self {
            Self::Head => 1,
            Self::Point(_) => 2,
            Self::Result => 3,
            Self::Comments => 4,
            Self::Actions => 5,
        }
    }

    /// The step after this; none after the last.
    pub fn next(self, points: usize) -> Option<Self> {
        match self {
            Self::Head => Some(Self::Point(1)),
            Self::Point(n) if usize::from(n) < points => Some(Self::Point(n + 1)),
            Self::Point(_) => Some(Self::Result),
            Self::Result => Some(Self::Comments),
            Self::Comments => Some(Self::Actions),
            Self::Actions => None,
        }
    }

    /// The step before this; none before the first.
    pub fn before(self, points: usize) -> Option<Self> {
        match self {
            Self::Head => None,
            Self::Point(0 | 1) => Some(Self::Head),
            Self::Point(n) => Some(Self::Point(n - 1)),
            Self::Result => Some(Self::Point(u8::try_from(points).unwrap_or(u8::MAX).max(1))),
            Self::Comments => Some(Self::Result),
            Self::Actions => Some(Self::Comments),
        }
    }
}

/// As it stands in an address.
impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Head => f.write_str("hvem"),
            Self::Point(n) => write!(f, "punkt-{n}"),
            Self::Result => f.write_str("resultat"),
            Self::Comments => f.write_str("merknader"),
            Self::Actions => f.write_str("oppfolging"),
        }
    }
}

/// There is no such step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such step")]
pub struct NoSuchStep;

impl FromStr for Step {
    type Err = NoSuchStep;

    fn from_str(text: &str) -> Result<Self, NoSuchStep> {
        let point = || {
            let number = text.strip_prefix("punkt-")?.parse::<u8>().ok()?;
            (1..=LINES_MAX).contains(&usize::from(number)).then_some(Self::Point(number))
        };
        match text {
            "hvem" => Ok(Self::Head),
            "resultat" => Ok(Self::Result),
            "merknader" => Ok(Self::Comments),
            "oppfolging" => Ok(Self::Actions),
            _ => point().ok_or(NoSuchStep),
        }
    }
}

/// One point as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PointTyped {
    /// What it is about.
    pub subject: String,
    /// What the employer says.
    pub employer_says: String,
    /// What we say.
    pub we_say: String,
    /// What they agree on.
    pub agreed: String,
    /// What they do not agree on.
    pub disagreed: String,
}

/// What was typed at one step, word for word; the fields of the other steps are empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StepTyped {
    /// The day.
    pub held_on: String,
    /// Where.
    pub place: String,
    /// Who was there for the employer.
    pub employer_party: String,
    /// Who was there for us.
    pub our_party: String,
    /// Why; may be empty.
    pub basis: String,
    /// One point.
    pub point: PointTyped,
    /// When the negotiations ended; may be empty.
    pub ended_on: String,
    /// A longer time to sue; may be empty.
    pub longer_time: String,
    /// The employer's own comment; may be empty.
    pub employer_comment: String,
    /// Our own comment; may be empty.
    pub our_comment: String,
    /// What is to be done.
    pub actions: Vec<ActionTyped>,
}

impl StepTyped {
    /// What a protocol says at a step, as it is typed into the form again.
    pub fn of(protocol: &Protocol, step: Step) -> Self {
        match step {
            Step::Head => Self {
                held_on: typed_day(protocol.head.held_on),
                place: protocol.head.place.clone(),
                employer_party: protocol.head.employer.clone(),
                our_party: protocol.head.ours.clone(),
                basis: protocol.head.basis.clone(),
                ..Self::default()
            },
            Step::Point(n) => {
                Self { point: protocol.points.get(index(n)).cloned().map(PointTyped::from).unwrap_or_default(), ..Self::default() }
            }
            Step::Result => Self { ended_on: typed_day(protocol.ended_on), longer_time: protocol.longer_time.clone(), ..Self::default() },
            Step::Comments => {
                Self { employer_comment: protocol.employer_comment.clone(), our_comment: protocol.our_comment.clone(), ..Self::default() }
            }
            Step::Actions => Self { actions: protocol.actions.iter().map(ActionTyped::of).collect(), ..Self::default() },
        }
    }

    /// Whether something that was filled in here stands otherwise, or not at all, in the other.
    pub fn is_lost_in(&self, other: &Self) -> bool {
        let texts = |step: &Self| {
            let Self { held_on, place, employer_party, our_party, basis, point, .. } = step.clone();
            let Self { ended_on, longer_time, employer_comment, our_comment, .. } = step.clone();
            let PointTyped { subject, employer_says, we_say, agreed, disagreed } = point;
            let head = [held_on, place, employer_party, our_party, basis];
            let rest = [subject, employer_says, we_say, agreed, disagreed, ended_on, longer_time, employer_comment, our_comment];
            head.into_iter().chain(rest).collect::<Vec<_>>()
        };
        let lost = |(was, is): (String, String)| !was.is_empty() && was != is;
        let told = |action: &ActionTyped| ActionTyped { id: String::new(), ..action.clone() };
        let action_lost = |was: &ActionTyped| other.actions.iter().all(|is| told(is) != told(was));
        texts(self).into_iter().zip(texts(other)).any(lost) || self.actions.iter().any(action_lost)
    }

    /// The protocol with this step's answers in it, or what is wrong with them. A point in which nothing stands is
    /// taken out.
    pub fn apply(&self, step: Step, protocol: &Protocol, today: Date, fresh: impl FnMut() -> Uuid) -> Result<Protocol, FieldErrors> {
        let mut errors = FieldErrors::default();
        let mut changed = protocol.clone();
        match step {
            Step::Head => {
                let line = |typed: &str| text::line(typed, PLACE_MAX);
                changed.head = Head {
                    held_on: errors.take(Field::HeldOn, date(&self.held_on, today)),
                    place: errors.take(Field::MeetingPlace, line(&self.place)).unwrap_or_default(),
                    employer: errors.take(Field::EmployerParty, text::lines(&self.employer_party, CELL_MAX)).unwrap_or_default(),
                    ours: errors.take(Field::OurParty, text::lines(&self.our_party, CELL_MAX)).unwrap_or_default(),
                    basis: errors.take(Field::Basis, text::optional(line(&self.basis))).unwrap_or_default(),
                };
            }
            Step::Point(n) => self.point.apply(n, &mut changed.points, &mut errors),
            Step::Result => {
                let ended = Some(self.ended_on.as_str()).filter(|typed| !typed.trim().is_empty());
                changed.ended_on = ended.and_then(|typed| errors.take(Field::EndedOn, date(typed, today)));
                changed.longer_time = cell(&mut errors, Field::LongerTime, &self.longer_time);
            }
            Step::Comments => {
                changed.employer_comment = cell(&mut errors, Field::EmployerComment, &self.employer_comment);
                changed.our_comment = cell(&mut errors, Field::OurComment, &self.our_comment);
            }
            Step::Actions => {
                changed.actions = errors.take(Field::Actions, actions(&self.actions, today, fresh)).unwrap_or_default();
            }
        }
        if errors.is_empty() { Ok(changed) } else { Err(errors) }
    }
}

fn index(n: u8) -> usize {
    usize::from(n.max(1)) - 1
}

fn cell(errors: &mut FieldErrors, field: Field, typed: &str) -> String {
    errors.take(field, text::optional(text::lines(typed, CELL_MAX))).unwrap_or_default()
}

impl PointTyped {
    fn apply(&self, n: u8, points: &mut Vec<Point>, errors: &mut FieldErrors) {
        let all = [&self.subject, &self.employer_says, &self.we_say, &self.agreed, &self.disagreed];
        let at = index(n).min(points.len());
        if all.into_iter().all(|typed| typed.trim().is_empty()) {
            // There must be one; of the others, an empty one is not kept.
            if points.len() > usize::from(at < points.len()) {
                points.drain(at..(at + 1).min(points.len()));
            } else {
                errors.0.push((Field::Subject, Code::Missing));
            }
            return;
        }
        let point = Point {
            subject: errors.take(Field::Subject, text::line(&self.subject, LINE_MAX)).unwrap_or_default(),
            employer: cell(errors, Field::EmployerSays, &self.employer_says),
            ours: cell(errors, Field::WeSay, &self.we_say),
            agreed: cell(errors, Field::Agreed, &self.agreed),
            disagreed: cell(errors, Field::Disagreed, &self.disagreed),
        };
        match points.get_mut(at) {
            Some(there) => *there = point,
            None if at >= LINES_MAX => errors.0.push((Field::Subject, too_many(LINES_MAX))),
            None => points.push(point),
        }
    }
}

impl From<Point> for PointTyped {
    fn from(point: Point) -> Self {
        Self { subject: point.subject, employer_says: point.employer, we_say: point.ours, agreed: point.agreed, disagreed: point.disagreed }
    }
}

#[cfg(test)]
mod tests {
    use super::super::canonical::tests::protocol;
    use super::*;

    fn apply(typed: &StepTyped, step: Step, to: &Protocol) -> Result<Protocol, FieldErrors> {
        typed.apply(step, to, "2026-03-12".parse().unwrap(), || Uuid::from_u128(5))
    }

    #[test]
    fn typed_again_each_step_changes_nothing() {
        let protocol = protocol();
        let last = Step::Point(u8::try_from(protocol.points.len()).unwrap());
        for step in [Step::Head, Step::Point(1), last, Step::Result, Step::Comments, Step::Actions] {
            assert_eq!(apply(&StepTyped::of(&protocol, step), step, &protocol).as_ref(), Ok(&protocol), "{step}");
            assert_eq!(step.to_string().parse(), Ok(step));
        }
        for nonsense in ["", "punkt-", "punkt-0", "punkt-31", "punkt-999", "sjekk"] {
            assert_eq!(nonsense.parse::<Step>(), Err(NoSuchStep), "{nonsense}");
        }
    }

    #[test]
    fn points_are_added_changed_and_taken_out_but_for_the_only_one() {
        let empty = Protocol { points: Vec::new(), ..protocol() };
        let point = |subject: &str| StepTyped {
            point: PointTyped { subject: subject.to_owned(), ..PointTyped::default() },
            ..StepTyped::default()
        };
        assert_eq!(apply(&point(""), Step::Point(1), &empty).unwrap_err().of(Field::Subject), Some(Code::Missing));
        let one = apply(&point("A"), Step::Point(1), &empty).unwrap();
        // A number far beyond the last is the next one.
        let two = apply(&point("B"), Step::Point(9), &one).unwrap();
        let subjects = |protocol: &Protocol| protocol.points.iter().map(|point| point.subject.clone()).collect::<Vec<_>>();
        assert_eq!(subjects(&two), ["A", "B"]);
        assert_eq!(subjects(&apply(&point("C"), Step::Point(1), &two).unwrap()), ["C", "B"]);
        assert_eq!(subjects(&apply(&point(""), Step::Point(1), &two).unwrap()), ["B"]);
        assert_eq!(subjects(&apply(&point(""), Step::Point(3), &two).unwrap()), ["A", "B"]);
        assert!(apply(&point(""), Step::Point(1), &one).is_err());
        let nameless = StepTyped { point: PointTyped { agreed: "x".to_owned(), ..PointTyped::default() }, ..StepTyped::default() };
        assert_eq!(apply(&nameless, Step::Point(1), &one).unwrap_err().0, [(Field::Subject, Code::Missing)]);
    }

    #[test]
    fn the_way_goes_through_all_and_back() {
        let mut way = vec![Step::Head];
        while let Some(next) = way.last().unwrap().next(2) {
            way.push(next);
        }
        assert_eq!(way, [Step::Head, Step::Point(1), Step::Point(2), Step::Result, Step::Comments, Step::Actions]);
        let mut back = vec![Step::Actions];
        while let Some(before) = back.last().unwrap().before(2) {
            back.push(before);
        }
        back.reverse();
        assert_eq!(back, way);
        assert_eq!(Step::Result.before(0), Some(Step::Point(1)));
    }
}
