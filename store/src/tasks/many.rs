//! The same task in several cases at once.

use domain::tasks::{ManyDone, NewTask};
use domain::{CaseId, IdempotencyKey};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::cases::{CaseWork, known_number};
use crate::sent_again::sent_again;
use crate::{Store, StoreError, Viewer, drafts, scope};

use super::make::{Making, day_of, make};

impl Store {
    /// Adds the same task to each of these cases, for the viewer to do, all in one transaction, and throws the form's
    /// draft away. The right is proved for each case by itself: the others get the task all the same, and it is said
    /// which did not. The same again adds nothing more; see
    /// [`sent_again`].
    pub async fn add_task_to_many(
        &self,
        viewer: &Viewer,
        cases: &[CaseId],
        key: IdempotencyKey,
        draft: &str,
        new: &NewTask,
    ) -> Result<ManyDone, StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let mut done = ManyDone::default();
        // In the same order always: two who wait for each other's cases would wait for ever.
        let mut cases = cases.to_vec();
        cases.sort_unstable();
        cases.dedup();
        for case in cases {
            let work = match CaseWork::prove(&tx, viewer, case).await {
                Ok(work) => work,
                Err(StoreError::Forbidden) => {
                    done.refused.push(known_number(&tx, viewer, case).await?);
                    continue;
                }
                Err(StoreError::Closed(_)) => {
                    done.closed.push(known_number(&tx, viewer, case).await?);
                    continue;
                }
                Err(StoreError::NotFound) => {
                    done.gone += 1;
                    continue;
                }
                Err(other) => return Err(other),
            };
            let key = key_in(key, case);
            let again = scope::made_with(viewer, key).one(&tx).await?;
            let content_key = self.content_key(&tx, work.readable()).await?;
            let making = Making {
                title: &new.title,
                details: new.details.as_deref(),
                due: new.due,
                repeat: new.repeat,
                day: day_of(new.repeat, new.due),
                owner: viewer.person(),
                key,
            };
            if !sent_again(again.as_ref(), |row| row.case_id == case, |row| making.is(&content_key, row))? {
                make(&tx, viewer, &work, &content_key, now, making).await?;
            }
            done.made.push(work.readable().number());
        }
        drafts::drop_in(&tx, viewer, draft).await?;
        tx.commit().await?;
        done.made.sort_unstable();
        done.refused.sort_unstable();
        done.closed.sort_unstable();
        Ok(done)
    }
}

/// A key for each case, always the same of the same form.
fn key_in(key: IdempotencyKey, case: CaseId) -> IdempotencyKey {
    let digest = Sha256::new().chain_update(b"task|many|1").chain_update(key.0.as_bytes()).chain_update(case.0.as_bytes()).finalize();
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(digest).for_each(|(byte, from)| *byte = from);
    IdempotencyKey(Uuid::from_bytes(bytes))
}
