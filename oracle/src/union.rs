//! The union as one who reads the files with a pencil has it.

use std::collections::{BTreeMap, BTreeSet};

/// A unit.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Its key.
    pub id: String,
    /// The unit above.
    pub parent: Option<String>,
}

/// A person.
#[derive(Debug, Clone)]
pub struct Member {
    /// Their key.
    pub id: String,
    /// The local they belong to.
    pub local: String,
    /// First day.
    pub joined: String,
    /// Last day.
    pub left: Option<String>,
    /// Employed by the union, not a member.
    pub staff: bool,
    /// Graded address or shielded membership.
    pub protected: bool,
    /// Who is named to help.
    pub helper: Option<String>,
}

/// An employment.
#[derive(Debug, Clone)]
pub struct Job {
    /// Whose.
    pub member: String,
    /// The workplace's number.
    pub workplace: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: Option<String>,
}

/// An office held.
#[derive(Debug, Clone)]
pub struct Mandate {
    /// By whom.
    pub member: String,
    /// The registry's code of the office.
    pub office: String,
    /// Where.
    pub unit: String,
    /// The workplace or employer it names.
    pub workplace: Option<String>,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: Option<String>,
}

/// All of it, on one day.
#[derive(Debug, Clone, Default)]
pub struct Union {
    /// The day.
    pub today: String,
    /// Each employer unit's parent.
    pub parents: BTreeMap<String, String>,
    /// Units.
    pub units: Vec<Unit>,
    /// (club, employer unit).
    pub coverages: Vec<(String, String)>,
    /// Persons in the file.
    pub members: Vec<Member>,
    /// Employments in the file.
    pub jobs: Vec<Job>,
    /// Mandates in the file.
    pub mandates: Vec<Mandate>,
    /// (office, right) that the union has taken away (16). The rights are `members` (with how to reach them), `contact`,
    /// `help`, `own`, `read`, `know` and `open`.
    pub taken: BTreeSet<(String, String)>,
    /// Offices that see everybody in the unit where they are held, because the union says so (16).
    pub given: BTreeSet<String>,
}

impl Union {
    /// Whether a period holds today.
    pub fn is_now(&self, from: &str, to: Option<&str>) -> bool {
        from <= self.today.as_str() && to.is_none_or(|to| to >= self.today.as_str())
    }

    /// The mandates somebody holds today.
    pub fn mandates_of(&self, person: &str) -> Vec<&Mandate> {
        self.mandates.iter().filter(|held| held.member == person && self.is_now(&held.from, held.to.as_deref())).collect()
    }

    /// Whether an office still has a right (16).
    pub(crate) fn keeps(&self, mandate: &Mandate, right: &str) -> bool {
        !self.taken.contains(&(mandate.office.clone(), right.to_owned()))
    }

    /// Whether somebody reads the access log (15).
    pub fn reads_access_log(&self, person: &str) -> bool {
        self.mandates_of(person).iter().any(|held| held.office == "PVO")
    }

    /// Whether somebody looks after the registry (15).
    pub fn keeps_registry(&self, person: &str) -> bool {
        self.mandates_of(person).iter().any(|held| ["ADMIN", "REGISTERFORER"].contains(&held.office.as_str()))
    }

    /// An employer unit and everything above it; a loop ends by itself, as a set can only grow so far.
    pub(crate) fn above_employer(&self, number: &str) -> BTreeSet<&str> {
        let mut above: BTreeSet<&str> =
            self.parents.keys().chain(self.parents.values()).map(String::as_str).filter(|n| *n == number).collect();
        loop {
            let before = above.len();
            let parents: Vec<&str> = above.iter().filter_map(|number| self.parents.get(*number)).map(String::as_str).collect();
            above.extend(parents);
            if above.len() == before {
                return above;
            }
        }
    }

    /// Whether one employer unit is another, or lies under it.
    pub(crate) fn is_under(&self, number: &str, other: &str) -> bool {
        number == other || self.above_employer(number).contains(other)
    }

    /// A unit and everything above it.
    pub(crate) fn above_unit(&self, id: &str) -> BTreeSet<&str> {
        let mut above = BTreeSet::new();
        let mut next = self.units.iter().find(|unit| unit.id == id);
        while let Some(unit) = next {
            above.insert(unit.id.as_str());
            next = unit.parent.as_deref().and_then(|parent| self.units.iter().find(|unit| unit.id == parent));
        }
        above
    }

    /// The clubs in which an employment puts its member, whenever it is (1).
    pub fn clubs_of_job(&self, job: &Job) -> BTreeSet<&str> {
        let covering =
            || self.coverages.iter().filter(|(_, employer)| self.is_under(&job.workplace, employer)).map(|(club, _)| club.as_str());
        let local = self.members.iter().find(|member| member.id == job.member).map(|member| member.local.as_str());
        let local_of = |club: &str| self.units.iter().find(|unit| unit.id == club).and_then(|unit| unit.parent.as_deref());
        let own: BTreeSet<&str> = covering().filter(|club| local_of(club) == local).collect();
        if own.is_empty() { covering().collect() } else { own }
    }

    /// Each club a member is in today, with the workplace that puts them there.
    pub fn clubs_of(&self, member: &str) -> BTreeSet<(&str, &str)> {
        let now = self.jobs.iter().filter(|job| job.member == member && self.is_now(&job.from, job.to.as_deref()));
        now.flat_map(|job| self.clubs_of_job(job).into_iter().map(|club| (club, job.workplace.as_str()))).collect()
    }

    /// The employer units that a mandate of a chief or joint representative is held for.
    pub(crate) fn employers_of<'a>(&'a self, mandate: &'a Mandate) -> Vec<&'a str> {
        match &mandate.workplace {
            Some(named) => vec![named],
            None => self.coverages.iter().filter(|(club, _)| *club == mandate.unit).map(|(_, employer)| employer.as_str()).collect(),
        }
    }
}
