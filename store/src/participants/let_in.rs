//! Keeping somebody out no longer.

use domain::CaseId;
use domain::lifecycle::Deed;
use domain::participants::Whom;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::cases::CaseWork;
use crate::entity::{EventKind, case_conflict, case_conflict_number};
use crate::{Store, StoreError, Viewer};

use super::keep_out::tell;

impl Store {
    /// From now on this person sees what their offices show, as anybody does. Their part does not come back.
    pub async fn let_in(&self, viewer: &Viewer, case: CaseId, whom: &Whom) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove_for(&tx, viewer, case, Deed::People).await?;
        let lifted = match whom {
            Whom::Person(person) => {
                let rows = case_conflict::Entity::delete_many().filter(case_conflict::Column::CaseId.eq(work.id()));
                rows.filter(case_conflict::Column::PersonId.eq(*person)).exec(&tx).await?
            }
            Whom::Number(number) => {
                let rows = case_conflict_number::Entity::delete_many().filter(case_conflict_number::Column::CaseId.eq(work.id()));
                rows.filter(case_conflict_number::Column::Number.eq(number.as_str())).exec(&tx).await?
            }
        };
        if lifted.rows_affected > 0 {
            let key = self.content_key(&tx, work.readable()).await?;
            tell(&tx, viewer, now, (&work, &key), EventKind::ConflictLifted, whom).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}
