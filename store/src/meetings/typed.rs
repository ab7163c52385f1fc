//! What the forms about a meeting say as they are saved, for what is being typed into them.

use domain::MeetingId;
use domain::drafts::DraftForm;
use domain::meetings::{MeetingTyped, RecordTyped, StepTyped};
use sea_orm::ConnectionTrait;
use serde::Serialize;
use serde_json::Value;

use crate::cases::Readable;
use crate::{Store, StoreError};

use super::contents::{plan_of, protocol_of, record_of};
use super::{found, protocol_found};

/// Whether this case has the meeting, and that version of its protocol where one is meant.
pub(crate) async fn is_there(db: &impl ConnectionTrait, case: &Readable, id: MeetingId, protocol: Option<i32>) -> Result<(), StoreError> {
    found(db, case, id).await?;
    if let Some(number) = protocol {
        protocol_found(db, case, id, number).await?;
    }
    Ok(())
}

/// What a form says as it is saved now; nothing when nobody has saved anything since version `from`.
pub(crate) async fn saved_since(
    store: &Store,
    db: &impl ConnectionTrait,
    case: &Readable,
    form: DraftForm,
    from: i32,
) -> Result<Option<Value>, StoreError> {
    match form {
        DraftForm::ChangedCall(_, id) | DraftForm::Minutes(_, id) => {
            let row = found(db, case, id).await?;
            if row.version == from {
                return Ok(None);
            }
            let key = store.content_key(db, case).await?;
            if let DraftForm::Minutes(..) = form {
                return written(record_of(&key, &row)?.map(|record| RecordTyped::of(&record)).unwrap_or_default());
            }
            written(MeetingTyped::of(row.starts_at, row.ends_at, &plan_of(&key, &row)?))
        }
        DraftForm::Protocol(_, id, number, step) => {
            let row = protocol_found(db, case, id, number).await?;
            if row.version == from {
                return Ok(None);
            }
            let key = store.content_key(db, case).await?;
            written(StepTyped::of(&protocol_of(&key, &row)?.0, step))
        }
        _ => Ok(None),
    }
}

fn written(saved: impl Serialize) -> Result<Option<Value>, StoreError> {
    let unwritable = |_| StoreError::Inconsistent { table: "meetings", what: "something that cannot be written down" };
    serde_json::to_value(saved).map(Some).map_err(unwritable)
}
