//! Opening a closed case again.

use domain::CaseId;
use domain::lifecycle::Step;

use crate::entity::EventKind;
use crate::links::Undoing;
use crate::{Store, StoreError, Viewer};

use super::Sent;
use super::moving::{Words, move_case, prove};

impl Store {
    /// Opens a closed case again for a checked reason, for those who may close it. How it ended stays in its timeline.
    /// One that was merged into another is merged no more.
    pub async fn reopen_case(&self, viewer: &Viewer, case: CaseId, sent: Sent<'_>, reason: &str) -> Result<(), StoreError> {
        let at = self.clock.now();
        let tx = self.begin().await?;
        let merged = Undoing::begin(&tx, viewer, case).await?;
        let Some(work) = prove(&tx, viewer, case, Step::Reopen, sent).await? else {
            return self.said_then(&tx, viewer, case, EventKind::Reopened, reason).await;
        };
        let key = &self.content_key(&tx, work.readable()).await?;
        merged.end(&tx, viewer, at, &work).await?;
        let words = Words { at, key, text: None, kind: EventKind::Reopened, subject: None, told: Some(reason) };
        move_case(&tx, viewer, &work, Step::Reopen, sent, words).await?;
        tx.commit().await?;
        Ok(())
    }
}
