//! Members (2–5).

use crate::Union;
use crate::union::{Mandate, Member};

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

    /// Whether a mandate shows a member whom anybody may be shown (3).
    pub(crate) fn reaches(&self, mandate: &Mandate, member: &Member) -> bool {
        let clubs = self.clubs_of(&member.id);
        match mandate.office.as_str() {
            "PTV" => clubs
                .iter()
                .any(|(club, at)| *club == mandate.unit && mandate.workplace.as_deref().is_none_or(|workplace| workplace == *at)),
            "HTV" | "FTV" => self.employers_of(mandate).iter().any(|employer| clubs.iter().any(|(_, at)| self.is_under(at, employer))),
            "KLUBBLEDER" | "KLUBBNESTLEDER" | "KLUBBSEKRETAER" | "FORENINGSLEDER" | "NESTLEDER" | "KASSERER" | "FYLKESLEDER"
            | "FORBUNDSLEDER" | "REGISTERFORER" => {
                let own = clubs.iter().map(|(club, _)| *club).chain([member.local.as_str()]);
                own.into_iter().any(|unit| self.above_unit(unit).contains(mandate.unit.as_str()))
            }
            _ => false,
        }
    }
}
