//! Writing an entry.

use domain::entries::Entry;
use domain::{CaseId, EntryId, IdempotencyKey};
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::cases::CaseWork;
use crate::cases::contents::entry_place;
use crate::entity::{EventKind, case_entry};
use crate::sent_again::sent_again;
use crate::{Store, StoreError, Viewer, drafts, scope};

impl Store {
    /// Adds an entry to a case and throws its draft away. The same again adds nothing more; see
    /// [`sent_again`].
    pub async fn add_entry(&self, viewer: &Viewer, case: CaseId, key: IdempotencyKey, draft: &str, new: &Entry) -> Result<(), StoreError> {
        let contents = serde_json::to_vec(new)
            .map_err(|_| StoreError::Inconsistent { table: "case_entries", what: "an entry that cannot be written down" })?;
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, case).await?;
        let again = scope::entered_with(viewer, key).one(&tx).await?;
        let content_key = self.content_key(&tx, work.readable()).await?;
        let same = |row: &case_entry::Model| Ok(*content_key.open(&entry_place(row.id), &row.contents)? == contents);
        if !sent_again(again.as_ref(), |row| row.case_id == work.id(), same)? {
            let id = EntryId(uuid::Uuid::now_v7());
            case_entry::Entity::insert(case_entry::ActiveModel {
                id: Set(id),
                case_id: Set(work.id()),
                author_id: Set(viewer.person()),
                contents: Set(content_key.seal(&entry_place(id), &contents)?),
                written_at: Set(now),
                idempotency_key: Set(key),
            })
            .exec_without_returning(&tx)
            .await?;
            let kind = match new {
                Entry::Contact(_) => EventKind::Contact,
                Entry::Decision(_) => EventKind::Decision,
            };
            work.record(&tx, viewer, now, kind, id.0).await?;
        }
        drafts::drop_in(&tx, viewer, draft).await?;
        tx.commit().await?;
        Ok(())
    }
}
