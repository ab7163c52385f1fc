//! What the forms about a task say as they are saved, for what is being typed into them.

use domain::TaskId;
use domain::drafts::DraftForm;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

use crate::cases::Readable;
use crate::cases::contents::{task_details_place, task_place, task_reason_place};
use crate::{Store, StoreError};

use super::in_case;

/// Whether this case has the task.
pub(crate) async fn is_there(db: &impl ConnectionTrait, case: &Readable, id: TaskId) -> Result<(), StoreError> {
    in_case(db, case, id).await.map(drop)
}

/// What a form says in words as it is saved now; nothing when nobody has saved anything since version `from`.
pub(crate) async fn saved_since(
    store: &Store,
    db: &impl ConnectionTrait,
    case: &Readable,
    form: DraftForm,
    from: i32,
) -> Result<Option<Value>, StoreError> {
    let (DraftForm::ChangedTask(_, id) | DraftForm::Dropped(_, id)) = form else { return Ok(None) };
    let row = in_case(db, case, id).await?;
    if row.version == from {
        return Ok(None);
    }
    let key = store.content_key(db, case).await?;
    let opened = |place, sealed: &Option<Vec<u8>>| sealed.as_ref().map(|sealed| key.open_text(&place, sealed)).transpose();
    if let DraftForm::Dropped(..) = form {
        return Ok(Some(json!(opened(task_reason_place(id), &row.drop_reason)?.unwrap_or_default())));
    }
    let details = opened(task_details_place(id), &row.details)?.unwrap_or_default();
    let due = row.due_on.map(|due| format!("{}.{}.{}", due.day(), due.month(), due.year())).unwrap_or_default();
    Ok(Some(json!({
        "title": key.open_text(&task_place(id), &row.title)?,
        "details": details,
        "due": due,
        "given_to": row.owner_id,
        "repeat": row.repeats.code(),
    })))
}
