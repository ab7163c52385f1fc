//! The members, their employments and their mandates, made one by one so that a large union needs little memory.

use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

use anyhow::Context;
use domain::identity::NationalId;
use domain::org::Office;
use domain::registry::{EmploymentLine, Line, MandateLine, MemberLine, MembershipKind, Protection, Section};
use domain::{Date, Lang};

use super::clubs::{Club, Local};
use super::dice::Dice;
use super::employers::{self, Place};
use super::frame::Frame;
use super::names::{self, Names};
use super::places::{self, Municipality};
use super::seats::{Post, Seat, day};

/// Makes everybody and hands out the lines.
pub(super) fn lines(frame: &Frame, dice: &mut Dice, out: &mut dyn FnMut(Line) -> anyhow::Result<()>) -> anyhow::Result<()> {
    let mut people = People {
        frame,
        dice,
        out,
        names: Names::new(),
        used: frame.personas.iter().map(|persona| persona.national_id.clone()).collect(),
        second_jobs: frame.register.municipal_places(),
        members: 0,
        employments: 0,
        mandates: 0,
        protected: 0,
        named_long: false,
        advisers: Vec::new(),
        helpers: BTreeMap::new(),
    };
    for staff in &frame.staff {
        people.staff(staff.persona, &staff.post)?;
    }
    for club in &frame.clubs {
        people.club(club)?;
    }
    for (place, local) in &frame.uncovered {
        for _ in 0..people.dice.between(2, 6) {
            people.at_work(local, None, place)?;
        }
    }
    while people.members < frame.plan.members {
        let local = people.dice.one_of(&frame.locals).cloned().context("no locals")?;
        people.not_at_work(&local)?;
    }
    anyhow::ensure!(people.members == frame.plan.members, "more members than the plan has");
    Ok(())
}

struct People<'a> {
    frame: &'a Frame,
    dice: &'a mut Dice,
    out: &'a mut dyn FnMut(Line) -> anyhow::Result<()>,
    names: Names,
    /// Only asked, never walked through: its order is not the same from run to run.
    used: HashSet<NationalId>,
    /// By municipality.
    second_jobs: BTreeMap<usize, Vec<Rc<Place>>>,
    members: usize,
    employments: usize,
    mandates: usize,
    protected: usize,
    named_long: bool,
    /// Advisers at the centres, the known one first.
    advisers: Vec<String>,
    /// By local: the ids of those who may be named for somebody there, each with the club they sit in.
    helpers: BTreeMap<String, Vec<(String, String)>>,
}

/// Somebody, before they are a member.
struct Person {
    given: String,
    family: String,
    national_id: NationalId,
    born: Date,
    /// Whether they hold an office or are known: such people are never protected, so that they can be shown, and
    /// can always be reached.
    known: bool,
    /// Member and at work since this day at the latest.
    since: Date,
}

impl Person {
    /// Member and at work before the office begins.
    fn before(self, post: &Post) -> Self {
        Self { since: latest().min(post.from.plus_days(-90)), ..self }
    }
}

/// Offices that may be named for a protected member, by the standard policy, and that somebody near holds.
const MAY_HELP: [Office; 7] = [
    Office::WORKPLACE_REP,
    Office::CLUB_LEADER,
    Office::CLUB_DEPUTY,
    Office::CHIEF_REP,
    Office::JOINT_REP,
    Office::LOCAL_LEADER,
    Office::LOCAL_DEPUTY,
];

/// What somebody is to the union.
struct Membership<'a> {
    local: &'a str,
    club: Option<&'a str>,
    at: &'a Municipality,
    kind: MembershipKind,
    section: Option<Section>,
    left: Option<Date>,
}

/// Nothing in the file but future mandates and employments is later than this.
fn latest() -> Date {
    day(2024, 11, 30)
}

impl People<'_> {
    fn person(&mut self, persona: Option<&str>, known: bool, (oldest, youngest): (i16, i16)) -> anyhow::Result<Person> {
        let since = latest();
        if let Some(key) = persona {
            let persona = self.frame.personas.iter().find(|persona| persona.key == key).context("an unknown persona")?;
            return Ok(Person {
                given: persona.given_name.to_owned(),
                family: persona.family_name.to_owned(),
                national_id: persona.national_id.clone(),
                born: persona.born,
                known: true,
                since,
            });
        }
        let (mut given, mut family) = self.names.person(self.dice);
        if !known && !self.named_long && self.members >= 40 {
            self.named_long = true;
            (given, family) = (names::LONG.0.to_owned(), names::LONG.1.to_owned());
        }
        loop {
            let born = self.dice.date(day(oldest, 1, 1), day(youngest, 12, 31));
            let individ = u16::try_from(self.dice.below(1000)).unwrap_or_default();
            if let Some(national_id) = NationalId::synthetic(born, individ)
                && self.used.insert(national_id.clone())
            {
                return Ok(Person { given, family, national_id, born, known, since });
            }
        }
    }

    fn staff(&mut self, persona: Option<&str>, post: &Post) -> anyhow::Result<()> {
        let person = self.person(persona, true, (1960, 1990))?.before(post);
        let at = self.frame.locals.first().context("no locals")?.at.clone();
        let membership = Membership { local: &post.unit, club: None, at: &at, kind: MembershipKind::Staff, section: None, left: None };
        let id = self.member(&person, &membership)?;
        self.mandate(&id, post, None, None)?;
        if post.office == Office::ADVISER {
            self.advisers.push(id);
        }
        Ok(())
    }

    fn club(&mut self, club: &Club) -> anyhow::Result<()> {
        let mut leader = None;
        for seat in &club.seats {
            let mandate = self.seat(club, seat, leader.as_deref())?;
            leader = leader.or(mandate);
        }
        for _ in club.seats.len()..club.size {
            let place = self.dice.one_of(&club.places).cloned().context("a club without workplaces")?;
            self.at_work(&club.local, Some(&club.id), &place)?;
        }
        Ok(())
    }

    /// Somebody with a seat in the club; the answer is the mandate's id if it is the leader's.
    fn seat(&mut self, club: &Club, seat: &Seat, leader: Option<&str>) -> anyhow::Result<Option<String>> {
        let known = seat.place.and_then(|at| club.places.get(at)).cloned();
        let place = known.or_else(|| self.dice.one_of(&club.places).cloned()).context("a club without workplaces")?;
        let mut person = self.person(seat.persona, true, (1960, 1990))?;
        if let Some(post) = &seat.post {
            person = person.before(post);
        }
        let id = self.member(&person, &membership(&club.local, Some(&club.id), MembershipKind::Active, &place))?;
        self.employment(&id, &place, &person, When::Now)?;
        match &seat.post {
            Some(post) => {
                // Those whom a demonstration shows have nobody but their own in their lists.
                if seat.persona.is_none() && post.to.is_none() && post.from <= latest() && MAY_HELP.contains(&post.office) {
                    self.helpers.entry(club.local.id.clone()).or_default().push((club.id.clone(), id.clone()));
                }
                let mandate = self.mandate(&id, post, Some(&place), leader)?;
                Ok((post.office == Office::CLUB_LEADER).then_some(mandate))
            }
            None => Ok(None),
        }
    }

    /// An ordinary member at work.
    fn at_work(&mut self, local: &Local, club: Option<&str>, place: &Rc<Place>) -> anyhow::Result<()> {
        let kind = match self.dice.below(1000) {
            0..25 => MembershipKind::Apprentice,
            25..35 => MembershipKind::Associate,
            _ => MembershipKind::Active,
        };
        let years = if kind == MembershipKind::Apprentice { (2000, 2006) } else { (1957, 2004) };
        let person = self.person(None, false, years)?;
        let id = self.member(&person, &membership(local, club, kind, place))?;
        self.employment(&id, place, &person, When::Now)?;
        // Of all members, 8 % have two employments; here are 86 % of them.
        for (per_thousand, when) in [(93, When::Now), (40, When::Before(latest())), (10, When::Later)] {
            if self.dice.chance(per_thousand)
                && let Some(other) = self.other_place(&local.at)
            {
                self.employment(&id, &other, &person, when)?;
            }
        }
        Ok(())
    }

    /// A member who is retired, has left, studies, or has no work now.
    fn not_at_work(&mut self, local: &Local) -> anyhow::Result<()> {
        let (kind, years, worked) = match self.dice.below(100) {
            0..46 => (MembershipKind::Retired, (1935, 1957), true),
            46..68 => (MembershipKind::Active, (1957, 2000), true),
            68..78 => (MembershipKind::Student, (1995, 2006), false),
            78..82 => (MembershipKind::Pupil, (2005, 2008), false),
            82..93 => (MembershipKind::TemporarilyInactive, (1965, 2002), true),
            93..97 => (MembershipKind::Associate, (1960, 2000), false),
            97..98 => (MembershipKind::Honorary, (1935, 1955), false),
            _ => (MembershipKind::Apprentice, (2003, 2006), false),
        };
        let person = self.person(None, false, years)?;
        let left = (kind == MembershipKind::Active).then(|| self.dice.date(day(2020, 1, 1), latest()));
        let section = self.dice.one_of(Section::ALL).copied();
        let id = self.member(&person, &Membership { local: &local.id, club: None, at: &local.at, kind, section, left })?;
        if worked && let Some(place) = self.other_place(&local.at) {
            self.employment(&id, &place, &person, When::Before(left.unwrap_or_else(latest)))?;
        }
        Ok(())
    }

    fn other_place(&mut self, at: &Municipality) -> Option<Rc<Place>> {
        self.dice.one_of(self.second_jobs.get(&at.index)?).cloned()
    }

    fn member(&mut self, person: &Person, membership: &Membership<'_>) -> anyhow::Result<String> {
        self.members += 1;
        let id = format!("{}", 100_000 + self.members);
        // 0.3 %: one for each 333 members, the next one who is not known.
        let guarded = !person.known && self.members / 333 > self.protected;
        self.protected += usize::from(guarded);
        let (protection, shielded) = match (guarded, self.protected % 4) {
            (false, _) => (None, false),
            (true, 0) => (Some(Protection::StrictlyConfidential), false),
            (true, 1) => (None, true),
            (true, 2) => (Some(Protection::Confidential), false),
            (true, _) => (Some(Protection::ClientAddress), self.dice.chance(200)),
        };
        let helper = if guarded { self.helper(membership) } else { None };
        let dice = &mut *self.dice;
        let (given, family) = (person.given.clone(), person.family.clone());
        let email =
            (person.known || dice.chance(850)).then(|| format!("{}.{}.{id}@example.com", names::plain(&given), names::plain(&family)));
        let phone = (person.known || dice.chance(920)).then(|| format!("01000{:03}", dice.below(1000)));
        let street = protection.is_none().then(|| places::street(dice));
        let first = day(person.born.year() + 16, 8, 1).max(day(1985, 1, 1));
        let last = membership.left.map_or(person.since, |left| left.plus_days(-200));
        let language = match dice.below(100) {
            0..8 => Some(Lang::Nn),
            8..11 => Some(Lang::En),
            11..60 => Some(Lang::Nb),
            _ => None,
        };
        (self.out)(Line::Member(MemberLine {
            id: id.clone(),
            national_id: person.national_id.clone(),
            given_name: given,
            family_name: family,
            local: membership.local.to_owned(),
            kind: membership.kind,
            section: membership.section,
            joined: dice.date(first, last),
            left: membership.left,
            email,
            phone,
            postal_code: street.as_ref().map(|_| membership.at.postal_code.clone()),
            city: street.as_ref().map(|_| membership.at.name.clone()),
            street,
            language,
            protection,
            shielded: shielded.then_some(true),
            helper,
        }))?;
        Ok(id)
    }

    /// Who is named for the latest protected member: somebody with an office near them, but not in their own club, where
    /// the leader may be the one they need protection from; an adviser when there is nobody, and for every fourth.
    fn helper(&self, membership: &Membership<'_>) -> Option<String> {
        let near = self.helpers.get(membership.local).map(Vec::as_slice).unwrap_or_default();
        let near: Vec<&String> = near.iter().filter(|(club, _)| Some(club.as_str()) != membership.club).map(|(_, id)| id).collect();
        let turn = self.protected / 4;
        let of = |all: &[&String]| all.get(turn.checked_rem(all.len())?).map(|id| (*id).clone());
        let advisers: Vec<&String> = self.advisers.iter().collect();
        if self.protected % 4 == 1 { of(&advisers) } else { of(&near).or_else(|| of(&advisers)) }
    }

    fn employment(&mut self, member: &str, place: &Place, person: &Person, when: When) -> anyhow::Result<()> {
        self.employments += 1;
        let grown = day(person.born.year() + 18, 6, 20).max(day(1990, 1, 1));
        let (from, to) = match when {
            When::Now => (self.dice.date(grown, person.since.plus_days(-60)), None),
            When::Later => (self.dice.date(day(2036, 1, 1), day(2036, 12, 31)), None),
            When::Before(last) => {
                let from = self.dice.date(grown, last.plus_days(-400));
                (from, Some(self.dice.date(from, last).max(from)))
            }
        };
        let (title, code) = employers::job(self.dice, place);
        let percent = match self.dice.below(20) {
            0..10 => 100,
            10..13 => 80,
            13..15 => 75,
            15..17 => 60,
            17..18 => 50,
            18..19 => 35,
            _ => 20,
        };
        (self.out)(Line::Employment(EmploymentLine {
            id: format!("A{:06}", self.employments),
            member: member.to_owned(),
            workplace: place.number,
            title: title.to_owned(),
            position_code: code.map(str::to_owned),
            percent,
            tariff_area: Some(place.trade.tariff),
            from,
            to,
        }))
    }

    fn mandate(&mut self, member: &str, post: &Post, place: Option<&Place>, leader: Option<&str>) -> anyhow::Result<String> {
        self.mandates += 1;
        let id = format!("V{:05}", self.mandates);
        (self.out)(Line::Mandate(MandateLine {
            id: id.clone(),
            member: member.to_owned(),
            office: post.office,
            unit: post.unit.clone(),
            workplace: place.filter(|_| post.narrowed).map(|place| place.number),
            from: post.from,
            to: post.to,
            elected: post.elected,
            employer_notified: post.employer_notified,
            substitute_for: leader.filter(|_| post.substitute).map(str::to_owned),
            revoked: None,
        }))?;
        Ok(id)
    }
}

/// When an employment is.
#[derive(Clone, Copy)]
enum When {
    /// Since before 2025, and not ended.
    Now,
    /// Ended by this day.
    Before(Date),
    /// From 2036.
    Later,
}

fn membership<'a>(local: &'a Local, club: Option<&'a str>, kind: MembershipKind, place: &Place) -> Membership<'a> {
    Membership { local: &local.id, club, at: &local.at, kind, section: Some(place.trade.section), left: None }
}
