//! Changing a note.

use domain::notes::{NewNote, NoteKind};
use domain::{CaseId, Code, Field, FieldErrors, NoteId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::cases::CaseWork;
use crate::cases::contents::{earlier_text_place, note_place};
use crate::entity::{EventKind, note, note_text};
use crate::{Store, StoreError, Viewer, drafts, scope};

/// What came of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// It is saved.
    Saved,
    /// The note has been changed since the form was made. Nothing is saved: both texts must be seen.
    Stale,
    /// It is too late to change the note; it may be added to. Nothing is saved.
    TooLate,
}

impl Store {
    /// Changes a note of the viewer's own, keeps the text it had, and throws the draft away. `version` is the one that the
    /// form was made from. The same change sent twice is saved once.
    pub async fn change_note(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: NoteId,
        version: i32,
        draft: &str,
        changed: NewNote,
    ) -> Result<Changed, StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, case).await?;
        let notes = scope::notes_of(work.readable(), viewer);
        let row = notes.filter(note::Column::Id.eq(id)).one(&tx).await?.ok_or(StoreError::NotFound)?;
        if row.author_id != viewer.person() {
            return Err(StoreError::Forbidden);
        }
        let key = self.content_key(&tx, work.readable()).await?;
        let text = key.open_text(&note_place(id), &row.body)?;
        let same_text = text == changed.body;
        if same_text && row.kind == changed.kind {
            drafts::drop_in(&tx, viewer, draft).await?;
            tx.commit().await?;
            return Ok(Changed::Saved);
        }
        if !row.kind.may_change(row.written_at, now) {
            return Ok(Changed::TooLate);
        }
        if !row.kind.may_become(changed.kind) {
            return Err(StoreError::Invalid(FieldErrors(vec![(Field::NoteKind, Code::NotOffered)])));
        }
        if row.version != version {
            return Ok(Changed::Stale);
        }
        // What nobody else has seen leaves no trace when it is changed.
        let seen_by_others = row.kind != NoteKind::Private;
        if seen_by_others && !same_text {
            note_text::Entity::insert(note_text::ActiveModel {
                note_id: Set(id),
                version: Set(row.version),
                body: Set(key.seal(&earlier_text_place(id, row.version), text.as_bytes())?),
                from_at: Set(row.changed_at.unwrap_or(row.written_at)),
                until_at: Set(now),
            })
            .exec_without_returning(&tx)
            .await?;
        }
        let published = !seen_by_others && changed.kind != NoteKind::Private;
        let changed_at: Option<Timestamp> = match (published, same_text) {
            (true, _) => None,
            (false, true) => row.changed_at,
            (false, false) => Some(now),
        };
        let updated = note::Entity::update_many()
            .col_expr(note::Column::Body, Expr::value(key.seal(&note_place(id), changed.body.as_bytes())?))
            .col_expr(note::Column::Kind, Expr::value(changed.kind))
            .col_expr(note::Column::ChangedAt, Expr::value(changed_at))
            .col_expr(note::Column::WrittenAt, Expr::value(if published { now } else { row.written_at }))
            .col_expr(note::Column::Version, Expr::col(note::Column::Version).add(1))
            .filter(note::Column::Id.eq(id))
            .filter(note::Column::Version.eq(version))
            .exec(&tx)
            .await?;
        if updated.rows_affected != 1 {
            return Ok(Changed::Stale);
        }
        if published {
            work.record(&tx, viewer, now, EventKind::Note, id.0).await?;
        } else if seen_by_others {
            work.touch(&tx, now).await?;
        }
        drafts::drop_in(&tx, viewer, draft).await?;
        tx.commit().await?;
        Ok(Changed::Saved)
    }
}
