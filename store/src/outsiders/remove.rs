//! Taking somebody else out of a case.

use domain::{CaseId, OutsiderId, drafts};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::cases::CaseWork;
use crate::entity::{EventKind, case_outsider};
use crate::{Store, StoreError, Viewer, scope};

use super::save::told;
use super::shown;

impl Store {
    /// Takes somebody out: the timeline goes on telling that they were there. A second time nothing more happens.
    pub async fn remove_outsider(&self, viewer: &Viewer, case: CaseId, id: OutsiderId) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, case).await?;
        let found = scope::outsiders_ever_in(work.readable()).filter(case_outsider::Column::Id.eq(id)).one(&tx).await?;
        let row = found.ok_or(StoreError::NotFound)?;
        if row.removed_at.is_none() {
            let key = self.content_key(&tx, work.readable()).await?;
            let who = shown(&row, &key)?.who;
            case_outsider::Entity::update_many()
                .col_expr(case_outsider::Column::RemovedAt, Expr::value(now))
                .filter(case_outsider::Column::Id.eq(id))
                .exec(&tx)
                .await?;
            work.tell(&tx, viewer, told(now, EventKind::OutsiderRemoved, id, &key, &who)).await?;
        }
        crate::drafts::drop_in(&tx, viewer, &drafts::outsider(case, Some(id))).await?;
        tx.commit().await?;
        Ok(())
    }
}
