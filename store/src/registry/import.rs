//! The import as a whole.

use std::time::Instant;

use domain::ImportId;
use domain::identity::Accept;
use domain::imports::{Kept, Limits, Remarks, Report};
use domain::registry::{FileKind, Line, Rejected};
use uuid::Uuid;

use crate::reach::{self, Derived};
use crate::{Store, StoreError};

use super::before::Before;
use super::employers::Employers;
use super::generation;
use super::kept::{Decided, Record};
use super::lines::Lines;
use super::plan::Plan;
use super::report::Source;

/// What came of a file.
#[derive(Debug)]
pub enum Outcome {
    /// Something in it is wrong; nothing was changed.
    Rejected(Vec<Rejected>),
    /// It was applied, whole.
    Applied(Report),
    /// It would be applied; nothing was changed.
    WouldApply(Report),
    /// It would end so much that a person has to say yes; nothing was changed.
    Held(Report),
}

/// What came of a file, and what is kept about it.
#[derive(Debug)]
pub struct Imported {
    /// What came of it.
    pub outcome: Outcome,
    /// Under which id it is kept; nothing is kept of a dry run.
    pub id: Option<ImportId>,
    /// The rest of what is kept.
    pub kept: Kept,
}

/// How a file is to be taken in.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Which national ids are taken.
    pub accept: Accept,
    /// Say what would be done, and do nothing.
    pub dry_run: bool,
    /// How much may end.
    pub limits: Limits,
    /// Where the lines come from.
    pub source: Source,
    /// Is told what is being done, for somebody who waits.
    pub progress: fn(Stage),
}

/// What an import is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Comparing the file with the database.
    Comparing,
    /// Encrypting, and working out who is where.
    Preparing,
    /// Writing so many rows.
    Writing(usize),
}

impl Asked {
    /// As usual.
    pub fn of(accept: Accept) -> Self {
        Self { accept, dry_run: false, limits: Limits::default(), source: Source::default(), progress: |_| {} }
    }
}

/// If others keep changing the registry in between, somebody should look at that.
const TRIES: u32 = 5;

impl Store {
    /// Takes a file of the registry in, or says what is wrong with it.
    ///
    /// Everything that takes time comes first: reading what is there, comparing, encrypting. The transaction only
    /// writes what differs; it begins by making sure that nobody changed the registry meanwhile, and if somebody did,
    /// the comparing begins again.
    pub async fn import_registry(&self, lines: Vec<(u64, Line)>, asked: &Asked) -> Result<Imported, StoreError> {
        self.take_in(&lines, asked, None).await
    }

    /// Keeps a word about a file whose lines could not even be read.
    pub async fn refuse_registry(&self, kind: FileKind, rejected: Vec<Rejected>, asked: &Asked) -> Result<Imported, StoreError> {
        let mut record = Record::new(self.clock.now(), kind, asked.source.clone());
        record.kept.rejected = Remarks::of(rejected.iter().map(|one| asked.source.remark(one)));
        self.refuse(record, rejected, asked, None).await
    }

    async fn refuse(
        &self,
        record: Record,
        rejected: Vec<Rejected>,
        asked: &Asked,
        decided: Option<&Decided>,
    ) -> Result<Imported, StoreError> {
        let kept = record.kept.clone();
        // What was held stays held: its report is not overwritten by a second look that found it out of date.
        let id = if asked.dry_run || decided.is_some() { None } else { Some(self.keep_refused(record).await?) };
        Ok(Imported { outcome: Outcome::Rejected(rejected), id, kept })
    }

    pub(super) async fn take_in(&self, lines: &[(u64, Line)], asked: &Asked, decided: Option<&Decided>) -> Result<Imported, StoreError> {
        let clock = Instant::now();
        // It takes a while, and asks much: not over the connection of whoever asked for it.
        self.db.give_back().await;
        let sorted = Lines::sorted(lines);
        for _ in 0..TRIES {
            (asked.progress)(Stage::Comparing);
            let mut record = Record::new(self.clock.now(), sorted.kind, asked.source.clone());
            let today = self.clock.today();
            let mut before = Before::load(self.db.pool(), sorted.kind, today).await?;
            let employers = Employers::named(self.db.pool(), lines).await?;
            // Read after the generation, which a new version of the policy raises too.
            let policy = crate::policy::in_force(self.db.pool()).await?;
            let mut rejected = aside(|| employers.check(lines, asked.accept, today, policy.offices(), &before.standing));
            if rejected.is_empty() {
                rejected = before.taken_over(lines);
            }
            if rejected.is_empty() && sorted.kind == FileKind::Difference {
                rejected = self.clashes(lines, &sorted, &before).await?;
            }
            if !rejected.is_empty() {
                record.kept.rejected = Remarks::of(rejected.iter().map(|one| asked.source.remark(one)));
                return self.refuse(record, rejected, asked, decided).await;
            }
            record.kept.warnings = Remarks::of(employers.warnings(lines, today).iter().map(|one| asked.source.remark(one)));
            let facts = std::mem::take(&mut before.facts);
            let keys = self.keys.current(&self.db).await?;
            let mut plan = aside(|| Plan::compare(&before, &sorted, &facts, &keys))?;
            record.kept.report = plan.report();
            record.kept.ending = plan.ending(today);
            let (report, kept) = (record.kept.report, record.kept.clone());
            if asked.dry_run {
                return Ok(Imported { outcome: Outcome::WouldApply(report), id: None, kept });
            }
            if asked.limits.hold(&record.kept.ending) {
                let id = self.keep_held(record, lines, clock).await?;
                return Ok(Imported { outcome: Outcome::Held(report), id: Some(id), kept });
            }
            if !report.is_unchanged() {
                (asked.progress)(Stage::Preparing);
                aside(|| plan.seal(&keys))?;
                if plan.moves_anybody() {
                    let facts = aside(|| plan.facts(facts))?;
                    let parents = reach::parents(self.db.pool(), facts.employers()).await?;
                    plan.derived = aside(|| Derived::of(facts, &parents)).against(self.db.pool()).await?;
                }
                (asked.progress)(Stage::Writing(plan.rows()));
            }
            let (tx, sealing) = self.begin_sealing().await?;
            if !report.is_unchanged() {
                // Another key was made active since: what was sealed has to be sealed with that.
                if sealing.active() != keys.active() || !generation::raise_from(&tx, before.generation).await? {
                    tx.rollback().await?;
                    continue;
                }
                plan.write(&tx, record.begun_at()).await?;
            }
            let id = record.keep_applied(&tx, decided, clock).await?;
            tx.commit().await?;
            return Ok(Imported { outcome: Outcome::Applied(report), id: Some(id), kept });
        }
        Err(StoreError::Conflict)
    }
}

/// Work that takes a while must not keep others waiting who share the thread.
fn aside<T>(work: impl FnOnce() -> T) -> T {
    use tokio::runtime::{Handle, RuntimeFlavor};
    let shared = Handle::try_current().is_ok_and(|handle| handle.runtime_flavor() == RuntimeFlavor::MultiThread);
    if shared { tokio::task::block_in_place(work) } else { work() }
}

/// A new id for an import.
pub(super) fn new_id() -> ImportId {
    ImportId(Uuid::now_v7())
}
