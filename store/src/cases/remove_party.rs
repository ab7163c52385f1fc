//! Taking somebody out of those whom a case about several is about.

use domain::{CaseId, Code, Field, MemberId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::{EventKind, case_party};
use crate::{Store, StoreError, Viewer, drafts};

use super::CaseWork;
use super::club::wrong;
use super::parties::{of_several, parties};

impl Store {
    /// The case is not about this member any more; the same again changes nothing, and so it is with somebody of whom the
    /// viewer is not told. The last one stays: a case is about somebody.
    pub async fn remove_party(&self, viewer: &Viewer, case: CaseId, member: MemberId) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, case).await?;
        of_several(work.readable())?;
        let there = parties(&tx, viewer, work.id()).await?;
        if there.contains(&member) {
            if there.len() < 2 {
                return Err(wrong(Field::Member, Code::TooFew { min: 1 }));
            }
            let row = case_party::Entity::delete_many().filter(case_party::Column::CaseId.eq(work.id()));
            row.filter(case_party::Column::MemberId.eq(member)).exec(&tx).await?;
            work.record(&tx, viewer, now, EventKind::PartyRemoved, member.0).await?;
        }
        drafts::drop_in(&tx, viewer, &domain::drafts::parties(case)).await?;
        tx.commit().await?;
        Ok(())
    }
}
