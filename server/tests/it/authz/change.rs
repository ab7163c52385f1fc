//! What is otherwise in the next file.

use domain::Date;
use domain::identity::OrgNumber;
use domain::org::Office;

use super::facts::Facts;
use super::operation::{Change, nth};
use super::spec::person;

impl Change {
    /// Changes the files.
    pub(super) fn apply(&self, facts: &mut Facts, today: Date) {
        let yesterday = today.plus_days(-1);
        let member = |facts: &Facts, n: usize| nth(&facts.members, n).map(|line| line.id.clone());
        let employer = |facts: &Facts, n: usize| nth(&facts.employers, n).map(|line| line.number);
        let clubs = facts.places(Office::CLUB_LEADER);
        match self {
            Self::Assign(mandate) => mandate.add_to(facts, today),
            Self::End(n) => {
                if let Some(id) = nth(&facts.mandates, *n).map(|line| line.id.clone()) {
                    facts.mandates.retain(|line| line.id != id || line.from <= yesterday);
                    facts.mandates.iter_mut().filter(|line| line.id == id).for_each(|line| line.to = Some(yesterday));
                }
            }
            Self::Forget(n) => {
                if let Some(id) = nth(&facts.mandates, *n).map(|line| line.id.clone()) {
                    facts.mandates.retain(|line| line.id != id);
                }
            }
            Self::Leave(n) => {
                if let Some(line) = member(facts, *n).and_then(|id| facts.members.iter_mut().find(|line| line.id == id)) {
                    line.joined = line.joined.min(yesterday);
                    line.left = Some(yesterday);
                }
            }
            Self::Gone(n) => {
                if let Some(id) = member(facts, *n) {
                    facts.leave_out(&id);
                }
            }
            Self::Move(n, workplace) => {
                if let (Some(id), Some(workplace)) = (member(facts, *n), employer(facts, *workplace)) {
                    end_jobs(facts, yesterday, |line| line.member == id);
                    facts.works(&id, workplace).from = today;
                }
            }
            Self::SecondJob(n, workplace) => {
                if let (Some(id), Some(workplace)) = (member(facts, *n), employer(facts, *workplace)) {
                    facts.works(&id, workplace);
                }
            }
            Self::Local(n, local) => {
                let locals = facts.places(Office::LOCAL_LEADER);
                if let (Some(id), Some(local)) = (member(facts, *n), nth(&locals, *local)) {
                    facts.members.iter_mut().filter(|line| line.id == id).for_each(|line| line.local.clone_from(local));
                }
            }
            Self::Merge(from, to) => {
                if let (Some(from), Some(to)) = (employer(facts, *from), employer(facts, *to)) {
                    let there: Vec<String> =
                        facts.jobs.iter().filter(|line| line.workplace == from).map(|line| line.member.clone()).collect();
                    end_jobs(facts, yesterday, |line| line.workplace == from);
                    there.iter().for_each(|id| facts.works(id, to).from = today);
                }
            }
            Self::Sold(n, parent) => sell(facts, *n, *parent),
            Self::Cover(club, n) => {
                if let (Some(club), Some(n)) = (nth(&clubs, *club), employer(facts, *n)) {
                    facts.covers(club, n);
                }
            }
            Self::Uncover(n) => {
                if let Some(line) = nth(&facts.coverages, *n).cloned() {
                    facts.coverages.retain(|other| *other != line);
                }
            }
            Self::Close(n) => {
                if let Some(club) = nth(&clubs, *n).filter(|_| clubs.len() > 1) {
                    facts.units.retain(|line| line.id != *club);
                    facts.coverages.retain(|line| line.unit != *club);
                    facts.mandates.retain(|line| line.unit != *club);
                }
            }
            Self::Protect(n, grade, shielded, helper) => {
                let helper = Some(person(*helper)).filter(|id| facts.members.iter().any(|line| line.id == *id));
                if let Some(id) = member(facts, *n) {
                    let line = facts.members.iter_mut().find(|line| line.id == id).unwrap();
                    (line.protection, line.shielded, line.helper) = (*grade, Some(*shielded), helper);
                }
            }
            Self::Bankrupt(n) => {
                if let Some(number) = employer(facts, *n) {
                    facts.employers.iter_mut().filter(|line| line.number == number).for_each(|line| line.bankrupt = true);
                }
            }
        }
        facts.one_holder_each();
    }
}

/// Ends jobs; those that had not begun are not in the file any more.
fn end_jobs(facts: &mut Facts, day: Date, which: impl Fn(&domain::registry::EmploymentLine) -> bool) {
    facts.jobs.retain(|line| !which(line) || line.from <= day);
    for line in facts.jobs.iter_mut().filter(|line| which(line) && line.to.is_none_or(|to| to > day)) {
        line.to = Some(day);
    }
}

/// Puts an employer under another that does not lie under it.
fn sell(facts: &mut Facts, n: usize, parent: Option<usize>) {
    let Some(number) = nth(&facts.employers, n).map(|line| line.number) else { return };
    let parent_of = |facts: &Facts, one: OrgNumber| facts.employers.iter().find(|line| line.number == one).and_then(|line| line.parent);
    let parent = parent.and_then(|n| nth(&facts.employers, n)).map(|line| line.number);
    let mut above = parent;
    while let Some(one) = above {
        if one == number {
            return;
        }
        above = parent_of(facts, one);
    }
    facts.employers.iter_mut().filter(|line| line.number == number).for_each(|line| line.parent = parent);
}
