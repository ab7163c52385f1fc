//! Writing a note.

use domain::notes::NewNote;
use domain::{CaseId, IdempotencyKey, NoteId};
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::cases::CaseWork;
use crate::entity::{EventKind, note};
use crate::{Store, StoreError, Viewer, drafts, scope};

impl Store {
    /// Adds a note to a case and throws its draft away. The same key again adds nothing more;
    /// in another case it is a [`StoreError::Conflict`].
    pub async fn add_note(&self, viewer: &Viewer, case: CaseId, key: IdempotencyKey, draft: &str, new: NewNote) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, case).await?;
        let again = scope::written_with(viewer, key).one(&tx).await?;
        if again.as_ref().is_some_and(|note| note.case_id != work.id()) {
            return Err(StoreError::Conflict);
        }
        if again.is_none() {
            let id = NoteId(uuid::Uuid::now_v7());
            note::Entity::insert(note::ActiveModel {
                id: Set(id),
                case_id: Set(work.id()),
                author_id: Set(viewer.person()),
                body: Set(new.body),
                written_at: Set(now),
                idempotency_key: Set(key),
            })
            .exec_without_returning(&tx)
            .await?;
            work.record(&tx, viewer, now, EventKind::Note, id.0).await?;
        }
        drafts::drop_in(&tx, viewer, draft).await?;
        tx.commit().await?;
        Ok(())
    }
}
