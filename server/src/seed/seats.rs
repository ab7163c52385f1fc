//! Who holds which office, decided before there are people: exactly as many mandates as the plan says.

use std::rc::Rc;

use domain::Date;
use domain::org::{Office, Offices, UnitKind};

use super::clubs::{Club, Local, Role};
use super::dice::Dice;
use super::personas;
use super::plan::Plan;

/// Somebody in a club who is to be somebody.
pub(super) struct Seat {
    /// The persona who sits here.
    pub(super) persona: Option<&'static str>,
    /// Which of the club's workplaces they work at; any, if it does not matter.
    pub(super) place: Option<usize>,
    /// The office, if the seat has one.
    pub(super) post: Option<Post>,
}

/// An office with its dates.
#[derive(Clone)]
pub(super) struct Post {
    pub(super) office: Office,
    pub(super) unit: String,
    /// Narrowed to the holder's workplace.
    pub(super) narrowed: bool,
    pub(super) from: Date,
    pub(super) to: Option<Date>,
    pub(super) elected: Option<Date>,
    pub(super) employer_notified: Option<Date>,
    /// Substitute for the leader of the same club.
    pub(super) substitute: bool,
}

/// Somebody employed by the union.
pub(super) struct Staff {
    pub(super) persona: Option<&'static str>,
    pub(super) post: Post,
}

/// A fixed day.
///
/// The generator has no clock: what is in force is in force from 2025 to 2035, what is to come begins in 2036.
pub(super) fn day(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).unwrap_or_else(|| domain::Timestamp(0).oslo_date())
}

/// How a mandate lies to the years 2025–2035.
#[derive(Clone, Copy)]
enum Term {
    /// In force all the time.
    Standing,
    /// In force from the start, and ends on some day within.
    Expiring,
    /// Over before.
    Ended,
    /// Begins after.
    Future,
}

impl Term {
    const fn has_begun(self) -> bool {
        !matches!(self, Self::Future)
    }
}

fn post(dice: &mut Dice, office: Office, unit: &str, term: Term) -> Post {
    let (from, to) = match term {
        Term::Standing => (dice.date(day(2019, 1, 1), day(2024, 11, 30)), None),
        Term::Expiring => {
            let soon = dice.chance(600);
            let last = if soon { day(2028, 12, 31) } else { day(2035, 12, 31) };
            (dice.date(day(2022, 1, 1), day(2024, 11, 30)), Some(dice.date(day(2025, 3, 1), last)))
        }
        Term::Ended => (dice.date(day(2014, 1, 1), day(2019, 12, 31)), Some(dice.date(day(2020, 1, 1), day(2024, 10, 31)))),
        Term::Future => (dice.date(day(2036, 1, 1), day(2036, 12, 31)), None),
    };
    let hired = matches!(office, Office::ADVISER | Office::LAWYER | Office::REGISTRY_CLERK | Office::ADMIN | Office::DATA_PROTECTION);
    let elected = (term.has_begun() && !hired).then(|| from.plus_days(-dice.between(5, 60)));
    // One in five has been forgotten: that is what the reminder is for.
    let at_work = Offices::standard().held_at(office).contains(&UnitKind::Club);
    let employer_notified = elected.filter(|_| at_work && dice.chance(800)).map(|elected| elected.plus_days(dice.between(1, 14)));
    Post { office, unit: unit.to_owned(), narrowed: false, from, to, elected, employer_notified, substitute: false }
}

/// Of twenty, thirteen stand, four expire, two have ended and one is to come; by turn, so that none is missing.
fn term_by_turn(turn: usize) -> Term {
    match turn % 20 {
        3 | 8 | 13 | 18 => Term::Expiring,
        5 | 15 => Term::Ended,
        10 => Term::Future,
        _ => Term::Standing,
    }
}

/// Gives out the seats; the answer is the union's own employees.
pub(super) fn fill(
    plan: &Plan,
    dice: &mut Dice,
    (union, legal): (&str, &str),
    centres: &[String],
    counties: &[String],
    locals: &[Rc<Local>],
    clubs: &mut [Club],
) -> anyhow::Result<Vec<Staff>> {
    let staff = staff(dice, union, legal, centres);
    let mut given = staff.len() + seat_personas(dice, clubs, locals)?;
    for (county, id) in counties.iter().enumerate() {
        let unit = |local: &Local| local.at.county == county;
        given += usize::from(seat_officer(dice, clubs, unit, Office::COUNTY_LEADER, id, Term::Standing));
    }
    for local in locals.iter().skip(1) {
        given += usize::from(seat_officer(dice, clubs, |other| other.id == local.id, Office::LOCAL_LEADER, &local.id, Term::Standing));
    }
    // The first clubs of the first two locals have the personas as leaders; one in fourteen has none.
    for club in clubs.iter_mut() {
        let has_leader = club.seats.iter().any(|seat| seat.persona.is_some_and(|key| key.starts_with("leader")));
        if !has_leader && dice.chance(929) && given < plan.mandates {
            let term = if dice.chance(850) { Term::Standing } else { Term::Expiring };
            let post = post(dice, Office::CLUB_LEADER, &club.id, term);
            club.seats.insert(0, Seat { persona: None, place: None, post: Some(post) });
            given += 1;
        }
    }
    let mut tries = 0;
    while given < plan.mandates {
        tries += 1;
        anyhow::ensure!(tries < 100 * plan.mandates, "there are not enough members for the mandates of the plan");
        given += usize::from(one_more(dice, term_by_turn(given), clubs, locals));
    }
    anyhow::ensure!(given == plan.mandates, "more mandates are needed than the plan has");
    Ok(staff)
}

fn staff(dice: &mut Dice, union: &str, legal: &str, centres: &[String]) -> Vec<Staff> {
    let mut staff = Vec::new();
    for (key, office) in personas::STAFF {
        let unit = match office {
            Office::LAWYER => legal,
            Office::ADVISER => centres.first().map_or(union, String::as_str),
            _ => union,
        };
        staff.push(Staff { persona: Some(key), post: Post { from: day(2022, 1, 1), ..post(dice, office, unit, Term::Standing) } });
    }
    for unit in centres.iter().chain(centres) {
        staff.push(Staff { persona: None, post: post(dice, Office::ADVISER, unit, Term::Standing) });
    }
    for _ in 0..=centres.len() {
        staff.push(Staff { persona: None, post: post(dice, Office::LAWYER, legal, Term::Standing) });
    }
    staff
}

/// Seats the personas in the first clubs of the first two locals, which are at one employer.
fn seat_personas(dice: &mut Dice, clubs: &mut [Club], locals: &[Rc<Local>]) -> anyhow::Result<usize> {
    let [first, second, ..] = locals else { anyhow::bail!("two locals are needed") };
    let mut given = 0;
    for club in clubs.iter_mut().filter(|club| club.role == Role::Whole) {
        let id = club.id.clone();
        let mut sit = |persona: &'static str, place: Option<usize>, office: Option<(Office, &str, Term)>| {
            let post = office.map(|(office, unit, term)| Post {
                narrowed: office == Office::WORKPLACE_REP,
                from: match term {
                    Term::Ended => day(2020, 2, 1),
                    Term::Future => day(2036, 1, 1),
                    Term::Standing | Term::Expiring => day(2024, 2, 1),
                },
                to: matches!(term, Term::Ended).then(|| day(2024, 1, 31)),
                elected: term.has_begun().then(|| day(if matches!(term, Term::Ended) { 2020 } else { 2024 }, 1, 17)),
                // The deputy's election has not been reported: that is what the reminder is for.
                employer_notified: (office != Office::CLUB_DEPUTY && unit == id && term.has_begun()).then(|| day(2024, 1, 19)),
                ..post(dice, office, unit, term)
            });
            given += usize::from(post.is_some());
            club.seats.push(Seat { persona: Some(persona), place, post });
        };
        if club.local.id == first.id {
            sit("leader-a", None, Some((Office::CLUB_LEADER, &id, Term::Standing)));
            sit("board", None, Some((Office::CLUB_DEPUTY, &id, Term::Standing)));
            sit("chief", None, Some((Office::CHIEF_REP, &id, Term::Standing)));
            sit("ptv", Some(0), Some((Office::WORKPLACE_REP, &id, Term::Standing)));
            sit("ended", Some(0), Some((Office::WORKPLACE_REP, &id, Term::Ended)));
            sit("future", Some(0), Some((Office::WORKPLACE_REP, &id, Term::Future)));
            sit("none", Some(0), None);
            sit("officer", None, Some((Office::LOCAL_LEADER, &first.id, Term::Standing)));
        } else if club.local.id == second.id {
            sit("leader-b", None, Some((Office::CLUB_LEADER, &id, Term::Standing)));
        }
    }
    Ok(given)
}

/// An officer of a local or county sits in the first club there that has room.
fn seat_officer(dice: &mut Dice, clubs: &mut [Club], local: impl Fn(&Local) -> bool, office: Office, unit: &str, term: Term) -> bool {
    let Some(club) = clubs.iter_mut().find(|club| local(&club.local) && has_room(club)) else { return false };
    club.seats.push(Seat { persona: None, place: None, post: Some(post(dice, office, unit, term)) });
    true
}

fn has_room(club: &Club) -> bool {
    club.seats.len() + 2 < club.size
}

const LOCAL_OFFICES: [Office; 8] = [
    Office::LOCAL_DEPUTY,
    Office::TREASURER,
    Office::TRAINING,
    Office::YOUTH,
    Office::PENSIONERS,
    Office::LOCAL_BOARD,
    Office::CHIEF_REP,
    Office::JOINT_REP,
];
const CLUB_OFFICES: [Office; 6] =
    [Office::WORKPLACE_REP, Office::WORKPLACE_REP, Office::CLUB_DEPUTY, Office::CLUB_DEPUTY, Office::CLUB_SECRETARY, Office::CLUB_BOARD];

/// One more mandate somewhere, if there is room where the dice fall.
fn one_more(dice: &mut Dice, term: Term, clubs: &mut [Club], locals: &[Rc<Local>]) -> bool {
    if dice.chance(350) {
        let (Some(office), Some(local)) = (dice.one_of(&LOCAL_OFFICES), dice.one_of(locals)) else { return false };
        return seat_officer(dice, clubs, |other| other.id == local.id, *office, &local.id, term);
    }
    let at = dice.below(clubs.len());
    let Some(club) = clubs.get_mut(at).filter(|club| has_room(club)) else { return false };
    let taken = |office: Office| club.seats.iter().any(|seat| seat.post.as_ref().is_some_and(|post| post.office == office));
    let office = match dice.one_of(&CLUB_OFFICES).copied().unwrap_or(Office::CLUB_BOARD) {
        _ if club.role == Role::Whole && !taken(Office::CHIEF_REP) => Office::CHIEF_REP,
        // One of each, and any number of workplace representatives and board members.
        office @ (Office::CLUB_DEPUTY | Office::CLUB_SECRETARY) if taken(office) => Office::CLUB_BOARD,
        office => office,
    };
    let several = club.places.len() > 1;
    let post = Post {
        narrowed: office == Office::WORKPLACE_REP && several,
        substitute: office == Office::CLUB_DEPUTY && dice.chance(300),
        ..post(dice, office, &club.id, term)
    };
    club.seats.push(Seat { persona: None, place: None, post: Some(post) });
    true
}
