//! What a file would do, worked out before anything is written.

use std::collections::HashSet;

use domain::identity::OrgNumber;
use domain::imports::{Ending, Report, Tally};
use domain::org::UnitKind;
use domain::registry::{FileKind, LineType, MemberLine, Protection};
use domain::{Date, EmploymentId, MemberId, UnitId, text};
use rayon::prelude::*;
use uuid::Uuid;

use crate::StoreError;
use crate::crypto::Keys;
use crate::reach::{self, Facts, Job, Person, Standing};

use super::before::Before;
use super::lines::Lines;
use super::rows::{self, Sealed};
use super::table::{Changes, Gone, Ids};

pub(super) struct Plan<'a> {
    pub(super) before: &'a Before,
    pub(super) lines: &'a Lines<'a>,
    pub(super) units: Changes,
    pub(super) members: Changes,
    pub(super) employments: Changes,
    pub(super) mandates: Changes,
    pub(super) unit_ids: Ids<'a>,
    pub(super) member_ids: Ids<'a>,
    pub(super) mandate_ids: Ids<'a>,
    pub(super) coverages: CoverageChanges,
    /// In step with what is written of the members.
    pub(super) sealed: Vec<Sealed>,
    pub(super) derived: reach::Changes,
}

/// Coverages have no contents beside their two ends, so they are there or they are not.
#[derive(Default)]
pub(super) struct CoverageChanges {
    pub(super) tally: Tally,
    pub(super) write: Vec<(UnitId, OrgNumber)>,
    pub(super) gone: Vec<(UnitId, OrgNumber)>,
}

impl<'a> Plan<'a> {
    /// Compares everything.
    pub(super) fn compare(before: &'a Before, lines: &'a Lines<'a>, facts: &Facts, keys: &Keys) -> Result<Self, StoreError> {
        let digester = keys.digester()?;
        let ended = Ended::of(before, lines, facts);
        let what = |named| if lines.kind == FileKind::Full { Gone::Absent } else { Gone::Named(named) };
        let units =
            before.units.compare(&lines.units, |line| &line.id, |line| line.replaced_by.is_some(), &what(&ended.units), &digester)?;
        let members = before.members.compare(&lines.members, |line| &line.id, |_| false, &what(&ended.members), &digester)?;
        let employments =
            before.employments.compare(&lines.employments, |line| &line.id, |_| false, &what(&ended.employments), &digester)?;
        let mandates = before.mandates.compare(&lines.mandates, |line| &line.id, |_| false, &what(&ended.mandates), &digester)?;
        let unit_ids = Ids::of(&before.units, &units, &lines.units, |line| &line.id);
        let member_ids = Ids::of(&before.members, &members, &lines.members, |line| &line.id);
        let mandate_ids = Ids::of(&before.mandates, &mandates, &lines.mandates, |line| &line.id);
        let closed = closed_units(&units, lines);
        let coverages = CoverageChanges::of(before, lines, &unit_ids, &closed);
        Ok(Self {
            before,
            lines,
            units,
            members,
            employments,
            mandates,
            unit_ids,
            member_ids,
            mandate_ids,
            coverages,
            sealed: Vec::new(),
            derived: reach::Changes::default(),
        })
    }

    pub(super) fn report(&self) -> Report {
        Report {
            units: self.units.tally,
            coverages: self.coverages.tally,
            members: self.members.tally,
            employments: self.employments.tally,
            mandates: self.mandates.tally,
        }
    }

    /// How many members and mandates would be no more that are something today.
    pub(super) fn ending(&self, today: Date) -> Ending {
        let gone = |changes: &Changes, past: &HashSet<String>| changes.gone.iter().filter(|(key, _)| !past.contains(key)).count();
        let leave = written_leaving(
            written_lines(&self.members),
            |at| {
                let line = self.lines.members.get(at)?;
                Some((line.left.is_some_and(|left| left < today), line.id.as_str()))
            },
            &self.before.left,
        );
        let stop = written_leaving(
            written_lines(&self.mandates),
            |at| {
                let line = self.lines.mandates.get(at)?;
                Some((line.last_day().is_some_and(|last| last < today), line.id.as_str()))
            },
            &self.before.over,
        );
        let count = |living: usize, past: &HashSet<String>| living.saturating_sub(past.len()) as u64;
        Ending {
            members: (gone(&self.members, &self.before.left) + leave) as u64,
            of_members: count(self.before.members.living().count(), &self.before.left),
            mandates: (gone(&self.mandates, &self.before.over) + stop) as u64,
            of_mandates: count(self.before.mandates.living().count(), &self.before.over),
        }
    }

    /// Seals the national ids of the members that are to be written.
    pub(super) fn seal(&mut self, keys: &Keys) -> Result<(), StoreError> {
        let indexer = keys.indexer()?;
        let sealed = self.members.write.par_iter().map(|write| {
            let line = self.lines.members.get(write.line).ok_or(NO_LINE)?;
            rows::seal(line, write.id, keys, &indexer)
        });
        self.sealed = sealed.collect::<Result<_, _>>()?;
        Ok(())
    }

    /// Whether anybody can be somewhere else than before, or be called something else.
    pub(super) fn moves_anybody(&self) -> bool {
        let moved = |tally: Tally| tally.added + tally.changed + tally.ended > 0;
        [self.units.tally, self.coverages.tally, self.members.tally, self.employments.tally].into_iter().any(moved)
    }

    /// What everything derived will follow from when the plan is carried out.
    pub(super) fn facts(&self, before: Facts) -> Result<Facts, StoreError> {
        let mut facts = if self.lines.kind == FileKind::Full { Facts::default() } else { before };
        let unit_of = |key: &str| self.unit_ids.get(key).map(UnitId).ok_or(NO_LINE);
        for (_, id) in &self.units.gone {
            facts.units.remove(&UnitId(*id));
            facts.clubs.remove(&UnitId(*id));
        }
        for line in &self.lines.units {
            let id = unit_of(&line.id)?;
            facts.units.remove(&id);
            facts.clubs.remove(&id);
            if line.replaced_by.is_some() {
                continue;
            }
            let parent = line.parent.as_deref().map(unit_of).transpose()?;
            facts.units.insert(id, parent);
            if let Some(parent) = parent.filter(|_| line.kind == UnitKind::Club) {
                facts.clubs.insert(id, parent);
            }
        }
        for gone in &self.coverages.gone {
            facts.coverages.remove(gone);
        }
        for line in &self.lines.coverages {
            facts.coverages.insert((unit_of(&line.unit)?, line.employer));
        }
        for (_, id) in &self.members.gone {
            facts.people.remove(&MemberId(*id));
        }
        let people = self.lines.members.par_iter().map(|line| {
            let id = self.member_ids.get(&line.id).ok_or(NO_LINE)?;
            Ok((MemberId(id), person(line, unit_of(&line.local)?)))
        });
        facts.people.extend(people.collect::<Result<Vec<_>, StoreError>>()?);
        for (_, id) in &self.employments.gone {
            facts.jobs.remove(&EmploymentId(*id));
        }
        let employment_ids = Ids::of(&self.before.employments, &self.employments, &self.lines.employments, |line| &line.id);
        for line in &self.lines.employments {
            let id = EmploymentId(employment_ids.get(&line.id).ok_or(NO_LINE)?);
            let member = MemberId(self.member_ids.get(&line.member).ok_or(NO_LINE)?);
            facts.jobs.insert(id, Job { member, workplace: line.workplace, from: line.from, to: line.to });
        }
        Ok(facts)
    }

    /// How many rows will be written.
    pub(super) fn rows(&self) -> usize {
        let changes = [&self.units, &self.members, &self.employments, &self.mandates];
        changes.iter().map(|changes| changes.write.len() + changes.gone.len()).sum::<usize>() + self.derived.len()
    }
}

pub(super) const NO_LINE: StoreError =
    StoreError::Inconsistent { table: "registry", what: "a checked line refers to something that is nowhere" };

fn person(line: &MemberLine, local: UnitId) -> Person {
    let full = rows::full_name(line);
    let standing = Standing {
        kind: line.kind,
        protection: line.protection.unwrap_or(Protection::None),
        shielded: line.shielded.unwrap_or(false),
        joined: line.joined,
        left: line.left,
    };
    Person { local, name_sort: text::sort_key(&full), name_search: text::searched(&full), listed: standing.listed() }
}

fn written_lines(changes: &Changes) -> impl Iterator<Item = usize> {
    changes.write.iter().filter(|write| write.living).map(|write| write.line)
}

/// How many of the lines say that something is over that was not so before.
fn written_leaving<'l>(
    lines: impl Iterator<Item = usize>,
    over: impl Fn(usize) -> Option<(bool, &'l str)>,
    past: &HashSet<String>,
) -> usize {
    lines.filter_map(over).filter(|(over, key)| *over && !past.contains(*key)).count()
}

/// Units that the file ends, by naming them, by leaving them out, or by naming what replaces them.
fn closed_units(units: &Changes, lines: &Lines<'_>) -> HashSet<UnitId> {
    let replaced = units.write.iter().filter(|write| lines.units.get(write.line).is_some_and(|line| line.replaced_by.is_some()));
    replaced.map(|write| write.id).chain(units.gone.iter().map(|(_, id)| *id)).map(UnitId).collect()
}

/// What a difference ends, with what cannot be without it.
struct Ended {
    units: HashSet<String>,
    members: HashSet<String>,
    employments: HashSet<String>,
    mandates: HashSet<String>,
}

impl Ended {
    fn of(before: &Before, lines: &Lines<'_>, facts: &Facts) -> Self {
        let mut ended = Self {
            units: lines.ended(LineType::Unit),
            members: lines.ended(LineType::Member),
            employments: lines.ended(LineType::Employment),
            mandates: lines.ended(LineType::Mandate),
        };
        let gone: HashSet<Uuid> = ended.members.iter().filter_map(|key| before.members.rows.get(key)).map(|row| row.id).collect();
        let theirs = |id: Uuid| facts.jobs.get(&EmploymentId(id)).is_some_and(|job| gone.contains(&job.member.0));
        ended.employments.extend(before.employments.living().filter(|(_, row)| theirs(row.id)).map(|(key, _)| key.clone()));
        let written: HashSet<&str> = lines.mandates.iter().map(|line| line.id.as_str()).collect();
        let closed: HashSet<&str> = lines.units.iter().filter(|line| line.replaced_by.is_some()).map(|line| line.id.as_str()).collect();
        let falls = before.standing.mandates.iter().filter(|mandate| {
            let unit_closes = ended.units.contains(&mandate.unit) || closed.contains(mandate.unit.as_str());
            ended.members.contains(&mandate.member) || (unit_closes && !written.contains(mandate.id.as_str()))
        });
        ended.mandates.extend(falls.map(|mandate| mandate.id.clone()));
        ended
    }
}

impl CoverageChanges {
    fn of(before: &Before, lines: &Lines<'_>, units: &Ids<'_>, closed: &HashSet<UnitId>) -> Self {
        let mut changes = Self::default();
        let unit_of = |key: &str| units.get(key).map(UnitId);
        let mut seen = HashSet::new();
        for key in lines.coverages.iter().filter_map(|line| Some((unit_of(&line.unit)?, line.employer))) {
            seen.insert(key);
            match before.coverages.get(&key) {
                None => changes.tally.added += 1,
                Some(true) => changes.tally.changed += 1,
                Some(false) => {
                    changes.tally.unchanged += 1;
                    continue;
                }
            }
            changes.write.push(key);
        }
        let named: HashSet<(UnitId, OrgNumber)> =
            lines.ended_coverages().filter_map(|(unit, employer)| Some((unit_of(unit)?, employer))).collect();
        let is_gone = |key: &(UnitId, OrgNumber)| {
            !seen.contains(key) && (lines.kind == FileKind::Full || named.contains(key) || closed.contains(&key.0))
        };
        changes.gone = before.coverages.iter().filter(|(key, ended)| !**ended && is_gone(key)).map(|(key, _)| *key).collect();
        changes.tally.ended = changes.gone.len() as u64;
        changes.tally.unchanged += named.iter().filter(|key| before.coverages.get(*key).is_some_and(|ended| *ended)).count() as u64;
        changes
    }
}
