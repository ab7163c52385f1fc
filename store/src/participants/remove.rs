//! Ending somebody's part in a case.

use domain::lifecycle::Deed;
use domain::{CaseId, MemberId};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use crate::cases::CaseWork;
use crate::entity::{EventKind, case_participant, task};
use crate::{Store, StoreError, Viewer};

impl Store {
    /// Ends somebody's part; their open tasks become the owner's. Somebody who does not take part changes nothing.
    pub async fn remove_participant(&self, viewer: &Viewer, case: CaseId, person: MemberId) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove_for(&tx, viewer, case, Deed::People).await?;
        if end_part(&tx, &work, person).await? {
            hand_tasks_on(&tx, &work, person, work.readable().owner()).await?;
            work.record(&tx, viewer, now, EventKind::PersonLeft, person.0).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}

/// Whether there was a part to end.
pub(super) async fn end_part(tx: &DatabaseTransaction, work: &CaseWork, person: MemberId) -> Result<bool, StoreError> {
    let ended = case_participant::Entity::delete_many()
        .filter(case_participant::Column::CaseId.eq(work.id()))
        .filter(case_participant::Column::PersonId.eq(person))
        .exec(tx)
        .await?;
    Ok(ended.rows_affected > 0)
}

/// What somebody had to do in a case is somebody else's to do.
pub(super) async fn hand_tasks_on(tx: &DatabaseTransaction, work: &CaseWork, from: MemberId, to: MemberId) -> Result<(), StoreError> {
    task::Entity::update_many()
        .col_expr(task::Column::OwnerId, Expr::value(to))
        .col_expr(task::Column::Version, Expr::col(task::Column::Version).add(1))
        .filter(task::Column::CaseId.eq(work.id()))
        .filter(task::Column::OwnerId.eq(from))
        .filter(task::Column::DoneAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}
