//! Locals and clubs: who organises where.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use domain::identity::OrgNumber;

use super::dice::Dice;
use super::employers::{Place, Register};
use super::places::{self, Municipality};
use super::plan::Plan;
use super::seats::Seat;
use super::trades::{self, Department, KINDERGARTEN_MUNICIPAL, NURSING_HOME, Owner};

/// A local: every third municipality has two.
#[derive(Debug)]
pub(super) struct Local {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) at: Rc<Municipality>,
    /// Whether it is the second one in its municipality.
    pub(super) second: bool,
}

/// A club.
pub(super) struct Club {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) local: Rc<Local>,
    pub(super) role: Role,
    /// Where its members work.
    pub(super) places: Vec<Rc<Place>>,
    /// What it covers in the business register.
    pub(super) covers: Vec<OrgNumber>,
    /// Members whose first club this is; clubs nested in it and second jobs come on top.
    pub(super) size: usize,
    /// Those of them who are somebody.
    pub(super) seats: Vec<Seat>,
}

/// What a club is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The municipality, or its department of health: other clubs of the local are nested in it. In a second local
    /// it has no workplaces of its own but shares those of the first.
    Whole,
    /// The county's hospital.
    Hospital,
    /// One workplace or a few.
    Plain,
}

/// A club before it has workplaces.
struct Draft {
    local: Rc<Local>,
    role: Role,
    size: usize,
    places: usize,
}

/// The locals, in the order of their municipalities.
pub(super) fn locals(plan: &Plan) -> Vec<Rc<Local>> {
    let municipalities = places::municipalities(plan.municipalities(), plan.counties);
    let twice = municipalities.into_iter().map(Rc::new).flat_map(|at| {
        let second = (at.index % 3 == 0).then(|| (at.clone(), true));
        [(at, false)].into_iter().chain(second)
    });
    let named = |(index, (at, second)): (usize, (Rc<Municipality>, bool))| {
        let name = if second { format!("{} helse- og omsorgsforening", at.name) } else { format!("{} fagforening", at.name) };
        Rc::new(Local { id: format!("L{:03}", index + 1), name, at, second })
    };
    twice.take(plan.locals).enumerate().map(named).collect()
}

/// The clubs, by local; the first of each local is the whole employer's.
pub(super) fn clubs(plan: &Plan, dice: &mut Dice, locals: &[Rc<Local>], register: &mut Register) -> anyhow::Result<Vec<Club>> {
    let mut drafts = drafts(plan, locals);
    give_sizes(plan, dice, &mut drafts);
    give_places(plan, dice, &mut drafts);
    let mut clubs: Vec<Club> = Vec::with_capacity(plan.clubs);
    let mut whole: Vec<Rc<Place>> = Vec::new();
    let mut nordlys = Some("Nordlys");
    for (index, draft) in drafts.into_iter().enumerate() {
        let mut club = Club {
            id: format!("K{:05}", index + 1),
            name: String::new(),
            local: draft.local.clone(),
            role: draft.role,
            places: Vec::new(),
            covers: Vec::new(),
            size: draft.size,
            seats: Vec::new(),
        };
        if draft.role == Role::Whole && draft.local.second {
            club.places = whole.clone();
        } else {
            open(&mut club, &draft, index == 0, &mut nordlys, dice, register)?;
        }
        if draft.role == Role::Whole {
            whole = club.places.clone();
        }
        clubs.push(club);
    }
    cover_wholes(plan, &mut clubs, register)?;
    Ok(clubs)
}

/// Bigger locals have more clubs, none fewer than two.
fn drafts(plan: &Plan, locals: &[Rc<Local>]) -> Vec<Draft> {
    let weight = |rank: usize| 1_000_000 / (rank + plan.locals / 2).max(1);
    let all: usize = (0..plan.locals).map(weight).sum();
    let extra = plan.clubs.saturating_sub(2 * plan.locals);
    let mut with_hospital = BTreeSet::new();
    let mut drafts = Vec::with_capacity(plan.clubs);
    let (mut weights, mut given) = (0, 0);
    for (rank, local) in locals.iter().enumerate() {
        weights += weight(rank);
        let more = extra * weights / all.max(1) - given;
        given += more;
        let hospital = more > 0 && with_hospital.insert(local.at.county);
        for index in 0..2 + more {
            let role = match index {
                0 => Role::Whole,
                _ if hospital && index == 1 + more => Role::Hospital,
                _ => Role::Plain,
            };
            let places = match role {
                Role::Whole if local.second => 0,
                Role::Whole => 3,
                Role::Hospital => 2,
                Role::Plain => 1,
            };
            drafts.push(Draft { local: local.clone(), role, size: 0, places });
        }
    }
    drafts
}

/// Hospitals are the biggest, whole employers in the upper half, and the rest falls as it may.
fn give_sizes(plan: &Plan, dice: &mut Dice, drafts: &mut [Draft]) {
    let mut sizes = plan.club_sizes();
    let hospitals = drafts.iter().filter(|draft| draft.role == Role::Hospital).count();
    let mut biggest: Vec<usize> = sizes.drain(..hospitals.min(sizes.len())).rev().collect();
    for (index, draft) in drafts.iter_mut().filter(|draft| draft.role == Role::Whole).enumerate() {
        // The clubs people meet in the demonstration are neither small nor huge.
        let at = if index < 2 { sizes.len() / 4 } else { dice.below(sizes.len() / 2) };
        draft.size = sizes.remove(at);
    }
    dice.shuffle(&mut sizes);
    for draft in drafts.iter_mut() {
        match draft.role {
            Role::Whole => {}
            Role::Hospital => draft.size = biggest.pop().unwrap_or(3),
            Role::Plain => draft.size = sizes.pop().unwrap_or(3),
        }
    }
}

/// Deals out the workplaces that are left after everybody has what they need, mostly to those with many members.
fn give_places(plan: &Plan, dice: &mut Dice, drafts: &mut [Draft]) {
    let needed: usize = drafts.iter().map(|draft| draft.places).sum();
    let mut left = (plan.workplaces - plan.uncovered).saturating_sub(needed);
    let mut tries = 0;
    while left > 0 && !drafts.is_empty() {
        tries += 1;
        let at = dice.below(drafts.len());
        if let Some(draft) = drafts.get_mut(at)
            && draft.places > 0
            && (draft.size / (draft.places + 1) >= 6 || tries > 100 * plan.workplaces)
        {
            draft.places += 1;
            left -= 1;
        }
    }
}

/// Opens the club's workplaces, and covers and names it unless it is a whole employer's.
fn open(
    club: &mut Club,
    draft: &Draft,
    first: bool,
    nordlys: &mut Option<&'static str>,
    dice: &mut Dice,
    register: &mut Register,
) -> anyhow::Result<()> {
    let each = draft.size / draft.places.max(1);
    let at = &draft.local.at;
    let kind = match draft.role {
        Role::Whole => 0,
        Role::Hospital => 1000,
        Role::Plain => 1 + dice.below(998),
    };
    let owner = move |owner: Owner| match owner {
        Owner::Municipal(department) => kind < 650 && (kind > 0 || department == Department::Health),
        Owner::County => (650..730).contains(&kind),
        Owner::Own(..) => (730..1000).contains(&kind),
        Owner::Hospital => kind == 1000,
    };
    for index in 0..draft.places {
        // Others work there too; two locals meet at a whole employer.
        let tenths = if draft.role == Role::Whole { dice.between(28, 40) } else { dice.between(13, 22) };
        let heads = each * usize::try_from(tenths).unwrap_or_default() / 10;
        let mut site = places::site(dice);
        // A club of several workplaces has one department's or one employer's.
        let same = club.places.first().map(|place| place.trade.owner);
        let mut trade = trades::trade(dice, each, |one| owner(one) && same.is_none_or(|same| same == one));
        if first && index == 0 {
            (site, trade) = ("Granlia".to_owned(), &NURSING_HOME);
        } else if (1..650).contains(&kind)
            && each <= KINDERGARTEN_MUNICIPAL.fits.1
            && let Some(name) = nordlys.take()
        {
            (site, trade) = (name.to_owned(), &KINDERGARTEN_MUNICIPAL);
        }
        // One employer of their own has all the workplaces of the club.
        let place = match (trade.owner, club.places.first()) {
            (Owner::Own(..), Some(place)) => register.open_under(place.parent, &site, place.trade, at, heads)?,
            _ => register.open(&site, trade, at, heads)?,
        };
        club.places.push(place);
    }
    if let Some(place) = club.places.first() {
        let whole_employer = match place.trade.owner {
            Owner::Hospital => true,
            Owner::Own(..) => club.places.len() > 1 || dice.chance(500),
            _ => false,
        };
        club.covers = if whole_employer { vec![place.parent] } else { club.places.iter().map(|place| place.number).collect() };
    }
    club.name = match club.places.as_slice() {
        _ if draft.role == Role::Hospital => "Sykehusklubben".to_owned(),
        [] => String::new(),
        [one] => format!("Klubben ved {}", one.name),
        [one, two] => format!("Klubben ved {} og {}", one.name, two.name),
        [one, two, ..] => format!("Klubben ved {}, {} m.fl.", one.name, two.name),
    };
    Ok(())
}

/// A whole employer's club covers the municipality where that does not make it too large, else its department of
/// health, else only its own workplaces. Clubs of the local at single workplaces then lie nested in it.
fn cover_wholes(plan: &Plan, clubs: &mut [Club], register: &mut Register) -> anyhow::Result<()> {
    let limit = plan.biggest_club * 8 / 10;
    // By local: members at work for the municipality, and in its department of health.
    let mut at_work = BTreeMap::<String, (usize, usize)>::new();
    for club in clubs.iter() {
        let share = |of: &dyn Fn(Owner) -> bool| {
            club.size * club.places.iter().filter(|place| of(place.trade.owner)).count() / club.places.len().max(1)
        };
        let (municipality, health) = at_work.entry(club.local.id.clone()).or_default();
        *municipality += share(&|owner| matches!(owner, Owner::Municipal(_)));
        *health += share(&|owner| owner == Owner::Municipal(Department::Health));
    }
    for club in clubs.iter_mut().filter(|club| club.role == Role::Whole) {
        let at = &club.local.at;
        let (municipality, health) = at_work.get(&club.local.id).copied().unwrap_or_default();
        let of = if municipality <= limit { format!("{} kommune", at.name) } else { format!("{} helse og omsorg", at.name) };
        club.covers = if municipality <= limit {
            vec![register.municipality(at)?]
        } else if health <= limit {
            vec![register.department(at, Department::Health)?]
        } else {
            club.places.iter().map(|place| place.number).collect()
        };
        club.name = if club.local.second { format!("Helseklubben i {of}") } else { format!("Klubben i {of}") };
    }
    Ok(())
}
