//! Employers (13, 14).

use std::collections::BTreeSet;

use crate::Union;

impl Union {
    /// Whether an employer or workplace is shown to somebody (13).
    pub fn shows_employer(&self, viewer: &str, number: &str) -> bool {
        let held: BTreeSet<&str> = self.mandates_of(viewer).into_iter().map(|mandate| mandate.unit.as_str()).collect();
        let local_of = |club: &str| self.units.iter().find(|unit| unit.id == club).and_then(|unit| unit.parent.as_deref());
        let concerns = |club: &str| held.contains(club) || local_of(club).is_some_and(|local| held.contains(local));
        self.coverages
            .iter()
            .filter(|(club, _)| concerns(club))
            .any(|(_, covered)| self.is_under(number, covered) || self.is_under(covered, number))
    }

    /// Whether somebody is told what has happened to an employer; `left` is the unit it has left, if that is what
    /// happened (13).
    pub fn is_told(&self, viewer: &str, about: &str, left: Option<&str>) -> bool {
        self.shows_employer(viewer, about) || left.is_some_and(|left| self.shows_employer(viewer, left))
    }

    /// Who stands on an employer's page, each with their office (14).
    pub fn named_at(&self, number: &str) -> BTreeSet<(&str, &str)> {
        let here = |club: &str| self.coverages.iter().any(|(covering, covered)| covering == club && self.is_under(number, covered));
        let open = |person: &str| self.members.iter().any(|member| member.id == person && !member.protected);
        self.mandates
            .iter()
            .filter(|held| self.is_now(&held.from, held.to.as_deref()) && here(&held.unit) && open(&held.member))
            .filter(|held| held.workplace.as_deref().is_none_or(|at| self.is_under(at, number)))
            .map(|held| (held.member.as_str(), held.office.as_str()))
            .collect()
    }
}
