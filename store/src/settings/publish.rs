//! Putting a new version in force.

use std::sync::Arc;

use domain::IdempotencyKey;
use domain::access::{Policy, difference};
use domain::settings::{Proposed, Step};
use sea_orm::QueryOrder;

use crate::access_log::{Detail, Look};
use crate::drafts::{self, Draft};
use crate::entity::policy;
use crate::{Store, StoreError, Viewer, scope};

use super::SettingsWriter;
use super::change::form;
use super::check::{Weighed, gives_self};

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Published {
    /// This version is in force.
    Version(i32),
    /// Something must be put right first, at this step: what was typed is kept.
    Refused(Step),
    /// The matrix has changed since the proposal was begun, or it would change nothing: the last page says which.
    Look,
}

/// A version that is about to be written.
struct New {
    row: policy::Model,
    now: Arc<Policy>,
    then: Policy,
}

impl New {
    /// What is in force must be readable by the next request: a table that does not read back is never written.
    fn reads_back(&self) -> bool {
        let same = |read: Policy| read.rules() == self.then.rules() && read.offices() == self.then.offices();
        crate::policy::read(&self.row).is_ok_and(same)
    }
}

impl Store {
    /// Puts a proposal in force, from the next request on every node, and throws its draft away. Versions are added,
    /// never changed; the same key again gives the version that it made the first time. `base` is the version that the
    /// proposal was shown against: of two who began from the same one, the second is told ([`Published::Look`]). The
    /// access log has it before it holds.
    pub async fn publish(
        &self,
        viewer: &Viewer,
        what: Proposed,
        key: IdempotencyKey,
        base: i32,
        note: &str,
    ) -> Result<Published, StoreError> {
        let _writer = SettingsWriter::of(viewer)?;
        if let Some(version) = self.published_with(viewer, key).await? {
            return Ok(Published::Version(version));
        }
        let Weighed { now, mut typed, then } = self.weigh(viewer, what).await?;
        (typed.base, typed.note) = (base, note.to_owned());
        let published = match (then, typed.checked_note()) {
            (Err((step, _)), _) => Published::Refused(step),
            (Ok(_), Err(_)) => Published::Refused(Step::Check),
            (Ok(then), Ok(_)) if base != now.version || difference(&now, &then).is_empty() => Published::Look,
            (Ok(then), Ok(note)) => {
                let row = policy::Model {
                    version: now.version + 1,
                    made_at: self.clock.now(),
                    made_by: viewer.name().to_owned(),
                    note,
                    rules: then.table(),
                    offices: then.offices().table(),
                    person_id: Some(viewer.person()),
                    idempotency_key: Some(key),
                    gave_self: gives_self(viewer, &now, &then),
                };
                let new = New { row, now, then };
                if !new.reads_back() {
                    return Err(StoreError::Inconsistent { table: "policies", what: "a table that does not read back" });
                }
                self.log_change(viewer, what, key, &new.row.note).await?;
                self.insert_version(viewer, what, key, new).await?
            }
        };
        if let Published::Version(_) = published {
            return Ok(published);
        }
        // Of two clicks at once, the second comes here when the first has just been done.
        if let Some(version) = self.published_with(viewer, key).await? {
            return Ok(Published::Version(version));
        }
        typed.refused = match published {
            Published::Refused(step) => Some(step),
            Published::Version(_) | Published::Look => None,
        };
        self.keep_draft(viewer, &form(what), &Draft { typed, ..Draft::default() }).await?;
        Ok(published)
    }

    /// The version that this viewer made with this key, if they did.
    async fn published_with(&self, viewer: &Viewer, key: IdempotencyKey) -> Result<Option<i32>, StoreError> {
        Ok(scope::policy_made_by(viewer, key).one(&self.db).await?.map(|row| row.version))
    }

    async fn log_change(&self, viewer: &Viewer, what: Proposed, key: IdempotencyKey, note: &str) -> Result<(), StoreError> {
        let what = match what {
            Proposed::Office(office) => format!("office={office}"),
            Proposed::NewOffice => "new_office".to_owned(),
            Proposed::Facts(office) => format!("facts_of={office}"),
            Proposed::Version(version) => format!("back_to={version}"),
        };
        let detail = Detail { words: note.to_owned(), narrowed: vec![what], ..Detail::of(viewer) };
        self.log_detailed(viewer, Look::PolicyChanged(key), &detail).await
    }

    async fn insert_version(&self, viewer: &Viewer, what: Proposed, key: IdempotencyKey, new: New) -> Result<Published, StoreError> {
        let tx = self.begin().await?;
        // Whoever else writes a version waits here, and then sees this one.
        crate::registry::generation::raise_by_any(&tx).await?;
        if let Some(row) = scope::policy_made_by(viewer, key).one(&tx).await? {
            return Ok(Published::Version(row.version));
        }
        let newest = scope::policies().order_by_desc(policy::Column::Version).one(&tx).await?.map_or(0, |row| row.version);
        let version = new.row.version;
        if newest + 1 != version {
            return Ok(Published::Look);
        }
        crate::policy::insert(&tx, new.row, &new.now, &new.then).await?;
        drafts::drop_in(&tx, viewer, &form(what)).await?;
        tx.commit().await?;
        Ok(Published::Version(version))
    }
}
