//! Going on with a case that waits.

use domain::CaseId;
use domain::lifecycle::Step;

use crate::entity::EventKind;
use crate::{Store, StoreError, Viewer};

use super::Sent;
use super::moving::{Words, move_case, prove};

impl Store {
    /// Goes on with a case that waits, for somebody who works on it.
    pub async fn go_on(&self, viewer: &Viewer, case: CaseId, sent: Sent<'_>) -> Result<(), StoreError> {
        let at = self.clock.now();
        let tx = self.begin().await?;
        let Some(work) = prove(&tx, viewer, case, Step::GoOn, sent).await? else { return Ok(()) };
        let key = &self.content_key(&tx, work.readable()).await?;
        let words = Words { at, key, text: None, kind: EventKind::WentOn, subject: None, told: None };
        move_case(&tx, viewer, &work, Step::GoOn, sent, words).await?;
        tx.commit().await?;
        Ok(())
    }
}
