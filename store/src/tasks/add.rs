//! Making a task.

use domain::tasks::NewTask;
use domain::{CaseId, IdempotencyKey};

use crate::cases::CaseWork;
use crate::sent_again::sent_again;
use crate::{Store, StoreError, Viewer, drafts, scope};

use super::make::{Making, day_of, make};

impl Store {
    /// Adds a task to a case, for somebody who works on it, and throws its draft away. The same again adds nothing
    /// more; see [`sent_again`].
    pub async fn add_task(&self, viewer: &Viewer, case: CaseId, key: IdempotencyKey, draft: &str, new: NewTask) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, case).await?;
        let again = scope::made_with(viewer, key).one(&tx).await?;
        let content_key = self.content_key(&tx, work.readable()).await?;
        let owner = new.owner.unwrap_or_else(|| viewer.person());
        let making = Making {
            title: &new.title,
            details: new.details.as_deref(),
            due: new.due,
            repeat: new.repeat,
            day: day_of(new.repeat, new.due),
            owner,
            key,
        };
        if !sent_again(again.as_ref(), |row| row.case_id == work.id(), |row| making.is(&content_key, row))? {
            super::may_have(viewer, work.readable(), owner)?;
            make(&tx, viewer, &work, &content_key, now, making).await?;
        }
        drafts::drop_in(&tx, viewer, draft).await?;
        tx.commit().await?;
        Ok(())
    }
}
