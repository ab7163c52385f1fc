//! One note, whole.

use std::collections::HashMap;

use domain::notes::{Addition, EarlierText, NoteKind, NoteView, PrivateNote};
use domain::{CaseId, MemberId, NoteId};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::access_log::Look;
use crate::cases::Readable;
use crate::cases::contents::{addition_place, earlier_text_place, note_place};
use crate::crypto::ContentKey;
use crate::entity::{note, note_addition, note_text};
use crate::members::names;
use crate::{Store, StoreError, Viewer, scope};

/// The most that is shown of what somebody keeps to themselves in one case.
const PRIVATE_NOTES: u64 = 30;

impl Store {
    /// A note with its history, the look logged. Somebody else's private one is [`StoreError::NotFound`], like one that
    /// never was.
    pub async fn note(&self, viewer: &Viewer, case: CaseId, id: NoteId) -> Result<NoteView, StoreError> {
        let case = self.unless_guessing(viewer, Readable::find(&self.db, viewer, case).await).await?;
        let found = scope::notes_of(&case, viewer).filter(note::Column::Id.eq(id)).one(&self.db).await?;
        let row = self.unless_guessing(viewer, found.ok_or(StoreError::NotFound)).await?;
        self.log_look(viewer, Look::Case(case.id())).await?;
        let earlier = scope::earlier_texts_of(&row).order_by_desc(note_text::Column::Version).all(&self.db).await?;
        let additions = self.additions([row.id]).await?;
        let key = self.content_key(&self.db, &case).await?;
        let people = additions.iter().map(|addition| addition.author_id).chain([row.author_id]);
        let names = names::of(&self.db, people).await?;
        let name = |id: MemberId| names.get(&id).cloned().unwrap_or_default();
        let (mine, may_add) = (row.author_id == viewer.person(), case.may_add(viewer));
        Ok(NoteView {
            id,
            case: case.id(),
            case_number: case.number(),
            kind: row.kind,
            body: key.open_text(&note_place(id), &row.body)?,
            by: name(row.author_id),
            mine,
            written_at: row.written_at,
            changed_at: row.changed_at,
            version: row.version,
            earlier: earlier.iter().map(|text| earlier_text(&key, text)).collect::<Result<_, _>>()?,
            additions: additions.iter().map(|row| addition(&key, row, &name)).collect::<Result<_, _>>()?,
            may_change: mine && may_add && row.kind.may_change(row.written_at, self.clock.now()),
            may_add: may_add && row.kind != NoteKind::Private,
        })
    }

    /// The same for changing it: only for its author, while they work on the case.
    pub async fn note_to_change(&self, viewer: &Viewer, case: CaseId, id: NoteId) -> Result<NoteView, StoreError> {
        self.may_work_on(viewer, case).await?;
        let note = self.note(viewer, case, id).await?;
        if note.mine { Ok(note) } else { Err(StoreError::Forbidden) }
    }

    /// The same for adding to it, while the case is not closed.
    pub async fn note_to_add_to(&self, viewer: &Viewer, case: CaseId, id: NoteId) -> Result<NoteView, StoreError> {
        self.may_add_to(viewer, case).await?;
        let note = self.note(viewer, case, id).await?;
        if note.may_add { Ok(note) } else { Err(StoreError::Forbidden) }
    }

    /// What was added to these notes, which came out of a scope, the oldest first.
    pub(crate) async fn additions(&self, notes: impl IntoIterator<Item = NoteId>) -> Result<Vec<note_addition::Model>, StoreError> {
        let found = scope::additions_to(notes).order_by_asc(note_addition::Column::AddedAt).order_by_asc(note_addition::Column::Id);
        Ok(found.all(&self.db).await?)
    }

    /// What the viewer keeps to themselves in a case, the latest first.
    pub(crate) async fn private_notes(&self, viewer: &Viewer, case: &Readable, key: &ContentKey) -> Result<Vec<PrivateNote>, StoreError> {
        let mut rows =
            scope::private_notes_of(case, viewer).order_by_desc(note::Column::WrittenAt).limit(PRIVATE_NOTES).all(&self.db).await?;
        let touched_at = |row: &note::Model| row.changed_at.unwrap_or(row.written_at);
        rows.sort_by_key(|row| std::cmp::Reverse((touched_at(row), row.id)));
        let shown = |row: note::Model| {
            Ok(PrivateNote { id: row.id, body: key.open_text(&note_place(row.id), &row.body)?, touched_at: touched_at(&row) })
        };
        rows.into_iter().map(shown).collect()
    }
}

fn earlier_text(key: &ContentKey, row: &note_text::Model) -> Result<EarlierText, StoreError> {
    let body = key.open_text(&earlier_text_place(row.note_id, row.version), &row.body)?;
    Ok(EarlierText { body, from: row.from_at, until: row.until_at })
}

fn addition(key: &ContentKey, row: &note_addition::Model, name: &impl Fn(MemberId) -> String) -> Result<Addition, StoreError> {
    Ok(Addition { body: key.open_text(&addition_place(row.id), &row.body)?, by: name(row.author_id), at: row.added_at })
}

/// What was added to each note, in that order.
pub(crate) fn by_note(
    key: &ContentKey,
    rows: &[note_addition::Model],
    name: &impl Fn(MemberId) -> String,
) -> Result<HashMap<NoteId, Vec<Addition>>, StoreError> {
    let mut by_note: HashMap<NoteId, Vec<Addition>> = HashMap::new();
    for row in rows {
        by_note.entry(row.note_id).or_default().push(addition(key, row, name)?);
    }
    Ok(by_note)
}
