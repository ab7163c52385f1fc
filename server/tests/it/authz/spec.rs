//! Random small unions, and what happens in them, as few numbers that shrink well.
//!
//! Every `usize` chooses among what there is, counted round and round; days are counted from the day on which the
//! world begins.

use domain::Date;
use domain::org::{Office, UnitKind};
use domain::registry::{MembershipKind, Protection};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::facts::{Facts, org};
use super::operation::{Operation, any_operation};

/// So many of the members come first among those who are given offices, and act.
pub(super) const ACTORS: usize = 8;
/// Whoever is in a crowd and nothing else: more than a page of the member list holds.
const CROWD: usize = 56;

/// A union, and what happens in it.
#[derive(Debug, Clone)]
pub(super) struct Spec {
    counties: usize,
    /// The county of each.
    locals: Vec<usize>,
    /// The local of each, and the employers it covers.
    clubs: Vec<(usize, Vec<usize>)>,
    /// The unit above each employer unit, among those before it. (Loops are for the store's own property test.)
    employers: Vec<Option<usize>>,
    members: Vec<Member>,
    mandates: Vec<Mandate>,
    /// Whether very many work at the first workplace.
    crowded: bool,
    pub(super) operations: Vec<Operation>,
}

#[derive(Debug, Clone)]
struct Member {
    local: usize,
    kind: MembershipKind,
    joined: i32,
    left: Option<i32>,
    protection: Option<Protection>,
    shielded: bool,
    helper: Option<usize>,
    jobs: Vec<(usize, Period)>,
}

#[derive(Debug, Clone)]
pub(super) struct Mandate {
    pub(super) member: usize,
    pub(super) office: Office,
    pub(super) place: usize,
    pub(super) workplace: Option<usize>,
    pub(super) period: Period,
}

/// First and last day.
pub(super) type Period = (i32, Option<i32>);

fn any_period() -> impl Strategy<Value = Period> {
    let from = prop_oneof![8 => Just(-300), 1 => Just(0), 1 => Just(1), 1 => Just(3)];
    (from, any_end()).prop_map(|(from, to)| (from, to.map(|to: i32| to.max(from))))
}

fn any_end() -> impl Strategy<Value = Option<i32>> {
    prop_oneof![10 => Just(None), 1 => Just(Some(-1)), 1 => Just(Some(0)), 1 => Just(Some(1)), 1 => Just(Some(200))]
}

fn any_member() -> impl Strategy<Value = Member> {
    let kind = prop_oneof![20 => Just(MembershipKind::Active), 3 => select(MembershipKind::ALL)];
    let joined = prop_oneof![8 => Just(-300), 1 => Just(-10), 1 => Just(0), 1 => Just(1)];
    let protection = prop_oneof![12 => Just(None), 2 => select(Protection::ALL).prop_map(Some)];
    let helper = prop_oneof![1 => Just(None), 2 => (0..ACTORS).prop_map(Some)];
    (0..3usize, kind, joined, any_end(), protection, prop::bool::weighted(0.08), helper, vec((0..8usize, any_period()), 0..4)).prop_map(
        |(local, kind, joined, left, protection, shielded, helper, jobs)| Member {
            local,
            kind,
            joined,
            left,
            protection,
            shielded,
            helper,
            jobs,
        },
    )
}

pub(super) fn any_office() -> impl Strategy<Value = Office> {
    prop_oneof![
        6 => Just(Office::WORKPLACE_REP),
        5 => Just(Office::CLUB_LEADER),
        3 => Just(Office::LOCAL_LEADER),
        4 => select(&[Office::CHIEF_REP, Office::CLUB_DEPUTY, Office::COUNTY_LEADER, Office::UNION_LEADER]),
        5 => select(Office::STANDARD),
    ]
}

pub(super) fn any_mandate() -> impl Strategy<Value = Mandate> {
    let workplace = prop_oneof![5 => Just(None), 3 => (0..8usize).prop_map(Some)];
    (0..ACTORS, any_office(), 0..8usize, workplace, any_period()).prop_map(|(member, office, place, workplace, period)| Mandate {
        member,
        office,
        place,
        workplace,
        period,
    })
}

pub(super) fn any_spec(operations: std::ops::Range<usize>) -> impl Strategy<Value = Spec> {
    let employers = vec(prop_oneof![2 => Just(None), 3 => (0..8usize).prop_map(Some)], 2..7);
    let clubs = vec((0..3usize, vec(0..8usize, 1..4)), 1..5);
    let organisation = (1..3usize, vec(0..2usize, 1..4), clubs, employers);
    let people = (vec(any_member(), ACTORS..15), vec(any_mandate(), 3..12), prop::bool::weighted(0.15));
    (organisation, people, vec(any_operation(), operations)).prop_map(
        |((counties, locals, clubs, employers), (members, mandates, crowded), operations)| Spec {
            counties,
            locals,
            clubs,
            employers,
            members,
            mandates,
            crowded,
            operations,
        },
    )
}

/// The key of the `n`th member.
pub(super) fn person(n: usize) -> String {
    format!("p{n}")
}

impl Spec {
    /// The files on the first day.
    pub(super) fn facts(&self, today: Date) -> Facts {
        let mut facts = Facts::empty();
        (1..self.counties).for_each(|n| facts.unit(&format!("K{n}"), UnitKind::County, Some("F")));
        for (n, parent) in self.employers.iter().enumerate() {
            facts.employer(n, parent.filter(|_| n > 0).map(|parent| parent % n));
        }
        for (n, county) in self.locals.iter().enumerate() {
            let county = if county % self.counties == 0 { "K".to_owned() } else { "K1".to_owned() };
            facts.unit(&format!("L{n}"), UnitKind::Local, Some(&county));
        }
        facts.unit("KS", UnitKind::Advisory, Some("F"));
        facts.unit("J", UnitKind::Legal, Some("K"));
        for (n, (local, covers)) in self.clubs.iter().enumerate() {
            let id = format!("C{n}");
            facts.unit(&id, UnitKind::Club, Some(&format!("L{}", local % self.locals.len())));
            covers.iter().for_each(|employer| facts.covers(&id, org(employer % self.employers.len())));
        }
        for (n, member) in self.members.iter().enumerate() {
            let line = facts.member(&person(n), &format!("L{}", member.local % self.locals.len()));
            line.kind = member.kind;
            line.joined = today.plus_days(member.joined);
            line.left = member.left.map(|day| today.plus_days(day));
            line.protection = member.protection;
            line.shielded = Some(member.shielded);
            line.helper = member.helper.map(person);
            for (workplace, (from, to)) in &member.jobs {
                let line = facts.works(&person(n), org(workplace % self.employers.len()));
                (line.from, line.to) = (today.plus_days(*from), to.map(|day| today.plus_days(day)));
            }
        }
        for n in 0..if self.crowded { CROWD } else { 0 } {
            facts.member(&format!("q{n}"), "L0");
            facts.works(&format!("q{n}"), org(0));
        }
        for mandate in &self.mandates {
            mandate.add_to(&mut facts, today);
        }
        facts.one_holder_each();
        facts
    }
}

impl Mandate {
    /// One more line, where the office can be held at all and the member is there.
    pub(super) fn add_to(&self, facts: &mut Facts, today: Date) {
        let (member, places) = (person(self.member), facts.places(self.office));
        if places.is_empty() || !facts.members.iter().any(|line| line.id == member) {
            return;
        }
        let workplace = self.workplace.map(|n| facts.employers[n % facts.employers.len()].number);
        let line = facts.holds(&member, self.office, &places[self.place % places.len()]);
        line.workplace = workplace;
        (line.from, line.to) = (today.plus_days(self.period.0), self.period.1.map(|day| today.plus_days(day)));
    }
}
