//! Random small unions, as few numbers that shrink well.

use domain::access::{Policy, Power, Rule, offered};
use domain::cases::Sensitivity;
use domain::org::{Office, Offices, UnitKind};
use domain::registry::{MembershipKind, Protection, Section, TariffArea};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::union::{Union, in_days, org};

/// A union at two moments. Every `usize` chooses among what there is, counted round and round; days are counted from
/// the day on which the world begins; what is `gone` is in the first file and not in the second.
#[derive(Debug, Clone)]
pub(super) struct Spec {
    /// The unit above each employer unit, if any. Loops happen.
    employers: Vec<Option<usize>>,
    clubs: Vec<Club>,
    members: Vec<Member>,
    mandates: Vec<Mandate>,
    pub(super) cases: Vec<Attempt>,
    /// So many days pass between the files.
    pub(super) days: i32,
    /// How the access matrix differs from the standard, before and after the second file.
    pub(super) policies: (Toggles, Toggles),
}

/// Rights that are taken from an office that has them, and given to one that has not. None: the standard, which the
/// oracle tells in sentences of its own.
pub(super) type Toggles = Vec<(Office, Power)>;

fn any_toggles() -> impl Strategy<Value = Toggles> {
    // The offices that most hold, so that it matters.
    const OFTEN: &[Office] = &[Office::WORKPLACE_REP, Office::CLUB_LEADER, Office::LOCAL_LEADER, Office::CHIEF_REP];
    let office = prop_oneof![4 => select(OFTEN), 2 => select(Office::STANDARD)];
    let toggle = (office, 0..200usize).prop_filter_map("an office without rights", |(office, n)| {
        let offered: Vec<Power> = offered(Offices::standard().get(office).unwrap()).collect();
        Some((office, *offered.get(n % offered.len().max(1))?))
    });
    prop_oneof![1 => Just(Vec::new()), 2 => vec(toggle, 1..30)]
}

/// The matrix with these differences.
pub(super) fn policy(toggles: &Toggles) -> Policy {
    let mut policy = Policy::standard();
    for (office, power) in toggles {
        let mut rules: Vec<Rule> = policy.rules_of(*office).cloned().collect();
        let before = rules.len();
        rules.retain(|rule| rule.power() != *power);
        if rules.len() == before {
            let Power { class, action, breadth } = *power;
            rules.push(Rule { office: *office, class, action, breadth, reason: "Prøven vil det".to_owned() });
        }
        policy = policy.with(*office, rules);
    }
    policy
}

/// Somebody tries to open a case.
#[derive(Debug, Clone)]
pub(super) struct Attempt {
    /// The holder of this mandate.
    pub(super) by: usize,
    /// About this member, or about one of those who may be chosen.
    pub(super) about: usize,
    pub(super) allowed: bool,
    /// These take part.
    pub(super) with: Vec<usize>,
    pub(super) sensitivity: Sensitivity,
}

#[derive(Debug, Clone)]
struct Club {
    local: usize,
    covers: Vec<(usize, bool)>,
    gone: bool,
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
    gone: bool,
}

#[derive(Debug, Clone)]
struct Mandate {
    member: usize,
    office: Office,
    place: usize,
    workplace: Option<usize>,
    period: Period,
    revoked: Option<i32>,
    notified: bool,
    gone: bool,
}

/// First and last day.
type Period = (i32, Option<i32>);

fn any_period() -> impl Strategy<Value = Period> {
    let from = prop_oneof![8 => Just(-300), 1 => Just(0), 1 => Just(1), 1 => Just(30)];
    (from, any_end()).prop_map(|(from, to)| (from, to.map(|to: i32| to.max(from))))
}

fn any_end() -> impl Strategy<Value = Option<i32>> {
    prop_oneof![10 => Just(None), 1 => Just(Some(-1)), 1 => Just(Some(0)), 1 => Just(Some(1)), 1 => Just(Some(200))]
}

fn seldom() -> impl Strategy<Value = bool> {
    prop::bool::weighted(0.08)
}

fn any_club() -> impl Strategy<Value = Club> {
    (0..2usize, vec((0..8usize, seldom()), 1..4), seldom()).prop_map(|(local, covers, gone)| Club { local, covers, gone })
}

fn any_member() -> impl Strategy<Value = Member> {
    let kind = prop_oneof![20 => Just(MembershipKind::Active), 3 => select(MembershipKind::ALL)];
    let joined = prop_oneof![8 => Just(-300), 1 => Just(-10), 1 => Just(0), 1 => Just(1)];
    let protection = prop_oneof![12 => Just(None), 2 => select(Protection::ALL).prop_map(Some)];
    let helper = prop_oneof![1 => Just(None), 2 => (0..16usize).prop_map(Some)];
    let jobs = vec((0..8usize, any_period()), 0..4);
    (0..2usize, kind, joined, any_end(), protection, seldom(), helper, jobs, seldom()).prop_map(
        |(local, kind, joined, left, protection, shielded, helper, jobs, gone)| Member {
            local,
            kind,
            joined,
            left,
            protection,
            shielded,
            helper,
            jobs,
            gone,
        },
    )
}

fn any_mandate() -> impl Strategy<Value = Mandate> {
    let office = prop_oneof![
        6 => Just(Office::WORKPLACE_REP),
        5 => Just(Office::CLUB_LEADER),
        3 => Just(Office::LOCAL_LEADER),
        3 => select(&[Office::CHIEF_REP, Office::CLUB_DEPUTY, Office::COUNTY_LEADER, Office::UNION_LEADER]),
        5 => select(Office::STANDARD),
    ];
    let workplace = prop_oneof![5 => Just(None), 3 => (0..8usize).prop_map(Some)];
    let revoked = prop_oneof![12 => Just(None), 1 => Just(Some(0)), 1 => Just(Some(1)), 1 => Just(Some(40))];
    (0..16usize, office, 0..8usize, workplace, any_period(), revoked, any::<bool>(), seldom()).prop_map(
        |(member, office, place, workplace, period, revoked, notified, gone)| Mandate {
            member,
            office,
            place,
            workplace,
            period,
            revoked,
            notified,
            gone,
        },
    )
}

pub(super) fn any_spec() -> impl Strategy<Value = Spec> {
    let employers = vec(prop_oneof![2 => Just(None), 3 => (0..8usize).prop_map(Some)], 2..7);
    let attempt = (0..16usize, 0..16usize, prop::bool::weighted(0.7), vec(0..16usize, 0..2), select(Sensitivity::ALL))
        .prop_map(|(by, about, allowed, with, sensitivity)| Attempt { by, about, allowed, with, sensitivity });
    let policies = (any_toggles(), any_toggles());
    (employers, vec(any_club(), 1..5), vec(any_member(), 2..12), vec(any_mandate(), 1..14), vec(attempt, 0..16), 0..3i32, policies)
        .prop_map(|(employers, clubs, members, mandates, cases, days, policies)| Spec {
            employers,
            clubs,
            members,
            mandates,
            cases,
            days,
            policies,
        })
}

/// The key of the `n`th member.
fn person(n: usize) -> String {
    format!("p{n}")
}

impl Spec {
    pub(super) fn everybody(&self) -> Vec<String> {
        (0..self.members.len()).map(person).collect()
    }

    /// The holder of the `n`th mandate.
    pub(super) fn holder(&self, n: usize) -> String {
        self.member(self.mandates[n % self.mandates.len()].member)
    }

    /// The `n`th member.
    pub(super) fn member(&self, n: usize) -> String {
        person(n % self.members.len())
    }

    /// The first file, or the `second`.
    pub(super) fn union(&self, second: bool) -> Union {
        let employer = |n: usize| u32::try_from(n % self.employers.len()).unwrap() + 1;
        let mut union = Union::empty();
        for (n, above) in self.employers.iter().enumerate() {
            union.employer(employer(n), "BEDR", above.map(employer));
        }
        for local in ["L0", "L1"] {
            union.unit(local, UnitKind::Local, Some("K"));
        }
        union.unit("KS", UnitKind::Advisory, Some("F"));
        union.unit("J", UnitKind::Legal, Some("K"));
        for (n, club) in self.clubs.iter().enumerate().filter(|(_, club)| !(second && club.gone)) {
            let id = format!("C{n}");
            union.unit(&id, UnitKind::Club, Some(&format!("L{}", club.local)));
            for (covered, gone) in &club.covers {
                let already = union.coverages.iter().any(|line| line.unit == id && line.employer == org(employer(*covered)));
                if !(already || second && *gone) {
                    union.covers(&id, employer(*covered));
                }
            }
        }
        for (n, member) in self.members.iter().enumerate() {
            let line = union.member(&person(n), &format!("L{}", member.local));
            line.kind = member.kind;
            line.joined = in_days(member.joined);
            line.left = member.left.map(in_days);
            line.protection = member.protection;
            line.shielded = Some(member.shielded);
            line.section = [None, Some(Section::HealthSocial), Some(Section::OfficeAdministration)][n % 3];
            line.phone = n.is_multiple_of(2).then(|| format!("4000{n:04}"));
            line.email = (n % 4 == 1).then(|| format!("p{n}@example.com"));
            // Somebody who goes out of the file can help nobody in it.
            line.helper = member.helper.filter(|n| !(second && self.members[n % self.members.len()].gone)).map(|n| self.member(n));
            for (k, (workplace, (from, to))) in member.jobs.iter().enumerate() {
                let line = union.works(&person(n), employer(*workplace));
                ["Spesialsykepleier", "Renholder", "Vikar, sykepleier"][(n + k) % 3].clone_into(&mut line.title);
                line.tariff_area = [None, Some(TariffArea::Ks), Some(TariffArea::Oslo)][(n + 2 * k) % 3];
                (line.from, line.to) = (in_days(*from), to.map(in_days));
            }
        }
        for (n, mandate) in self.mandates.iter().enumerate() {
            let kinds = Offices::standard().held_at(mandate.office);
            let places: Vec<String> = union.units.iter().filter(|unit| kinds.contains(&unit.kind)).map(|unit| unit.id.clone()).collect();
            if !places.is_empty() {
                let line = union.holds(&self.member(mandate.member), mandate.office, &places[mandate.place % places.len()]);
                // The same in both files.
                line.id = format!("M{n}");
                line.workplace = mandate.workplace.map(|workplace| org(employer(workplace)));
                (line.from, line.to) = (in_days(mandate.period.0), mandate.period.1.map(in_days));
                line.revoked = mandate.revoked.map(in_days).filter(|revoked| line.to.is_none_or(|to| *revoked <= to));
                line.employer_notified = mandate.notified.then(|| in_days(-300));
            }
        }
        if second {
            let mut gone = self.mandates.iter().map(|mandate| mandate.gone);
            union.mandates.retain(|_| !gone.next().unwrap_or_default());
            for (n, _) in self.members.iter().enumerate().filter(|(_, member)| member.gone) {
                union.leave_out(&person(n));
            }
        }
        one_holder_each(&mut union);
        union
    }
}

/// Leaves out who would be a second leader of a unit at any time: the registry takes no such file.
fn one_holder_each(union: &mut Union) {
    let mut kept: Vec<domain::registry::MandateLine> = Vec::new();
    for line in std::mem::take(&mut union.mandates) {
        let overlaps =
            |other: &domain::registry::MandateLine| other.to.is_none_or(|to| to >= line.from) && line.to.is_none_or(|to| to >= other.from);
        let second = |other: &domain::registry::MandateLine| other.office == line.office && other.unit == line.unit && overlaps(other);
        if !(Offices::standard().single_holder(line.office) && kept.iter().any(second)) {
            kept.push(line);
        }
    }
    union.mandates = kept;
}
