//! Who is in which club, and whom a mandate shows, worked out slowly from the lines of the files.
//!
//! Written from a few sentences, and from nothing in the program: *a club covers an employer unit and everything under
//! it*; *where several clubs cover a workplace, those of the member's own local go before all others*; *a
//! representative and a leader see their club, a representative narrowed to a workplace those who work there, the
//! leader of a local its members and those of its clubs; nobody sees those who are protected, employed by the union, or no members today*.

use std::collections::{BTreeMap, BTreeSet};

use domain::Date;
use domain::identity::OrgNumber;
use domain::org::Office;
use domain::registry::{EmploymentLine, Line, MandateLine, MemberLine, MembershipKind, Protection};

/// The files' contents, as one who reads them with a pencil has them.
pub(crate) struct Files<'a> {
    pub(crate) lines: &'a [Line],
    pub(crate) parents: BTreeMap<OrgNumber, OrgNumber>,
    pub(crate) today: Date,
}

impl<'a> Files<'a> {
    pub(crate) fn members(&self) -> impl Iterator<Item = &'a MemberLine> {
        self.lines.iter().filter_map(|line| if let Line::Member(member) = line { Some(member) } else { None })
    }

    pub(crate) fn employments(&self) -> impl Iterator<Item = &'a EmploymentLine> {
        self.lines.iter().filter_map(|line| if let Line::Employment(employment) = line { Some(employment) } else { None })
    }

    pub(crate) fn mandates(&self) -> impl Iterator<Item = &'a MandateLine> {
        self.lines.iter().filter_map(|line| if let Line::Mandate(mandate) = line { Some(mandate) } else { None })
    }

    fn member(&self, id: &str) -> &'a MemberLine {
        self.members().find(|member| member.id == id).unwrap()
    }

    /// The unit and everything above it; a loop would end by itself, as a set can only grow so far.
    fn above(&self, number: OrgNumber) -> BTreeSet<OrgNumber> {
        let mut above = BTreeSet::from([number]);
        loop {
            let parents: BTreeSet<_> = above.iter().filter_map(|number| self.parents.get(number)).copied().collect();
            if parents.is_subset(&above) {
                return above;
            }
            above.extend(parents);
        }
    }

    fn local_of(&self, club: &str) -> Option<&'a str> {
        self.lines.iter().find_map(|line| match line {
            Line::Unit(unit) if unit.id == club => unit.parent.as_deref(),
            _ => None,
        })
    }

    /// The clubs in which an employment at `workplace` puts a member of `local`.
    fn clubs(&self, local: &str, workplace: OrgNumber) -> BTreeSet<&'a str> {
        let above = self.above(workplace);
        let covering: BTreeSet<&str> = self
            .lines
            .iter()
            .filter_map(|line| match line {
                Line::Coverage(coverage) if above.contains(&coverage.employer) => Some(coverage.unit.as_str()),
                _ => None,
            })
            .collect();
        let own: BTreeSet<&str> = covering.iter().copied().filter(|club| self.local_of(club) == Some(local)).collect();
        if own.is_empty() { covering } else { own }
    }

    /// Each club's members, today or at any other time, with the workplace and the period that put them there.
    pub(crate) fn club_members(&self) -> BTreeMap<&'a str, Vec<&'a EmploymentLine>> {
        let mut known: BTreeMap<(&str, OrgNumber), BTreeSet<&str>> = BTreeMap::new();
        let locals: BTreeMap<&str, &str> = self.members().map(|member| (member.id.as_str(), member.local.as_str())).collect();
        let mut clubs: BTreeMap<&str, Vec<&EmploymentLine>> = BTreeMap::new();
        for job in self.employments() {
            let local = locals[job.member.as_str()];
            let found = known.entry((local, job.workplace)).or_insert_with(|| self.clubs(local, job.workplace));
            found.iter().for_each(|club| clubs.entry(club).or_default().push(job));
        }
        clubs
    }

    /// How many persons are in each club.
    pub(crate) fn sizes(&self) -> BTreeMap<String, u64> {
        let persons = |jobs: Vec<&EmploymentLine>| jobs.iter().map(|job| &job.member).collect::<BTreeSet<_>>().len() as u64;
        self.club_members().into_iter().map(|(club, jobs)| (club.to_owned(), persons(jobs))).collect()
    }

    fn is_now(&self, from: Date, to: Option<Date>) -> bool {
        from <= self.today && to.is_none_or(|to| to >= self.today)
    }

    fn may_be_shown(&self, member: &MemberLine) -> bool {
        member.protection.is_none_or(|grade| grade == Protection::None)
            && member.shielded != Some(true)
            && member.kind != MembershipKind::Staff
            && self.is_now(member.joined, member.left)
    }

    /// The members whom somebody's mandates show today.
    pub(crate) fn shown_to(&self, person: &str) -> Vec<&'a MemberLine> {
        let clubs = self.club_members();
        let mut shown: BTreeSet<&str> = BTreeSet::new();
        for mandate in self.mandates().filter(|mandate| mandate.member == person && self.is_now(mandate.from, mandate.to)) {
            let at_work = |workplace: Option<OrgNumber>| {
                let jobs = clubs.get(mandate.unit.as_str()).into_iter().flatten();
                let there =
                    jobs.filter(|job| self.is_now(job.from, job.to)).filter(move |job| workplace.is_none_or(|one| one == job.workplace));
                there.map(|job| job.member.as_str()).collect::<Vec<_>>()
            };
            match mandate.office {
                Office::WORKPLACE_REP => shown.extend(at_work(mandate.workplace)),
                Office::CLUB_LEADER => shown.extend(at_work(None)),
                Office::LOCAL_LEADER => {
                    shown.extend(self.members().filter(|member| member.local == mandate.unit).map(|member| &*member.id));
                    let under = clubs.iter().filter(|(club, _)| self.local_of(club) == Some(&mandate.unit)).flat_map(|(_, jobs)| jobs);
                    shown.extend(under.filter(|job| self.is_now(job.from, job.to)).map(|job| &*job.member));
                }
                _ => {}
            }
        }
        shown.into_iter().map(|id| self.member(id)).filter(|member| self.may_be_shown(member)).collect()
    }

    /// Their names, sorted byte by byte: for comparing, not for reading.
    pub(crate) fn names_shown_to(&self, person: &str) -> Vec<String> {
        let mut names: Vec<_> =
            self.shown_to(person).iter().map(|member| format!("{} {}", member.given_name, member.family_name)).collect();
        names.sort_unstable();
        names
    }
}
