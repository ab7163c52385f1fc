//! One more whom a case about several is about.

use domain::{CaseId, MemberId};
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::entity::{EventKind, case_party};
use crate::{Store, StoreError, Viewer, drafts};

use super::CaseWork;
use super::parties::{may_be_added, of_several, parties};

impl Store {
    /// Makes the case about this member too; the same again changes nothing. Who can be added is as when the case was
    /// opened: a member in scope, in the case's club, about whom the viewer may open such a case.
    pub async fn add_party(&self, viewer: &Viewer, case: CaseId, member: MemberId) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, case).await?;
        of_several(work.readable())?;
        let there = parties(&tx, viewer, work.id()).await?;
        if !there.contains(&member) {
            may_be_added(&tx, viewer, &work, &there, member).await?;
            case_party::Entity::insert(case_party::ActiveModel { case_id: Set(work.id()), member_id: Set(member) })
                .exec_without_returning(&tx)
                .await?;
            work.record(&tx, viewer, now, EventKind::PartyAdded, member.0).await?;
        }
        drafts::drop_in(&tx, viewer, &domain::drafts::parties(case)).await?;
        tx.commit().await?;
        Ok(())
    }
}
