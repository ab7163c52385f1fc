//! Members (2–5).

use crate::Union;
use crate::union::{Job, Mandate, Member};

const TAKE_OUT: [&str; 4] = ["KLUBBLEDER", "KLUBBNESTLEDER", "FORENINGSLEDER", "NESTLEDER"];
const HELPERS: [&str; 9] = ["PTV", "KLUBBLEDER", "KLUBBNESTLEDER", "HTV", "FTV", "FORENINGSLEDER", "NESTLEDER", "RAADGIVER_KS", "ADVOKAT"];

impl Union {
    /// Whether somebody sees a member.
    pub fn sees(&self, viewer: &str, member: &str) -> bool {
        self.shown(viewer, member, |_| true)
    }

    /// Whether somebody sees how to reach a member (4).
    pub fn sees_contact(&self, viewer: &str, member: &str) -> bool {
        self.shown(viewer, member, |mandate| !["KASSERER", "FYLKESLEDER", "FORBUNDSLEDER"].contains(&mandate.office.as_str()))
    }

    /// Whether somebody may take a member out in a file, and how to reach them (12).
    pub fn takes_out(&self, viewer: &str, member: &str) -> bool {
        let protected = self.members.iter().any(|line| line.id == member && line.protected);
        !protected && self.shown(viewer, member, |mandate| TAKE_OUT.contains(&mandate.office.as_str()))
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
        let helps = line.protected
            && line.helper.as_deref() == Some(viewer)
            && mandates.iter().any(|mandate| HELPERS.contains(&mandate.office.as_str()));
        let counts_for = |mandate: &Mandate, job: &Job| {
            let clubs = self.clubs_of_job(job);
            match mandate.office.as_str() {
                "PTV" => clubs.contains(mandate.unit.as_str()) && mandate.workplace.as_deref().is_none_or(|named| named == job.workplace),
                "HTV" | "FTV" => self.employers_of(mandate).iter().any(|employer| self.is_under(&job.workplace, employer)),
                _ if self.shows_a_unit(mandate) => {
                    clubs.into_iter().chain([line.local.as_str()]).any(|unit| self.above_unit(unit).contains(mandate.unit.as_str()))
                }
                _ => false,
            }
        };
        let now = self.jobs.iter().filter(|job| job.member == member && self.is_now(&job.from, job.to.as_deref()));
        now.filter(|job| !self.clubs_of_job(job).is_empty())
            .filter(|job| helps || mandates.iter().any(|mandate| counts_for(mandate, job)))
            .collect()
    }

    fn shown(&self, viewer: &str, member: &str, counts: impl Fn(&Mandate) -> bool) -> bool {
        let Some(member) = self.members.iter().find(|line| line.id == member) else { return false };
        if member.staff || !self.is_now(&member.joined, member.left.as_deref()) {
            return false;
        }
        let mandates = self.mandates_of(viewer);
        if member.protected {
            let named = member.helper.as_deref() == Some(viewer);
            return named && mandates.iter().any(|mandate| HELPERS.contains(&mandate.office.as_str()));
        }
        mandates.into_iter().filter(|mandate| counts(mandate)).any(|mandate| self.reaches(mandate, member))
    }

    /// Whether an office shows all who belong to its unit (3).
    fn shows_a_unit(&self, mandate: &Mandate) -> bool {
        let offices = [
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
        offices.contains(&mandate.office.as_str())
    }

    /// Whether a mandate shows a member whom anybody may be shown (3).
    pub(crate) fn reaches(&self, mandate: &Mandate, member: &Member) -> bool {
        let clubs = self.clubs_of(&member.id);
        match mandate.office.as_str() {
            "PTV" => clubs
                .iter()
                .any(|(club, at)| *club == mandate.unit && mandate.workplace.as_deref().is_none_or(|workplace| workplace == *at)),
            "HTV" | "FTV" => self.employers_of(mandate).iter().any(|employer| clubs.iter().any(|(_, at)| self.is_under(at, employer))),
            _ if self.shows_a_unit(mandate) => {
                let own = clubs.iter().map(|(club, _)| *club).chain([member.local.as_str()]);
                own.into_iter().any(|unit| self.above_unit(unit).contains(mandate.unit.as_str()))
            }
            _ => false,
        }
    }
}
