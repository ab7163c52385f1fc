//! Who is in which club, worked out slowly from the lines of the files.
//!
//! Written from two sentences, and from nothing in the program: *a club covers an employer unit and everything under
//! it*, and *where several clubs cover a workplace, those of the member's own local go before all others*.

use std::collections::{BTreeMap, BTreeSet};

use domain::identity::OrgNumber;
use domain::registry::EmploymentLine;

use crate::union::Union;

/// The unit and everything above it in the business register; loops end by themselves, as a set can only grow so far.
pub(crate) fn above(union: &Union, number: OrgNumber) -> BTreeSet<String> {
    let mut above = BTreeSet::from([number.to_string()]);
    loop {
        let before = above.len();
        for employer in &union.employers {
            if above.contains(employer["organisasjonsnummer"].as_str().unwrap())
                && let Some(parent) = employer["overordnetEnhet"].as_str()
            {
                above.insert(parent.to_owned());
            }
        }
        if above.len() == before {
            return above;
        }
    }
}

/// The clubs in which an employment puts its member, whenever it is.
pub(crate) fn clubs_of<'a>(union: &'a Union, employment: &EmploymentLine) -> BTreeSet<&'a str> {
    let above = above(union, employment.workplace);
    let covering =
        || union.coverages.iter().filter(|coverage| above.contains(coverage.employer.as_str())).map(|coverage| coverage.unit.as_str());
    let local_of = |club: &str| union.units.iter().find(|unit| unit.id == club).unwrap().parent.as_deref();
    let own = union.members.iter().find(|member| member.id == employment.member).map(|member| member.local.as_str());
    let of_own_local: BTreeSet<&str> = covering().filter(|club| local_of(club) == own).collect();
    if of_own_local.is_empty() { covering().collect() } else { of_own_local }
}

/// (club, member, workplace) for every employment in every club.
pub(crate) fn club_members(union: &Union) -> Vec<(String, String, String)> {
    let mut rows = Vec::new();
    for employment in &union.employments {
        for club in clubs_of(union, employment) {
            rows.push((club.to_owned(), employment.member.clone(), employment.workplace.to_string()));
        }
    }
    rows.sort();
    rows
}

/// How many persons are in each club.
pub(crate) fn sizes(union: &Union) -> BTreeMap<String, u64> {
    let mut persons: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (club, member, _) in club_members(union) {
        persons.entry(club).or_default().insert(member);
    }
    persons.into_iter().map(|(club, persons)| (club, persons.len() as u64)).collect()
}
