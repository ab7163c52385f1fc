//! A union under another table of rights (10–12, 18).

use std::collections::BTreeSet;

use crate::union::{Job, Mandate, Member};
use crate::{Case, CaseAccess, Union};

/// One line of a table of rights: who, with what, what, how far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Right {
    /// The registry's code of the office.
    pub office: String,
    /// `member.basics`, `case.contents.health` …
    pub data: String,
    /// `see`, `work`, `open` …
    pub action: String,
    /// `own`, `named`, `workplace`, `employer` or `unit`.
    pub reach: String,
}

/// A union, and the table it goes by; with none it goes by the sentences (3–9).
#[derive(Debug, Clone)]
pub struct Under {
    /// The union.
    pub union: Union,
    /// The table.
    pub table: Option<Vec<Right>>,
}

impl Under {
    /// Whether somebody sees a member.
    pub fn sees(&self, viewer: &str, member: &str) -> bool {
        match &self.table {
            None => self.union.sees(viewer, member),
            Some(table) => self.shown(table, viewer, member, "member.basics"),
        }
    }

    /// Whether somebody sees how to reach a member: never without seeing the member.
    pub fn sees_contact(&self, viewer: &str, member: &str) -> bool {
        match &self.table {
            None => self.union.sees_contact(viewer, member),
            Some(table) => self.sees(viewer, member) && self.shown(table, viewer, member, "member.contact"),
        }
    }

    /// What somebody may do with a case.
    pub fn access(&self, viewer: &str, case: &Case) -> CaseAccess {
        let Some(table) = &self.table else { return self.union.access(viewer, case) };
        if case.conflicted.iter().any(|person| person == viewer) {
            return CaseAccess::Nothing;
        }
        let may = |data: &str, action: &str| {
            let follows = action == "see" && case.followers.iter().any(|person| person == viewer);
            self.lines(table, viewer, data, action).any(|(mandate, right)| match right.reach.as_str() {
                "own" => follows || case.owner == viewer || case.participants.iter().any(|person| person == viewer),
                "unit" => self.union.above_unit(&case.club).contains(mandate.unit.as_str()),
                "employer" => self.union.at_employer(mandate, &case.club),
                _ => false,
            })
        };
        let contents = format!("case.contents.{}", case.sensitivity);
        match (may(&contents, "see"), may(&contents, "work")) {
            (true, true) => CaseAccess::Works,
            (true, false) => CaseAccess::Reads,
            _ if may(&format!("case.existence.{}", case.sensitivity), "see") => CaseAccess::Knows,
            _ => CaseAccess::Nothing,
        }
    }

    /// Whether somebody may write in a case (23).
    pub fn writes(&self, viewer: &str, case: &Case) -> bool {
        !case.closed && self.access(viewer, case) == CaseAccess::Works
    }

    /// Whether somebody may close a case, and open it again (23).
    pub fn closes(&self, viewer: &str, case: &Case) -> bool {
        let Some(table) = &self.table else { return self.union.closes(viewer, case) };
        let by_office =
            self.lines(table, viewer, &format!("case.contents.{}", case.sensitivity), "work").any(|(mandate, right)| {
                match right.reach.as_str() {
                    "unit" => self.union.above_unit(&case.club).contains(mandate.unit.as_str()),
                    "employer" => self.union.at_employer(mandate, &case.club),
                    _ => false,
                }
            });
        // The owner's right may come from another line than the one that lets them read.
        self.access(viewer, case) == CaseAccess::Works && (by_office || case.owner == viewer)
    }

    /// The clubs in which somebody may open a case of this sensitivity about a member; of any, when none is named.
    pub fn may_open_in(&self, viewer: &str, member: &str, sensitivity: Option<&str>) -> BTreeSet<&str> {
        let Some(table) = &self.table else { return self.union.may_open_in(viewer, member) };
        if !self.sees(viewer, member) {
            return BTreeSet::new();
        }
        let kinds = ["general", "personnel", "health", "whistleblowing"].into_iter();
        let kinds: Vec<&str> = kinds.filter(|kind| sensitivity.is_none_or(|wanted| wanted == *kind)).collect();
        let opens = |club: &str, workplace: &str| {
            kinds.iter().any(|kind| {
                self.lines(table, viewer, &format!("case.contents.{kind}"), "open").any(|(mandate, right)| match right.reach.as_str() {
                    "workplace" => {
                        self.union.above_unit(club).contains(mandate.unit.as_str())
                            && mandate.workplace.as_deref().is_none_or(|named| named == workplace)
                    }
                    "unit" => self.union.above_unit(club).contains(mandate.unit.as_str()),
                    "employer" => self.union.at_employer(mandate, club),
                    _ => false,
                })
            })
        };
        self.union.clubs_of(member).into_iter().filter(|(club, workplace)| opens(club, workplace)).map(|(club, _)| club).collect()
    }

    /// The jobs of a member that a list shows to somebody who sees the member (11).
    pub fn jobs_shown(&self, viewer: &str, member: &str) -> Vec<&Job> {
        match &self.table {
            None => self.union.jobs_shown(viewer, member),
            Some(table) => self.jobs_through(table, viewer, member, "see"),
        }
    }

    /// Whether somebody may take a member out in a file (12): never without seeing the member.
    pub fn takes_out(&self, viewer: &str, member: &str) -> bool {
        match &self.table {
            None => self.union.takes_out(viewer, member),
            Some(table) => self.sees(viewer, member) && self.exports(table, viewer, member, "member.basics"),
        }
    }

    /// Whether the file says how to reach them too.
    pub fn takes_contact_out(&self, viewer: &str, member: &str) -> bool {
        match &self.table {
            None => self.union.takes_out(viewer, member),
            Some(table) => self.sees_contact(viewer, member) && self.exports(table, viewer, member, "member.contact"),
        }
    }

    /// The jobs of a member in a file of somebody who may take the member out (12).
    pub fn jobs_taken_out(&self, viewer: &str, member: &str) -> Vec<&Job> {
        match &self.table {
            None => self.union.jobs_taken_out(viewer, member),
            Some(table) => self.jobs_through(table, viewer, member, "export"),
        }
    }

    /// Whether somebody's office gives them `mandates` or `statistics` of a unit (18); `None` without a table.
    pub fn knows_of_unit(&self, viewer: &str, unit: &str, data: &str) -> Option<bool> {
        let table = self.table.as_deref()?;
        Some(self.lines(table, viewer, data, "see").any(|(mandate, right)| match right.reach.as_str() {
            "unit" => self.union.above_unit(unit).contains(mandate.unit.as_str()),
            "employer" => self.union.at_employer(mandate, unit),
            _ => false,
        }))
    }

    /// Whether somebody may list every member of a unit (18); `None` without a table.
    pub fn lists_unit(&self, viewer: &str, unit: &str) -> Option<bool> {
        let table = self.table.as_deref()?;
        Some(self.lines(table, viewer, "member.basics", "see").any(|(mandate, right)| {
            let whole = right.reach == "unit" || right.reach == "workplace" && mandate.workplace.is_none();
            whole && self.union.above_unit(unit).contains(mandate.unit.as_str())
        }))
    }

    fn exports(&self, table: &[Right], viewer: &str, member: &str, data: &str) -> bool {
        let Some(line) = self.union.members.iter().find(|line| line.id == member && !line.protected) else { return false };
        self.lines(table, viewer, data, "export").any(|(mandate, right)| self.reaches(mandate, &right.reach, line))
    }

    fn jobs_through(&self, table: &[Right], viewer: &str, member: &str, action: &str) -> Vec<&Job> {
        let union = &self.union;
        let Some(line) = union.members.iter().find(|line| line.id == member) else { return Vec::new() };
        let helps = line.protected
            && line.helper.as_deref() == Some(viewer)
            && self.lines(table, viewer, "member.protected", "see").next().is_some();
        let told = |club: &str, at: &str| {
            self.lines(table, viewer, "member.basics", action).any(|(mandate, right)| match (right.reach.as_str(), &mandate.workplace) {
                ("workplace", Some(named)) => club == mandate.unit && named == at,
                ("workplace", None) | ("unit", _) => {
                    [club, line.local.as_str()].into_iter().any(|unit| union.above_unit(unit).contains(mandate.unit.as_str()))
                }
                ("employer", _) => union.employers_of(mandate).iter().any(|employer| union.is_under(at, employer)),
                _ => false,
            })
        };
        let now = union.jobs.iter().filter(|job| job.member == member && union.is_now(&job.from, job.to.as_deref()));
        now.filter(|job| union.clubs_of_job(job).into_iter().any(|club| helps || told(club, &job.workplace))).collect()
    }

    /// Each line of the table that an office held today has, with the mandate.
    fn lines<'a>(&'a self, table: &'a [Right], viewer: &str, data: &str, action: &str) -> impl Iterator<Item = (&'a Mandate, &'a Right)> {
        let (data, action) = (data.to_owned(), action.to_owned());
        self.union.mandates_of(viewer).into_iter().flat_map(move |mandate| {
            let of = |right: &&Right| right.office == mandate.office && right.data == data && right.action == action;
            table.iter().filter(of).map(|right| (mandate, right)).collect::<Vec<_>>()
        })
    }

    fn shown(&self, table: &[Right], viewer: &str, member: &str, data: &str) -> bool {
        let Some(line) = self.union.members.iter().find(|line| line.id == member) else { return false };
        if line.staff || !self.union.is_now(&line.joined, line.left.as_deref()) {
            return false;
        }
        if line.protected {
            let named = line.helper.as_deref() == Some(viewer);
            return named && self.lines(table, viewer, "member.protected", "see").next().is_some();
        }
        self.lines(table, viewer, data, "see").any(|(mandate, right)| self.reaches(mandate, &right.reach, line))
    }

    /// Whether a mandate reaches so far as this member.
    fn reaches(&self, mandate: &Mandate, reach: &str, member: &Member) -> bool {
        let clubs = self.union.clubs_of(&member.id);
        let in_unit = || {
            let own = clubs.iter().map(|(club, _)| *club).chain([member.local.as_str()]);
            own.into_iter().any(|unit| self.union.above_unit(unit).contains(mandate.unit.as_str()))
        };
        match (reach, &mandate.workplace) {
            ("workplace", Some(named)) => clubs.contains(&(mandate.unit.as_str(), named.as_str())),
            ("workplace", None) | ("unit", _) => in_unit(),
            ("employer", _) => {
                let employers = self.union.employers_of(mandate);
                employers.iter().any(|employer| clubs.iter().any(|(_, at)| self.union.is_under(at, employer)))
            }
            _ => false,
        }
    }
}
