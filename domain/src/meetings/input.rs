//! The call of a meeting, from what was typed to something that can be saved.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Code, Date, Field, FieldErrors, MemberId, Timestamp, text};

use super::{LINE_MAX, LINES_MAX, MeetingKind, PLACE_MAX, Participant, Plan};

/// What was typed, word for word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MeetingTyped {
    /// The code of the kind.
    pub kind: String,
    /// The day.
    pub date: String,
    /// When it begins.
    pub from: String,
    /// When it ends; may be empty.
    pub to: String,
    /// Where.
    pub place: String,
    /// Who calls it.
    pub called_by: String,
    /// One point on each line; may be empty.
    pub agenda: String,
    /// The ids of those on the case who are to come.
    pub ours: Vec<String>,
    /// The ids of those among them whom the others are not told of.
    pub hidden: Vec<String>,
    /// Those from the other side.
    pub others: Vec<OtherTyped>,
}

/// Somebody from the other side, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OtherTyped {
    /// Which, so that attendance stays theirs when the name changes.
    pub id: String,
    /// Their name.
    pub name: String,
    /// What they are; may be empty.
    pub role: String,
    /// Where the call is sent; may be empty.
    pub email: String,
    /// Whether the others are not told of them.
    pub hidden: bool,
}

impl OtherTyped {
    fn of(one: &Participant) -> Self {
        Self { id: one.id.to_string(), name: one.name.clone(), role: one.role.clone(), email: one.email.clone(), hidden: one.hidden }
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        [&self.name, &self.role, &self.email].into_iter().all(|typed| typed.trim().is_empty())
    }
}

/// A meeting with every field valid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMeeting {
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it ends, after it begins.
    pub ends_at: Option<Timestamp>,
    /// What it is to be.
    pub plan: Plan,
}

impl MeetingTyped {
    /// As it is typed into the form again.
    pub fn of(starts_at: Timestamp, ends_at: Option<Timestamp>, plan: &Plan) -> Self {
        let clock = |at: Timestamp| {
            let (_, hour, minute) = at.in_oslo();
            format!("{hour:02}.{minute:02}")
        };
        let (ours, others): (Vec<_>, Vec<_>) = plan.participants.iter().partition(|one| one.person.is_some());
        let id = |one: &&Participant| one.id.to_string();
        Self {
            kind: plan.kind.to_string(),
            date: typed_day(Some(starts_at.oslo_date())),
            from: clock(starts_at),
            to: ends_at.map(clock).unwrap_or_default(),
            place: plan.place.clone(),
            called_by: plan.called_by.clone(),
            agenda: plan.agenda.join("\n"),
            ours: ours.iter().map(id).collect(),
            hidden: ours.iter().filter(|one| one.hidden).map(id).collect(),
            others: others.into_iter().map(OtherTyped::of).collect(),
        }
    }

    /// Makes what was typed a meeting, or says what is wrong, as of `today` in Oslo. `people` are those on the case; a
    /// new participant gets an id from `fresh`.
    pub fn check(&self, today: Date, people: &[MemberId], fresh: impl FnMut() -> Uuid) -> Result<NewMeeting, FieldErrors> {
        let mut errors = FieldErrors::default();
        let kind = errors.take(Field::MeetingKind, self.kind());
        let date = errors.take(Field::MeetingDate, date(&self.date, today));
        let from = errors.take(Field::MeetingFrom, clock(&self.from));
        let starts_at = date.zip(from).and_then(|(date, (hour, minute))| {
            errors.take(Field::MeetingFrom, Timestamp::at_oslo(date, hour, minute).ok_or(Code::NotATime))
        });
        let ends_at = errors.take(Field::MeetingTo, self.ends_at(date, starts_at));
        let place = errors.take(Field::MeetingPlace, text::line(&self.place, PLACE_MAX));
        let called_by = errors.take(Field::CalledBy, text::line(&self.called_by, LINE_MAX));
        let agenda = errors.take(Field::Agenda, self.agenda());
        let participants = errors.take(Field::Others, self.participants(people, fresh));
        match (kind, starts_at, ends_at, place, called_by, agenda, participants) {
            (Some(kind), Some(starts_at), Some(ends_at), Some(place), Some(called_by), Some(agenda), Some(participants)) => {
                Ok(NewMeeting { starts_at, ends_at, plan: Plan { kind, place, called_by, agenda, participants } })
            }
            _ => Err(errors),
        }
    }

    /// The chosen kind.
    pub fn kind(&self) -> Result<MeetingKind, Code> {
        match self.kind.trim() {
            "" => Err(Code::Missing),
            code => code.parse().map_err(|_| Code::NotOffered),
        }
    }

    fn ends_at(&self, date: Option<Date>, starts_at: Option<Timestamp>) -> Result<Option<Timestamp>, Code> {
        if self.to.trim().is_empty() {
            return Ok(None);
        }
        let (hour, minute) = clock(&self.to)?;
        let Some(date) = date else { return Ok(None) };
        let ends_at = Timestamp::at_oslo(date, hour, minute).ok_or(Code::NotATime)?;
        if starts_at.is_some_and(|begins| ends_at <= begins) { Err(Code::NotAfter) } else { Ok(Some(ends_at)) }
    }

    fn agenda(&self) -> Result<Vec<String>, Code> {
        let lines = self.agenda.lines().filter(|line| !line.trim().is_empty());
        let agenda: Vec<String> = lines.map(|line| text::line(line, LINE_MAX)).collect::<Result<_, _>>()?;
        at_most(LINES_MAX, agenda)
    }

    fn participants(&self, people: &[MemberId], mut fresh: impl FnMut() -> Uuid) -> Result<Vec<Participant>, Code> {
        let ours = people.iter().filter(|person| self.ours.contains(&person.to_string())).map(|person| Participant {
            id: person.0,
            person: Some(*person),
            name: String::new(),
            role: String::new(),
            email: String::new(),
            hidden: self.hidden.contains(&person.to_string()),
        });
        let mut participants: Vec<Participant> = ours.collect();
        for other in self.others.iter().filter(|other| !other.is_empty()) {
            // An id that is somebody's already would make two of them one.
            let own = other.id.parse().ok().filter(|id| participants.iter().all(|one| one.id != *id));
            let own = own.filter(|id| people.iter().all(|person| person.0 != *id));
            participants.push(Participant {
                id: own.unwrap_or_else(&mut fresh),
                person: None,
                name: text::line(&other.name, LINE_MAX).map_err(line_missing)?,
                role: text::optional(text::line(&other.role, LINE_MAX))?,
                email: text::email(&other.email)?,
                hidden: other.hidden,
            });
        }
        at_most(LINES_MAX, participants)
    }
}

/// Of a line in a list, what is missing is said of the line.
pub(super) fn line_missing(code: Code) -> Code {
    if code == Code::Missing { Code::LineMissing } else { code }
}

pub(super) fn at_most<T>(max: usize, list: Vec<T>) -> Result<Vec<T>, Code> {
    if list.len() > max { Err(too_many(max)) } else { Ok(list) }
}

pub(super) fn too_many(max: usize) -> Code {
    Code::TooMany { max: u32::try_from(max).unwrap_or(u32::MAX) }
}

/// A day as people type it, and as [`date`] reads it.
pub(super) fn typed_day(day: Option<Date>) -> String {
    day.map(|day| format!("{}.{}.{}", day.day(), day.month(), day.year())).unwrap_or_default()
}

/// A day that is meant: not more than ten years away.
pub(super) fn date(typed: &str, today: Date) -> Result<Date, Code> {
    if typed.trim().is_empty() {
        return Err(Code::Missing);
    }
    let date = Date::parse_typed(typed).map_err(|_| Code::NotADate)?;
    if today.days_until(date).abs() > 3660 { Err(Code::Unlikely) } else { Ok(date) }
}

/// Reads a time of day as a Norwegian would type it: `14.30`, `14:30`, `1430`, `kl. 9`.
fn clock(typed: &str) -> Result<(i8, i8), Code> {
    let typed = typed.trim().to_lowercase();
    let typed = typed.strip_prefix("kl").map_or(typed.as_str(), |rest| rest.trim_start_matches('.').trim_start());
    if typed.is_empty() {
        return Err(Code::Missing);
    }
    let digits = |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let (hour, minute) = match typed.split_once(['.', ':']) {
        Some((hour, minute)) if digits(hour, 2) && digits(minute, 2) && minute.len() == 2 => (hour, minute),
        None if digits(typed, 2) => (typed, "0"),
        None if digits(typed, 4) => typed.split_at(typed.len() - 2),
        _ => return Err(Code::NotATime),
    };
    let part = |text: &str, below: i8| text.parse::<i8>().ok().filter(|number| *number < below).ok_or(Code::NotATime);
    Ok((part(hour, 24)?, part(minute, 60)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn today() -> Date {
        "2026-03-12".parse().unwrap()
    }

    fn person(n: u128) -> MemberId {
        MemberId(Uuid::from_u128(n))
    }

    fn typed() -> MeetingTyped {
        MeetingTyped {
            kind: "discussion".to_owned(),
            date: "20.3.2026".to_owned(),
            from: "kl. 14.30".to_owned(),
            to: "15:15".to_owned(),
            place: " Møterom 2 ".to_owned(),
            called_by: "Vakker Blomst".to_owned(),
            agenda: "Turnus\r\n\r\n  Ferie ".to_owned(),
            ours: vec![person(1).to_string(), person(9).to_string()],
            hidden: vec![person(1).to_string()],
            others: vec![OtherTyped { name: "Rektor Rød".to_owned(), email: "rod@example.com".to_owned(), ..OtherTyped::default() }],
        }
    }

    fn check(typed: &MeetingTyped) -> Result<NewMeeting, FieldErrors> {
        let mut next = 100;
        typed.check(today(), &[person(1), person(2)], || {
            next += 1;
            Uuid::from_u128(next)
        })
    }

    #[test]
    fn a_meeting_is_in_oslo_time_and_names_only_those_on_the_case() {
        let meeting = check(&typed()).unwrap();
        let (date, hour, minute) = meeting.starts_at.in_oslo();
        assert_eq!((date.to_string().as_str(), hour, minute), ("2026-03-20", 14, 30));
        assert_eq!(meeting.ends_at, Some(meeting.starts_at.plus_seconds(45 * 60)));
        assert_eq!(meeting.plan.agenda, ["Turnus", "Ferie"]);
        let came: Vec<_> = meeting.plan.participants.iter().map(|one| (one.person, one.name.as_str(), one.hidden)).collect();
        assert_eq!(came, [(Some(person(1)), "", true), (None, "Rektor Rød", false)]);
        let again = MeetingTyped::of(meeting.starts_at, meeting.ends_at, &meeting.plan);
        assert_eq!(check(&again), Ok(meeting), "typed again it is the same");
    }

    #[test]
    fn what_is_wrong_is_said_at_its_field() {
        let empty = check(&MeetingTyped::default()).unwrap_err();
        for field in [Field::MeetingKind, Field::MeetingDate, Field::MeetingFrom, Field::MeetingPlace, Field::CalledBy] {
            assert_eq!(empty.of(field), Some(Code::Missing), "{field}");
        }
        assert_eq!((empty.of(Field::MeetingTo), empty.of(Field::Agenda), empty.of(Field::Others)), (None, None, None));
        for (change, field, code) in [
            (
                &(|typed: &mut MeetingTyped| typed.from = "25.00".to_owned()) as &dyn Fn(&mut MeetingTyped),
                Field::MeetingFrom,
                Code::NotATime,
            ),
            (&|typed| typed.to = "14.30".to_owned(), Field::MeetingTo, Code::NotAfter),
            (&|typed| (typed.date, typed.from) = ("29.3.2026".to_owned(), "2.30".to_owned()), Field::MeetingFrom, Code::NotATime),
            (&|typed| typed.others[0].email = "rod".to_owned(), Field::Others, Code::NotAnAddress),
            (&|typed| typed.others[0].name.clear(), Field::Others, Code::LineMissing),
            (&|typed| typed.agenda = "x\n".repeat(31), Field::Agenda, Code::TooMany { max: 30 }),
            (&|typed| typed.kind = "party".to_owned(), Field::MeetingKind, Code::NotOffered),
        ] {
            let mut typed = typed();
            change(&mut typed);
            assert_eq!(check(&typed).unwrap_err().0, [(field, code)]);
        }
    }

    #[test]
    fn nobody_gets_the_id_of_somebody_else() {
        let mut typed = typed();
        typed.others[0].id = person(2).to_string();
        let participants = check(&typed).unwrap().plan.participants;
        assert_eq!(participants[1].id, Uuid::from_u128(101));
        typed.others[0].id = Uuid::from_u128(7).to_string();
        assert_eq!(check(&typed).unwrap().plan.participants[1].id, Uuid::from_u128(7));
    }

    #[test]
    fn times_are_read_as_people_type_them() {
        for typed in ["14.30", "14:30", "1430", " kl. 14.30", "Kl 14:30"] {
            assert_eq!(clock(typed), Ok((14, 30)), "{typed}");
        }
        assert_eq!((clock("9"), clock("0905"), clock("kl.9")), (Ok((9, 0)), Ok((9, 5)), Ok((9, 0))));
        for typed in ["24.00", "14.3", "14,30", "1.2.3", "-1", "halv ni", "99999", "14.60"] {
            assert_eq!(clock(typed), Err(Code::NotATime), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in "\\PC{0,40}", more in any::<String>()) {
            let _ = (clock(&text), crate::text::email(&text), clock(&more));
            let typed = MeetingTyped { date: text.clone(), from: more.clone(), to: text.clone(), agenda: more, ..typed() };
            let _ = check(&typed);
        }
    }
}
