//! Taking a link away.

use domain::CaseId;
use domain::lifecycle::Deed;
use domain::links::LinkEvent;

use crate::cases::{CaseWork, known_number};
use crate::{Store, StoreError, Viewer};

use super::{delete, ends, prove_pair, tell};

impl Store {
    /// Takes away the link from a case that the viewer adds to, to one of which they may know; without one, nothing
    /// happens. What was merged stays so until it is opened again.
    pub async fn unlink_case(&self, viewer: &Viewer, case: CaseId, other: CaseId) -> Result<(), StoreError> {
        let now = self.clock.now();
        CaseWork::shown(&self.db, viewer, case, Deed::Add).await?;
        let known = known_number(&self.db, viewer, other).await;
        self.unless_guessing(viewer, known).await?;
        let tx = self.begin().await?;
        let (here, there) = prove_pair(&tx, viewer, case, other).await?;
        let there_is = ends(&tx, viewer, here.readable()).await?.into_iter().find(|end| end.case == other);
        if there_is.is_some_and(|end| end.to.is_removable()) {
            delete(&tx, case, other).await?;
            tell(&tx, viewer, now, (&here, LinkEvent::Unlinked), (&there, other, LinkEvent::Unlinked)).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}
