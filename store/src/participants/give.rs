//! Giving a case to another owner.

use domain::lifecycle::Deed;
use domain::participants::Role;
use domain::{CaseId, MemberId};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::cases::CaseWork;
use crate::entity::{EventKind, case, case_participant};
use crate::scope::Candidates;
use crate::{Store, StoreError, Viewer, drafts, scope};

use super::add::not_offered;
use super::candidates::{form, may_be_chosen};
use super::remove::{end_part, hand_tasks_on};

impl Store {
    /// Whether the viewer has given the case to this person, who owns it still: then the form that does it is sent again.
    pub async fn has_given_case(&self, viewer: &Viewer, case: CaseId, to: MemberId) -> Result<bool, StoreError> {
        Ok(scope::given_by(viewer, case, to).one(&self.db).await?.is_some())
    }

    /// Makes somebody else the owner. Only the owner may: of two who give at once, the second is told
    /// [`StoreError::Forbidden`], for they own it no more. A case has one owner at every moment.
    ///
    /// With `stay`, who gives the case away goes on working on it.
    pub async fn give_case(&self, viewer: &Viewer, case: CaseId, to: MemberId, stay: bool) -> Result<(), StoreError> {
        let now = self.clock.now();
        let policy = self.policy().await?;
        let tx = self.begin().await?;
        let work = CaseWork::prove_for(&tx, viewer, case, Deed::People).await?;
        if work.readable().owner() == to {
            return Ok(());
        }
        if work.readable().owner() != viewer.person() {
            return Err(StoreError::Forbidden);
        }
        let kept_out = work.readable().facts().conflicted.contains(&to);
        if kept_out || !may_be_chosen(&tx, viewer, &policy, &work, Candidates::TakePart, to).await? {
            return Err(not_offered());
        }
        let given = case::Entity::update_many()
            .col_expr(case::Column::OwnerId, Expr::value(to))
            .filter(case::Column::Id.eq(work.id()))
            .filter(case::Column::OwnerId.eq(viewer.person()))
            .exec(&tx)
            .await?;
        if given.rows_affected != 1 {
            return Err(StoreError::Conflict);
        }
        // Of either there may be an older part, whatever made it: one owns, and the other works on it or is gone.
        end_part(&tx, &work, to).await?;
        end_part(&tx, &work, viewer.person()).await?;
        if stay {
            case_participant::Entity::insert(case_participant::ActiveModel {
                case_id: Set(work.id()),
                person_id: Set(viewer.person()),
                role: Set(Role::CoWorker),
                until_date: Set(None),
                added_by: Set(Some(viewer.person())),
                added_at: Set(now),
            })
            .exec_without_returning(&tx)
            .await?;
        } else {
            hand_tasks_on(&tx, &work, viewer.person(), to).await?;
        }
        work.record(&tx, viewer, now, EventKind::OwnerChanged, to.0).await?;
        drafts::drop_in(&tx, viewer, &form("give", case)).await?;
        tx.commit().await?;
        Ok(())
    }
}
