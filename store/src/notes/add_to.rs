//! Adding to a note.

use domain::notes::NoteKind;
use domain::{AdditionId, CaseId, IdempotencyKey, NoteId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::cases::CaseWork;
use crate::cases::contents::addition_place;
use crate::entity::{EventKind, note, note_addition};
use crate::sent_again::sent_again;
use crate::{Store, StoreError, Viewer, drafts, scope};

impl Store {
    /// Adds something to a note that others see, and throws its draft away. The same again adds nothing more; see
    /// [`sent_again`].
    pub async fn add_to_note(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: NoteId,
        key: IdempotencyKey,
        draft: &str,
        body: &str,
    ) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, case).await?;
        let notes = scope::notes_of(work.readable(), viewer);
        let row = notes.filter(note::Column::Id.eq(id)).one(&tx).await?.ok_or(StoreError::NotFound)?;
        // What one keeps to oneself is changed, not added to: a line in the timeline would tell of it.
        if row.kind == NoteKind::Private {
            return Err(StoreError::Forbidden);
        }
        let again = scope::added_with(viewer, key).one(&tx).await?;
        let content_key = self.content_key(&tx, work.readable()).await?;
        let same = |row: &note_addition::Model| Ok(content_key.open_text(&addition_place(row.id), &row.body)? == body);
        if !sent_again(again.as_ref(), |row| row.note_id == id, same)? {
            let addition = AdditionId(uuid::Uuid::now_v7());
            note_addition::Entity::insert(note_addition::ActiveModel {
                id: Set(addition),
                note_id: Set(id),
                author_id: Set(viewer.person()),
                body: Set(content_key.seal(&addition_place(addition), body.as_bytes())?),
                added_at: Set(now),
                idempotency_key: Set(key),
            })
            .exec_without_returning(&tx)
            .await?;
            work.record(&tx, viewer, now, EventKind::NoteAdded, addition.0).await?;
        }
        drafts::drop_in(&tx, viewer, draft).await?;
        tx.commit().await?;
        Ok(())
    }
}
