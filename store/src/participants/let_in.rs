//! Keeping somebody out no longer.

use domain::lifecycle::Deed;
use domain::{CaseId, MemberId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::cases::CaseWork;
use crate::entity::{EventKind, case_conflict};
use crate::{Store, StoreError, Viewer};

impl Store {
    /// From now on this person sees what their offices show, as anybody does. Their part does not come back.
    pub async fn let_in(&self, viewer: &Viewer, case: CaseId, person: MemberId) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove_for(&tx, viewer, case, Deed::People).await?;
        let lifted = case_conflict::Entity::delete_many()
            .filter(case_conflict::Column::CaseId.eq(work.id()))
            .filter(case_conflict::Column::PersonId.eq(person))
            .exec(&tx)
            .await?;
        if lifted.rows_affected > 0 {
            work.record(&tx, viewer, now, EventKind::ConflictLifted, person.0).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}
