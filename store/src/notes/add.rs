//! Writing a note.

use domain::notes::{NewNote, NoteKind};
use domain::{CaseId, IdempotencyKey, NoteId};
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::cases::CaseWork;
use crate::cases::contents::note_place;
use crate::entity::{EventKind, note};
use crate::sent_again::sent_again;
use crate::{Store, StoreError, Viewer, drafts, scope};

impl Store {
    /// Adds a note to a case and throws its draft away. The same again adds nothing more; see
    /// [`sent_again`].
    pub async fn add_note(&self, viewer: &Viewer, case: CaseId, key: IdempotencyKey, draft: &str, new: NewNote) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, case).await?;
        let again = scope::written_with(viewer, key).one(&tx).await?;
        let content_key = self.content_key(&tx, work.readable()).await?;
        let same = |row: &note::Model| Ok(row.kind == new.kind && content_key.open_text(&note_place(row.id), &row.body)? == new.body);
        if !sent_again(again.as_ref(), |row| row.case_id == work.id(), same)? {
            let id = NoteId(uuid::Uuid::now_v7());
            note::Entity::insert(note::ActiveModel {
                id: Set(id),
                case_id: Set(work.id()),
                author_id: Set(viewer.person()),
                body: Set(content_key.seal(&note_place(id), new.body.as_bytes())?),
                written_at: Set(now),
                idempotency_key: Set(key),
                kind: Set(new.kind),
                version: Set(1),
                changed_at: Set(None),
            })
            .exec_without_returning(&tx)
            .await?;
            // Of what somebody keeps to themselves nobody is told anything, not even that the case has changed.
            if new.kind != NoteKind::Private {
                work.record(&tx, viewer, now, EventKind::Note, id.0).await?;
            }
        }
        drafts::drop_in(&tx, viewer, draft).await?;
        tx.commit().await?;
        Ok(())
    }
}
