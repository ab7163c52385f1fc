//! The keys with which what is written in cases is sealed: made when a case is opened, thrown away with everything in it.

use std::collections::HashMap;

use domain::{AdditionId, CaseEventId, CaseId, EntryId, MemberId, NoteId, OutsiderId, TaskCommentId, TaskId};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::crypto::{ContentKey, Place};
use crate::entity::case_key;
use crate::{Store, StoreError, scope};

use super::Readable;

/// Where each text of a case is kept.
pub(crate) fn description_place(case: CaseId) -> Place {
    Place::new("cases", "description", case)
}

/// See [`description_place`].
pub(crate) fn waiting_note_place(case: CaseId) -> Place {
    Place::new("cases", "waiting_note", case)
}

/// See [`description_place`].
pub(crate) fn agreed_place(case: CaseId) -> Place {
    Place::new("cases", "agreed", case)
}

/// See [`description_place`].
pub(crate) fn event_place(event: CaseEventId) -> Place {
    Place::new("case_events", "detail", event)
}

/// See [`description_place`].
pub(crate) fn conflict_place(case: CaseId, person: MemberId) -> Place {
    Place::new("case_conflicts", "reason", format!("{case}/{person}"))
}

/// See [`description_place`].
pub(crate) fn conflict_number_place(case: CaseId, number: &str) -> Place {
    Place::new("case_conflict_numbers", "reason", format!("{case}/{number}"))
}

/// See [`description_place`].
pub(crate) fn answer_place(case: CaseId, question: &str) -> Place {
    Place::new("case_answers", "answer", format!("{case}/{question}"))
}

/// See [`description_place`].
pub(crate) fn note_place(note: NoteId) -> Place {
    Place::new("notes", "body", note)
}

/// See [`description_place`].
pub(crate) fn earlier_text_place(note: NoteId, version: i32) -> Place {
    Place::new("note_texts", "body", format!("{note}/{version}"))
}

/// See [`description_place`].
pub(crate) fn addition_place(addition: AdditionId) -> Place {
    Place::new("note_additions", "body", addition)
}

/// See [`description_place`].
pub(crate) fn entry_place(entry: EntryId) -> Place {
    Place::new("case_entries", "contents", entry)
}

/// See [`description_place`].
pub(crate) fn outsider_place(outsider: OutsiderId) -> Place {
    Place::new("case_outsiders", "contents", outsider)
}

/// See [`description_place`].
pub(crate) fn task_place(task: TaskId) -> Place {
    Place::new("tasks", "title", task)
}

/// See [`description_place`].
pub(crate) fn task_details_place(task: TaskId) -> Place {
    Place::new("tasks", "details", task)
}

/// See [`description_place`].
pub(crate) fn task_reason_place(task: TaskId) -> Place {
    Place::new("tasks", "drop_reason", task)
}

/// See [`description_place`].
pub(crate) fn earlier_place(subject: uuid::Uuid, version: i32) -> Place {
    Place::new("earlier_texts", "contents", format!("{subject}/{version}"))
}

/// See [`description_place`].
pub(crate) fn comment_place(comment: TaskCommentId) -> Place {
    Place::new("task_comments", "body", comment)
}

impl Store {
    /// The key of a case that a scope has let through: it came with the case, and is opened once.
    pub(crate) async fn content_key(&self, db: &impl ConnectionTrait, case: &Readable) -> Result<ContentKey, StoreError> {
        let missing = StoreError::Inconsistent { table: "case_keys", what: "a case without its key" };
        self.opened(db, case.id(), case.sealed_key().ok_or(missing)?).await
    }

    async fn opened(&self, db: &impl ConnectionTrait, case: CaseId, sealed: &[u8]) -> Result<ContentKey, StoreError> {
        ContentKey::unwrapped(case, &self.keys.open(db, &ContentKey::place(case), sealed).await?)
    }

    /// The keys of cases whose ids came out of a scope. One that was erased has none.
    pub(crate) async fn content_keys(
        &self,
        db: &impl ConnectionTrait,
        cases: impl IntoIterator<Item = CaseId>,
    ) -> Result<HashMap<CaseId, ContentKey>, StoreError> {
        let rows = scope::keys_of_cases(cases).all(db).await?;
        let mut keys = HashMap::with_capacity(rows.len());
        for row in rows {
            keys.insert(row.case_id, self.opened(db, row.case_id, &row.sealed).await?);
        }
        Ok(keys)
    }

    /// Makes the key of a case that is about to be opened, and has it on the disk before the case: the two do not lie in
    /// one place, and a case without a key would be lost.
    pub(super) async fn make_content_key(&self, case: CaseId) -> Result<ContentKey, StoreError> {
        let key = ContentKey::fresh(case)?;
        let (tx, keys) = self.begin_sealing().await?;
        let row = case_key::ActiveModel { case_id: Set(case), sealed: Set(key.wrapped(&keys)?), made_at: Set(self.clock.now()) };
        case_key::Entity::insert(row).exec_without_returning(&tx).await?;
        tx.commit().await?;
        Ok(key)
    }

    /// Throws the key of a case away that was not opened after all.
    pub(super) async fn drop_content_key(&self, case: CaseId) -> Result<(), StoreError> {
        let tx = self.begin().await?;
        case_key::Entity::delete_many().filter(case_key::Column::CaseId.eq(case)).exec(&tx).await?;
        tx.commit().await?;
        Ok(())
    }
}
