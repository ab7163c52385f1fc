//! Who looked at what: one row for each look, on the disk before the answer is sent.
//!
//! The rows form one gapless chain ([`chain`]); a task of its own writes them, many at a time ([`writer`]). Signed
//! [`checkpoints`] say how the chain was, and [`verify`] tells whether it still is. Why the log lies in a file of its
//! own with SQLite: docs/adr/0006-access-log.md.

mod chain;
pub mod checkpoints;
#[cfg(test)]
mod measure;
mod misses;
mod read;
mod searches;
mod unusual;
mod verify;
mod writer;

use std::sync::Arc;

use domain::access::Why;
use domain::members::SearchLimits;
use domain::org::Office;
use domain::{CaseId, IdempotencyKey, ImportId, MemberId, UnitId};
use sea_orm::DatabaseConnection;
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

use crate::crypto::Place;
use crate::{Store, StoreError, Viewer};

use misses::Misses;
pub(crate) use read::LogReader;
use searches::Searches;
pub use verify::{Fault, Whole};
use writer::{Waiting, Written};

/// A look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// A member's card was opened.
    Member(MemberId),
    /// A list of members was shown or searched.
    MemberList,
    /// A list of members was taken out as a file.
    MembersTakenOut,
    /// Too many addresses were asked for at which there is nothing for the viewer.
    Guessed,
    /// A case was opened.
    Case(CaseId),
    /// A document in this case was opened, shown or fetched, or a part of it.
    Document(CaseId),
    /// A list of cases was shown.
    CaseList,
    /// A list of cases was taken out as a file.
    CasesTakenOut,
    /// A whole case was taken out as a file.
    CaseTakenOut(CaseId),
    /// The page of an employer was opened: it names representatives.
    Employer,
    /// The page of a unit was opened, or a list of what is missing there: they name those who hold office.
    Unit(UnitId),
    /// The page Today was shown: own tasks and cases, and the newest members.
    Today,
    /// A held file of the registry was approved.
    ImportApproved(ImportId),
    /// A held file of the registry was rejected.
    ImportRejected(ImportId),
    /// A new version of the access matrix was put in force, with the key of its form.
    PolicyChanged(IdempotencyKey),
    /// Another version of the case types was put in force, with the key of its form.
    CaseTypesChanged(IdempotencyKey),
    /// Those who hold an office were searched.
    Holders,
    /// What somebody's offices give was shown, or why somebody sees this member.
    Explained(MemberId),
    /// Why somebody sees this case was shown.
    ExplainedCase(CaseId),
    /// The access log was read.
    Log,
    /// The report of who has read about a member was shown.
    LogAbout(MemberId),
    /// The same was taken out as a file.
    LogAboutExported(MemberId),
}

impl Look {
    fn parts(self) -> (&'static str, &'static str, Option<Uuid>) {
        match self {
            Self::Member(id) => ("open", "member", Some(id.0)),
            Self::MemberList => ("list", "member", None),
            Self::MembersTakenOut => ("export", "member_list", None),
            Self::Guessed => (misses::STOPPED.0, misses::STOPPED.1, None),
            Self::Case(id) => ("open", "case", Some(id.0)),
            Self::Document(case) => ("open", "document", Some(case.0)),
            Self::CaseList => ("list", "case", None),
            Self::CasesTakenOut => ("export", "case_list", None),
            Self::CaseTakenOut(id) => ("export", "case", Some(id.0)),
            Self::Employer => ("open", "employer", None),
            Self::Unit(id) => ("open", "unit", Some(id.0)),
            Self::Today => ("list", "today", None),
            Self::ImportApproved(id) => ("approve", "import", Some(id.0)),
            Self::ImportRejected(id) => ("reject", "import", Some(id.0)),
            Self::PolicyChanged(key) => ("change", "policy", Some(key.0)),
            Self::CaseTypesChanged(key) => ("change", "case_types", Some(key.0)),
            Self::Holders => ("list", "holder", None),
            Self::Explained(id) => ("explain", "member", Some(id.0)),
            Self::ExplainedCase(id) => ("explain", "case", Some(id.0)),
            Self::Log => ("list", "access_log", None),
            Self::LogAbout(id) => ("report", "member", Some(id.0)),
            Self::LogAboutExported(id) => ("export", "member", Some(id.0)),
        }
    }
}

/// What else there is to say of a look. It is sealed, and may be thrown away while the chain still verifies.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Detail {
    /// The offices that gave the right to look, each with its unit's name, as they were then.
    pub(crate) offices: Vec<(Office, String)>,
    /// What was searched for.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) words: String,
    /// How a list was narrowed, as `name=code`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) narrowed: Vec<String>,
    /// How many a list held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) found: Option<u64>,
    /// What a list was taken out for: the code of a purpose, and words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) purpose: Option<(String, String)>,
}

impl Detail {
    /// Every office the viewer holds.
    pub(crate) fn of(viewer: &Viewer) -> Self {
        Self { offices: viewer.holds().map(|(office, unit)| (office, unit.to_owned())).collect(), ..Self::default() }
    }

    /// The one office that gave the right.
    pub(crate) fn by(why: &Why) -> Self {
        Self { offices: vec![(why.office, why.unit.clone())], ..Self::default() }
    }

    pub(crate) fn place(seq: i64) -> Place {
        Place::new("access_log_details", "sealed", seq)
    }
}

/// The log, and the task that writes it.
#[derive(Debug)]
pub(crate) struct Log {
    /// For reading. Everything written lies behind the queue.
    pub(crate) db: DatabaseConnection,
    queue: mpsc::Sender<Waiting>,
    searches: Arc<Searches>,
    misses: Misses,
}

impl Store {
    /// Writes one look. When this returns, it is on the disk; when it fails, nothing may be shown.
    pub(crate) async fn log_look(&self, viewer: &Viewer, look: Look) -> Result<(), StoreError> {
        self.log_detailed(viewer, look, &Detail::of(viewer)).await
    }

    /// The same, with more to say about it.
    ///
    /// Never call this with a transaction of the main database open: log first, then write. A look that is logged and
    /// then not had does no harm.
    pub(crate) async fn log_detailed(&self, viewer: &Viewer, look: Look, detail: &Detail) -> Result<(), StoreError> {
        self.write(viewer, look, detail, false).await.map(drop)
    }

    /// How many searches one person may make, from the next one on.
    pub fn limit_searches(&self, limits: SearchLimits) {
        self.log.searches.limit(limits);
    }

    /// Refuses somebody who has been told to wait, before anything is asked of the database. Whether anybody else may
    /// search is decided by [`Store::log_search`].
    pub(crate) fn may_search(&self, viewer: &Viewer) -> Result<(), StoreError> {
        match self.log.searches.stopped(viewer.person(), self.clock.now()) {
            Some(again) => Err(StoreError::TooManySearches(again)),
            None => Ok(()),
        }
    }

    /// Writes a look at a list of members, if the limits allow one more; if not, it is written that it was refused.
    pub(crate) async fn log_search(&self, viewer: &Viewer, look: Look, detail: &Detail) -> Result<(), StoreError> {
        match self.write(viewer, look, detail, true).await? {
            Written::Look => Ok(()),
            Written::Stop(again) => Err(StoreError::TooManySearches(again)),
        }
    }

    async fn write(&self, viewer: &Viewer, look: Look, detail: &Detail, counted: bool) -> Result<Written, StoreError> {
        let (action, subject_kind, subject_id) = look.parts();
        let detail = serde_json::to_vec(detail)
            .map_err(|_| StoreError::Inconsistent { table: "access_log_details", what: "a detail that cannot be written" })?;
        let (answer, written) = oneshot::channel();
        let waiting = Waiting {
            person_id: viewer.person(),
            action,
            subject_kind,
            subject_id,
            request_id: viewer.request_id.clone(),
            detail: detail.into(),
            counted,
            answer,
        };
        self.log.queue.send(waiting).await.map_err(|_| StoreError::LogStopped)?;
        written.await.map_err(|_| StoreError::LogStopped)?.map_err(StoreError::Log)
    }
}
