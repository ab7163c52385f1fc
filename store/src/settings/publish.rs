//! Putting a new version in force.

use domain::access::{Policy, difference};
use domain::settings::{Proposed, Step};
use domain::{IdempotencyKey, Timestamp};
use sea_orm::{ActiveValue::Set, EntityTrait, QueryOrder};

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
    number: i32,
    text: String,
    note: String,
    key: IdempotencyKey,
    gave_self: bool,
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
                let gave_self = gives_self(viewer, &now, &then);
                let new = New { number: now.version + 1, text: then.table(), note, key, gave_self };
                // What is in force must be readable by the next request: a table that does not read back is never written.
                let read = Policy::parse(new.number, &new.text).ok().filter(|read| read.rules() == then.rules());
                read.ok_or(StoreError::Inconsistent { table: "policies", what: "a table that does not read back" })?;
                self.log_change(viewer, what, &new).await?;
                self.insert_version(viewer, what, new).await?
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

    async fn log_change(&self, viewer: &Viewer, what: Proposed, new: &New) -> Result<(), StoreError> {
        let what = match what {
            Proposed::Office(office) => format!("office={office}"),
            Proposed::Version(version) => format!("back_to={version}"),
        };
        let detail = Detail { words: new.note.clone(), narrowed: vec![what], ..Detail::of(viewer) };
        self.log_detailed(viewer, Look::PolicyChanged(new.key), &detail).await
    }

    async fn insert_version(&self, viewer: &Viewer, what: Proposed, new: New) -> Result<Published, StoreError> {
        let made_at: Timestamp = self.clock.now();
        let tx = self.begin().await?;
        // Whoever else writes a version waits here, and then sees this one.
        crate::registry::generation::raise_by_any(&tx).await?;
        if let Some(row) = scope::policy_made_by(viewer, new.key).one(&tx).await? {
            return Ok(Published::Version(row.version));
        }
        let newest = scope::policies().order_by_desc(policy::Column::Version).one(&tx).await?.map_or(0, |row| row.version);
        if newest + 1 != new.number {
            return Ok(Published::Look);
        }
        policy::Entity::insert(policy::ActiveModel {
            version: Set(new.number),
            made_at: Set(made_at),
            made_by: Set(viewer.name().to_owned()),
            note: Set(new.note),
            rules: Set(new.text),
            person_id: Set(Some(viewer.person())),
            idempotency_key: Set(Some(new.key)),
            gave_self: Set(new.gave_self),
        })
        .exec_without_returning(&tx)
        .await?;
        drafts::drop_in(&tx, viewer, &form(what)).await?;
        tx.commit().await?;
        Ok(Published::Version(new.number))
    }
}
