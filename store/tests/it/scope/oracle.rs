//! Who may see and do what, worked out from the lines of the files and five sentences; nothing of the program's own
//! rule or SQL is used.
//!
//! 1. A representative sees the members who today have an employment at a workplace that puts them in the club, only
//!    those at one workplace if the mandate names it; a club leader those of the club; a leader of a local those who
//!    belong to the local. No other office shows anybody.
//! 2. Hidden from all are those whose address is graded or whose membership is shielded, the union's own staff, and
//!    whoever has left, not yet joined, or gone out of the file.
//! 3. A case may be opened about a member one sees, in a club of theirs where one is representative or leader.
//! 4. Whoever owns a case reads it and works on it, as long as they hold any office at all.
//! 5. A leader of the case's club reads it if it is neither about health nor about whistleblowing, and may not write.

use std::collections::BTreeSet;

use domain::cases::Sensitivity;
use domain::identity::OrgNumber;
use domain::org::Office;
use domain::registry::{MandateLine, MemberLine, MembershipKind, Protection};
use domain::{CaseId, Date};

use crate::naive;
use crate::union::Union;

/// A case as the test knows it.
#[derive(Debug, Clone)]
pub(super) struct Case {
    pub(super) id: CaseId,
    pub(super) club: String,
    pub(super) owner: String,
    pub(super) about: String,
    pub(super) sensitivity: Sensitivity,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    Nothing,
    Reads,
    Works,
}

pub(super) struct Oracle<'a> {
    /// The file that was imported last.
    pub(super) union: &'a Union,
    pub(super) today: Date,
}

impl<'a> Oracle<'a> {
    fn is_on(&self, from: Date, to: Option<Date>) -> bool {
        from <= self.today && to.is_none_or(|to| self.today <= to)
    }

    pub(super) fn mandates(&self, person: &str) -> Vec<&'a MandateLine> {
        self.union.mandates.iter().filter(|mandate| mandate.member == person && self.is_on(mandate.from, mandate.to)).collect()
    }

    fn visible(&self, key: &str) -> Option<&'a MemberLine> {
        let line = self.union.members.iter().find(|line| line.id == key)?;
        let ungraded = line.protection.is_none_or(|grade| grade == Protection::None);
        let shown = ungraded && line.shielded != Some(true) && line.kind != MembershipKind::Staff && self.is_on(line.joined, line.left);
        shown.then_some(line)
    }

    /// Each club a member is in today, with the workplace that puts them there.
    fn clubs(&self, member: &str) -> BTreeSet<(&'a str, OrgNumber)> {
        let jobs = self.union.employments.iter().filter(|job| job.member == member && self.is_on(job.from, job.to));
        jobs.flat_map(|job| naive::clubs_of(self.union, job).into_iter().map(|club| (club, job.workplace))).collect()
    }

    pub(super) fn sees(&self, viewer: &str, member: &str) -> bool {
        let Some(line) = self.visible(member) else { return false };
        let clubs = self.clubs(member);
        self.mandates(viewer).into_iter().any(|mandate| match mandate.office {
            Office::WorkplaceRep => {
                clubs.iter().any(|(club, at)| *club == mandate.unit && mandate.workplace.is_none_or(|workplace| workplace == *at))
            }
            Office::ClubLeader => clubs.iter().any(|(club, _)| *club == mandate.unit),
            Office::LocalLeader => line.local == mandate.unit,
            _ => false,
        })
    }

    /// The clubs in which this viewer may open a case about this member.
    pub(super) fn may_open_in(&self, viewer: &str, member: &str) -> BTreeSet<&'a str> {
        if !self.sees(viewer, member) {
            return BTreeSet::new();
        }
        let opens = |club: &str| {
            self.mandates(viewer)
                .iter()
                .any(|mandate| mandate.unit == club && matches!(mandate.office, Office::WorkplaceRep | Office::ClubLeader))
        };
        self.clubs(member).into_iter().map(|(club, _)| club).filter(|club| opens(club)).collect()
    }

    pub(super) fn access(&self, viewer: &str, case: &Case) -> Access {
        let mandates = self.mandates(viewer);
        if mandates.is_empty() {
            return Access::Nothing;
        }
        if case.owner == viewer {
            return Access::Works;
        }
        let leads = mandates.iter().any(|mandate| mandate.office == Office::ClubLeader && mandate.unit == case.club);
        let closed = matches!(case.sensitivity, Sensitivity::Health | Sensitivity::Whistleblowing);
        if leads && !closed { Access::Reads } else { Access::Nothing }
    }
}
