//! Members (2–5, 11, 12).

use std::collections::BTreeSet;

use crate::Union;
use crate::union::{Job, Mandate, Member};

const HELPERS: [&str; 9] = ["PTV", "KLUBBLEDER", "KLUBBNESTLEDER", "HTV", "FTV", "FORENINGSLEDER", "NESTLEDER", "RAADGIVER_KS", "ADVOKAT"];

const TAKE_OUT: [&str; 4] = ["KLUBBLEDER", "KLUBBNESTLEDER", "FORENINGSLEDER", "NESTLEDER"];

const UNIT_OFFICES: [&str; 9] = [
    "KLUBBLEDER",
    "KLUBBNESTLEDER",
    "KLUBBSEKRETAER",
    "FORENINGSLEDER",
    "NESTLEDER",
    "KASSERER",
    "FYLKESLEDER",
    "FORBUNDSLEDER",
    "REGISTERFORER",
];

impl Union {
    /// Whether somebody sees a member.
    pub fn sees(&self, viewer: &str, member: &str) -> bool {
        !self.why_seen(viewer, member).is_empty()
    }

    /// The mandates each of which by itself shows somebody a member.
    pub fn why_seen(&self, viewer: &str, member: &str) -> Vec<&Mandate> {
        self.mandates_of(viewer).into_iter().filter(|mandate| self.shows(mandate, member)).collect()
    }

    /// Whether somebody sees how to reach a member (4).
    pub fn sees_contact(&self, viewer: &str, member: &str) -> bool {
        let protected = self.members.iter().any(|line| line.id == member && line.protected);
        let reached = |mandate: &&Mandate| {
            // An office that was only given the sight of members was not given the way to reach them.
            let own = ["PTV", "HTV", "FTV"].contains(&mandate.office.as_str()) || UNIT_OFFICES.contains(&mandate.office.as_str());
            let told = !["KASSERER", "FYLKESLEDER", "FORBUNDSLEDER"].contains(&mandate.office.as_str());
            protected || own && told && self.keeps(mandate, "members") && self.keeps(mandate, "contact")
        };
        self.why_seen(viewer, member).into_iter().any(|mandate| reached(&mandate))
    }

    /// Whether a mandate by itself shows a member (3, 5).
    fn shows(&self, mandate: &Mandate, member: &str) -> bool {
        let Some(member) = self.members.iter().find(|line| line.id == member) else { return false };
        if member.staff || !self.is_now(&member.joined, member.left.as_deref()) {
            return false;
        }
        if member.protected { self.helps(mandate, member) } else { self.reaches(mandate, member) }
    }

    /// Whether the holder of a mandate is named to help a protected member, in an office that helps (5).
    fn helps(&self, mandate: &Mandate, member: &Member) -> bool {
        let named = member.protected && member.helper.as_ref() == Some(&mandate.member);
        named && HELPERS.contains(&mandate.office.as_str()) && self.keeps(mandate, "help")
    }

    /// Whether a mandate shows a member whom anybody may be shown (3).
    pub(crate) fn reaches(&self, mandate: &Mandate, member: &Member) -> bool {
        self.sees_local_of(mandate, member) || self.clubs_of(&member.id).into_iter().any(|(club, at)| self.sees_job(mandate, club, at))
    }

    /// Whether a mandate shows whoever is in a club for a workplace.
    fn sees_job(&self, mandate: &Mandate, club: &str, at: &str) -> bool {
        let here = self.sees_unit(mandate, club);
        match mandate.office.as_str() {
            "PTV" if self.keeps(mandate, "members") && club == mandate.unit => {
                here || mandate.workplace.as_deref().is_none_or(|named| named == at)
            }
            "HTV" | "FTV" if self.keeps(mandate, "members") => {
                here || self.employers_of(mandate).iter().any(|employer| self.is_under(at, employer))
            }
            _ => here,
        }
    }

    /// Whether a mandate shows everybody in its unit, and this unit lies there.
    fn sees_unit(&self, mandate: &Mandate, unit: &str) -> bool {
        let office = mandate.office.as_str();
        let whole = UNIT_OFFICES.contains(&office) && self.keeps(mandate, "members") || self.given.contains(office);
        whole && self.above_unit(unit).contains(mandate.unit.as_str())
    }

    fn sees_local_of(&self, mandate: &Mandate, member: &Member) -> bool {
        self.sees_unit(mandate, &member.local)
    }

    /// The workplaces of the jobs that lists tell somebody of, of a member they see (11).
    pub fn workplaces_told(&self, viewer: &str, member: &str) -> BTreeSet<&str> {
        let Some(line) = self.members.iter().find(|line| line.id == member) else { return BTreeSet::new() };
        let mandates = if self.sees(viewer, member) { self.mandates_of(viewer) } else { Vec::new() };
        let told = |club: &str, at: &str| {
            mandates
                .iter()
                .any(|mandate| self.helps(mandate, line) || self.sees_local_of(mandate, line) || self.sees_job(mandate, club, at))
        };
        self.clubs_of(member).into_iter().filter(|(club, at)| told(club, at)).map(|(_, at)| at).collect()
    }

    /// Whether somebody may take a member out in a file, and how to reach them (12).
    pub fn takes_out(&self, viewer: &str, member: &str) -> bool {
        let protected = self.members.iter().any(|line| line.id == member && line.protected);
        !protected && self.why_seen(viewer, member).into_iter().any(|mandate| TAKE_OUT.contains(&mandate.office.as_str()))
    }

    /// The jobs of a member that a list shows to somebody who sees the member (11).
    pub fn jobs_shown(&self, viewer: &str, member: &str) -> Vec<&Job> {
        self.jobs_through(viewer, member, |_| true)
    }

    /// The jobs of a member in a file of somebody who may take the member out (12).
    pub fn jobs_taken_out(&self, viewer: &str, member: &str) -> Vec<&Job> {
        self.jobs_through(viewer, member, |mandate| TAKE_OUT.contains(&mandate.office.as_str()))
    }

    fn jobs_through(&self, viewer: &str, member: &str, counts: impl Fn(&Mandate) -> bool) -> Vec<&Job> {
        let Some(line) = self.members.iter().find(|line| line.id == member) else { return Vec::new() };
        let mandates: Vec<&Mandate> = self.mandates_of(viewer).into_iter().filter(|mandate| counts(mandate)).collect();
        let told = |club: &str, at: &str| {
            mandates
                .iter()
                .any(|mandate| self.helps(mandate, line) || self.sees_local_of(mandate, line) || self.sees_job(mandate, club, at))
        };
        let now = self.jobs.iter().filter(|job| job.member == member && self.is_now(&job.from, job.to.as_deref()));
        now.filter(|job| self.clubs_of_job(job).into_iter().any(|club| told(club, &job.workplace))).collect()
    }
}
