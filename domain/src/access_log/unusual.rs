//! What in the access log a person should look at first: a few rules anybody can check by hand.
//!
//! Something unusual is not something wrong. Each rule says in one sentence what it has counted.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{Date, MemberId, Timestamp};

/// This many different cards or cases within [`ROW_MINUTES`] minutes are many in a row.
const IN_A_ROW: usize = 20;
const ROW_MINUTES: i64 = 10;
/// Today counts as much from this many on, when it is also [`TIMES_USUAL`] times an ordinary day.
const MUCH_TODAY: usize = 20;
const TIMES_USUAL: usize = 3;
/// Night is from 23 to 5 in Oslo. This many openings at night are shown, when the viewer seldom does that: less than
/// one in [`SELDOM`] of what they opened before.
const AT_NIGHT: usize = 3;
const SELDOM: usize = 20;
/// This many persons who open the same card.
const VIEWERS: usize = 6;
/// Nobody reads more than this.
const SHOWN: usize = 20;

/// Somebody opened a member's card or a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glance {
    /// When.
    pub at: Timestamp,
    /// Who looked.
    pub by: MemberId,
    /// What was opened: the id of the card or of the case.
    pub opened: uuid::Uuid,
    /// Whether it was a card.
    pub card: bool,
}

/// The rules, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Rule {
    /// The limit on searches among members was met.
    Stopped,
    /// Too many addresses were asked for at which there is nothing for this viewer.
    Guessed,
    /// Many different cards or cases, one quickly after the other.
    ManyInARow,
    /// Many more today than on one of this viewer's ordinary days.
    MoreThanUsual,
    /// At night, by somebody who seldom does that.
    AtNight,
    /// One card, opened by many.
    ManyViewers,
}

/// Something unusual.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pattern {
    /// Which rule found it.
    pub rule: Rule,
    /// The viewer; for [`Rule::ManyViewers`] the person looked at.
    pub person: MemberId,
    /// How many.
    pub number: u32,
    /// What is usual for the viewer: openings on an ordinary day, or openings at night before.
    pub usual: u32,
    /// The first.
    pub from: Timestamp,
    /// The last.
    pub to: Timestamp,
}

/// The viewers whose earlier openings must be known before [`unusual`] can tell.
pub fn worth_a_history(glances: &[Glance], today: Date) -> BTreeSet<MemberId> {
    let much = |glances: &[Glance]| {
        distinct(glances.iter().filter(|glance| glance.at.oslo_date() == today)) >= MUCH_TODAY
            || glances.iter().filter(|glance| at_night(glance.at)).count() >= AT_NIGHT
    };
    by_viewer(glances).into_iter().filter(|(_, glances)| much(glances)).map(|(viewer, _)| viewer).collect()
}

/// What is unusual among these, the gravest first. `before` has, for each viewer of [`worth_a_history`], when they
/// opened something before the first of `glances`.
pub fn unusual(glances: &[Glance], before: &BTreeMap<MemberId, Vec<Timestamp>>, today: Date) -> Vec<Pattern> {
    let mut found = many_viewers(glances);
    for (viewer, own) in by_viewer(glances) {
        let before = before.get(&viewer).map_or(&[][..], Vec::as_slice);
        found.extend(in_a_row(viewer, &own));
        found.extend(more_than_usual(viewer, &own, before, today));
        found.extend(night(viewer, &own, before));
    }
    found.sort_by_key(|pattern| (pattern.rule, std::cmp::Reverse(pattern.number), pattern.person));
    found.truncate(SHOWN);
    found
}

/// Those whom a limit has stopped, with how often: that alone is unusual, whatever else they did.
pub fn stopped(rule: Rule, stops: &[(Timestamp, MemberId)]) -> Vec<Pattern> {
    let mut viewers: BTreeMap<MemberId, Vec<Timestamp>> = BTreeMap::new();
    for (at, viewer) in stops {
        viewers.entry(*viewer).or_default().push(*at);
    }
    let mut found: Vec<Pattern> = viewers
        .into_iter()
        .filter_map(|(person, times)| {
            let number = u32::try_from(times.len()).unwrap_or(u32::MAX);
            let (from, to) = (times.iter().min().copied()?, times.iter().max().copied()?);
            Some(Pattern { rule, person, number, usual: 0, from, to })
        })
        .collect();
    found.sort_by_key(|pattern| (std::cmp::Reverse(pattern.number), pattern.person));
    found.truncate(SHOWN);
    found
}

/// Each viewer's glances, oldest first.
fn by_viewer(glances: &[Glance]) -> BTreeMap<MemberId, Vec<Glance>> {
    let mut viewers: BTreeMap<MemberId, Vec<Glance>> = BTreeMap::new();
    for glance in glances {
        viewers.entry(glance.by).or_default().push(*glance);
    }
    for own in viewers.values_mut() {
        own.sort_by_key(|glance| glance.at);
    }
    viewers
}

fn distinct<'a>(glances: impl Iterator<Item = &'a Glance>) -> usize {
    glances.map(|glance| glance.opened).collect::<BTreeSet<_>>().len()
}

fn at_night(at: Timestamp) -> bool {
    let (_, hour, _) = at.in_oslo();
    !(5..23).contains(&hour)
}

fn pattern(rule: Rule, person: MemberId, number: usize, usual: usize, glances: &[Glance]) -> Option<Pattern> {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let (from, to) = (glances.iter().map(|glance| glance.at).min()?, glances.iter().map(|glance| glance.at).max()?);
    Some(Pattern { rule, person, number: count(number), usual: count(usual), from, to })
}

fn in_a_row(viewer: MemberId, own: &[Glance]) -> Option<Pattern> {
    let mut most: Option<(usize, &[Glance])> = None;
    let mut first = 0;
    for last in 0..own.len() {
        let end = own.get(last)?.at;
        while own.get(first)?.at.plus_seconds(ROW_MINUTES * 60) < end {
            first += 1;
        }
        let row = own.get(first..=last)?;
        // Counting what is different is the dear part; a row too short or no longer than the best needs none.
        if row.len() > most.map_or(IN_A_ROW - 1, |(number, _)| number) {
            let number = distinct(row.iter());
            if number > most.map_or(IN_A_ROW - 1, |(number, _)| number) {
                most = Some((number, row));
            }
        }
    }
    let (number, row) = most?;
    pattern(Rule::ManyInARow, viewer, number, 0, row)
}

fn more_than_usual(viewer: MemberId, own: &[Glance], before: &[Timestamp], today: Date) -> Option<Pattern> {
    let (now, earlier): (Vec<Glance>, Vec<Glance>) = own.iter().partition(|glance| glance.at.oslo_date() == today);
    let number = distinct(now.iter());
    let times: Vec<Date> = earlier.iter().map(|glance| glance.at).chain(before.iter().copied()).map(Timestamp::oslo_date).collect();
    let days = times.iter().collect::<BTreeSet<_>>().len();
    let usual = times.len().checked_div(days).unwrap_or_default();
    (number >= MUCH_TODAY && number >= TIMES_USUAL * usual).then(|| pattern(Rule::MoreThanUsual, viewer, number, usual, &now)).flatten()
}

fn night(viewer: MemberId, own: &[Glance], before: &[Timestamp]) -> Option<Pattern> {
    let nights: Vec<Glance> = own.iter().filter(|glance| at_night(glance.at)).copied().collect();
    let usual = before.iter().filter(|at| at_night(**at)).count();
    let seldom = usual * SELDOM <= before.len();
    (nights.len() >= AT_NIGHT && seldom).then(|| pattern(Rule::AtNight, viewer, nights.len(), usual, &nights)).flatten()
}

fn many_viewers(glances: &[Glance]) -> Vec<Pattern> {
    let mut cards: BTreeMap<uuid::Uuid, Vec<Glance>> = BTreeMap::new();
    for glance in glances.iter().filter(|glance| glance.card) {
        cards.entry(glance.opened).or_default().push(*glance);
    }
    let several = cards.into_iter().filter_map(|(card, glances)| {
        let viewers = glances.iter().map(|glance| glance.by).collect::<BTreeSet<_>>().len();
        (viewers >= VIEWERS).then(|| pattern(Rule::ManyViewers, MemberId(card), viewers, 0, &glances)).flatten()
    });
    several.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 24 * 60 * 60;

    fn id(n: u32) -> uuid::Uuid {
        uuid::Uuid::from_u128(n.into())
    }

    /// Seconds after ten in the morning in Oslo on 12 March 2026.
    fn at(seconds: i64) -> Timestamp {
        Timestamp(1_773_306_000_000).plus_seconds(seconds)
    }

    fn today() -> Date {
        at(0).oslo_date()
    }

    fn glance(seconds: i64, by: u32, opened: u32) -> Glance {
        Glance { at: at(seconds), by: MemberId(id(by)), opened: id(1000 + opened), card: true }
    }

    fn found(glances: &[Glance], before: &[(u32, Vec<Timestamp>)]) -> Vec<(Rule, u32, u32)> {
        let before = before.iter().map(|(viewer, times)| (MemberId(id(*viewer)), times.clone())).collect();
        unusual(glances, &before, today()).into_iter().map(|pattern| (pattern.rule, pattern.number, pattern.usual)).collect()
    }

    #[test]
    fn the_clock_of_these_tests_is_right() {
        assert_eq!(at(0).in_oslo(), ("2026-03-12".parse().unwrap(), 10, 0));
    }

    #[test]
    fn an_ordinary_day_is_not_unusual() {
        let glances: Vec<_> = (0..19).map(|n| glance(i64::from(n) * 600, 1, n)).collect();
        assert_eq!(found(&glances, &[]), []);
        assert!(worth_a_history(&glances, today()).is_empty());
    }

    #[test]
    fn twenty_different_in_ten_minutes_are_many_in_a_row() {
        let before = vec![(1, (0..200).map(|n| at(-DAY - n)).collect())];
        let row: Vec<_> = (0..20).map(|n| glance(i64::from(n) * 31, 1, n)).collect();
        assert_eq!(found(&row, &before), [(Rule::ManyInARow, 20, 0)]);
        let slower: Vec<_> = (0..20).map(|n| glance(i64::from(n) * 32, 1, n)).collect();
        assert_eq!(found(&slower, &before), [], "19 of them within ten minutes");
        let again: Vec<_> = (0..40).map(|n| glance(i64::from(n), 1, n % 19)).collect();
        assert_eq!(found(&again, &before), [], "the same ones again are not many");
    }

    #[test]
    fn three_times_an_ordinary_day_is_more_than_usual() {
        let today: Vec<_> = (0..24).map(|n| glance(i64::from(n) * 600, 1, n)).collect();
        let usual = |each: i64| vec![(1, (1..=10).flat_map(|day| (0..each).map(move |n| at(-day * DAY + n))).collect())];
        assert_eq!(found(&today, &usual(8)), [(Rule::MoreThanUsual, 24, 8)]);
        assert_eq!(found(&today, &usual(9)), []);
        assert_eq!(found(&today, &[]), [(Rule::MoreThanUsual, 24, 0)], "somebody who never did before");
    }

    #[test]
    fn at_night_only_when_it_is_seldom() {
        let nights: Vec<_> = (0..3).map(|n| glance(14 * 3600 + i64::from(n), 1, 1)).collect();
        assert_eq!(found(&nights, &[]), [(Rule::AtNight, 3, 0)]);
        assert_eq!(found(&nights[..2], &[]), []);
        let before = |nightly: i64| vec![(1, (0..100).map(|n| at(-DAY + if n < nightly { 14 * 3600 } else { 0 })).collect())];
        assert_eq!(found(&nights, &before(5)), [(Rule::AtNight, 3, 5)]);
        assert_eq!(found(&nights, &before(6)), []);
    }

    #[test]
    fn whoever_was_stopped_is_told_once() {
        let stops = [(at(9), MemberId(id(1))), (at(5), MemberId(id(2))), (at(1), MemberId(id(2)))];
        let found: Vec<_> =
            stopped(Rule::Stopped, &stops).into_iter().map(|one| (one.rule, one.person, one.number, one.from, one.to)).collect();
        let of = |n: u32, number, from, to| (Rule::Stopped, MemberId(id(n)), number, at(from), at(to));
        assert_eq!(found, [of(2, 2, 1, 5), of(1, 1, 9, 9)]);
        assert!(stopped(Rule::Guessed, &[]).is_empty());
    }

    #[test]
    fn a_card_opened_by_six() {
        let six: Vec<_> = (0..6).map(|n| glance(i64::from(n), n, 7)).collect();
        assert_eq!(found(&six, &[]), [(Rule::ManyViewers, 6, 0)]);
        assert_eq!(unusual(&six, &BTreeMap::new(), today())[0].person, MemberId(id(1007)));
        assert_eq!(found(&six[..5], &[]), []);
        let case: Vec<_> = six.iter().map(|glance| Glance { card: false, ..*glance }).collect();
        assert_eq!(found(&case, &[]), [], "many may work on a case");
    }
}
