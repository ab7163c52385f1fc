//! Setting a case to wait.

use domain::CaseId;
use domain::lifecycle::{NewWait, Step, Waiting};

use crate::entity::EventKind;
use crate::{Store, StoreError, Viewer};

use super::Sent;
use super::moving::{Words, move_case, prove, written};

impl Store {
    /// Sets a case to wait, or to wait for somebody else or longer, for somebody who works on it.
    pub async fn set_to_wait(&self, viewer: &Viewer, case: CaseId, sent: Sent<'_>, new: NewWait) -> Result<(), StoreError> {
        let at = self.clock.now();
        let step = Step::Wait { for_whom: new.for_whom, until: new.until };
        let tx = self.begin().await?;
        let waiting = Waiting { for_whom: new.for_whom, note: new.note, until: new.until };
        let told = written(&waiting)?;
        let Some(work) = prove(&tx, viewer, case, step, sent).await? else {
            return self.said_then(&tx, viewer, case, EventKind::Waits, &told).await;
        };
        let key = &self.content_key(&tx, work.readable()).await?;
        let words = Words { at, key, text: waiting.note.as_deref(), kind: EventKind::Waits, subject: None, told: Some(&told) };
        move_case(&tx, viewer, &work, step, sent, words).await?;
        tx.commit().await?;
        Ok(())
    }
}
