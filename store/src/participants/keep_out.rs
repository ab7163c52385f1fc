//! Keeping somebody out of a case for conflict of interest.

use domain::CaseId;
use domain::lifecycle::Deed;
use domain::participants::NewConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::cases::CaseWork;
use crate::cases::contents::conflict_place;
use crate::entity::{EventKind, case_conflict};
use crate::scope::Candidates;
use crate::{Store, StoreError, Viewer, drafts, scope};

use super::add::not_offered;
use super::candidates::{form, may_be_chosen};
use super::remove::{end_part, hand_tasks_on};

impl Store {
    /// From the next request on this person sees no trace of the case, whatever they hold or have written in it. Their
    /// part is ended, their open tasks become the owner's, and what they had begun to write is thrown away.
    ///
    /// The owner cannot be kept out before the case is another's: that is [`domain::Code::NotOffered`], and so is
    /// somebody who sees nothing of the case by any office.
    pub async fn keep_out(&self, viewer: &Viewer, case: CaseId, new: NewConflict) -> Result<(), StoreError> {
        let now = self.clock.now();
        let policy = self.policy().await?;
        let tx = self.begin().await?;
        let work = CaseWork::prove_for(&tx, viewer, case, Deed::People).await?;
        let there = scope::conflicts_of(work.id()).filter(case_conflict::Column::PersonId.eq(new.person)).one(&tx).await?;
        if there.is_none() {
            let owner = work.readable().owner();
            if owner == new.person || !may_be_chosen(&tx, viewer, &policy, &work, Candidates::KeepOut, new.person).await? {
                return Err(not_offered());
            }
            let key = self.content_key(&tx, work.readable()).await?;
            case_conflict::Entity::insert(case_conflict::ActiveModel {
                case_id: Set(work.id()),
                person_id: Set(new.person),
                reason: Set(key.seal(&conflict_place(work.id(), new.person), new.reason.as_bytes())?),
                made_by: Set(viewer.person()),
                made_at: Set(now),
            })
            .exec_without_returning(&tx)
            .await?;
            end_part(&tx, &work, new.person).await?;
            hand_tasks_on(&tx, &work, new.person, owner).await?;
            drafts::drop_about(&tx, work.id(), Some(new.person)).await?;
            work.record(&tx, viewer, now, EventKind::ConflictSet, new.person.0).await?;
        }
        drafts::drop_in(&tx, viewer, &form("keep-out", case)).await?;
        tx.commit().await?;
        Ok(())
    }
}
