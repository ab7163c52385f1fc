//! What is to be done in every case of a type, written down when the case is opened.

use domain::tasks::{NewTask, Repeat};
use domain::{CaseId, IdempotencyKey, Timestamp};
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use crate::crypto::ContentKey;
use crate::tasks::{Making, make};
use crate::{StoreError, Viewer};

use super::CaseWork;

/// Makes them, each for the viewer to do, in the transaction that opens the case. Opened once, they are made once: the key
/// of each is its own.
pub(super) async fn make_all(
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    case: CaseId,
    key: &ContentKey,
    now: Timestamp,
    tasks: Vec<NewTask>,
) -> Result<(), StoreError> {
    if tasks.is_empty() {
        return Ok(());
    }
    let work = CaseWork::prove(tx, viewer, case).await?;
    for new in tasks {
        let making = Making {
            title: &new.title,
            details: None,
            due: new.due,
            repeat: Repeat::Never,
            day: None,
            owner: viewer.person(),
            key: IdempotencyKey(Uuid::now_v7()),
        };
        make(tx, viewer, &work, key, now, making).await?;
    }
    Ok(())
}
