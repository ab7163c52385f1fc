//! Asking somebody to take part.

use domain::lifecycle::Deed;
use domain::participants::NewParticipant;
use domain::{CaseId, Code, Field, FieldErrors};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::cases::CaseWork;
use crate::entity::{EventKind, case_participant};
use crate::scope::Candidates;
use crate::{Store, StoreError, Viewer, drafts, scope};

use super::candidates::{form, may_be_chosen};

impl Store {
    /// Makes somebody take part, or changes how and until when they do; the same again changes nothing. Somebody who may
    /// not be asked, who owns the case or who is kept out of it is [`Code::NotOffered`].
    pub async fn add_participant(&self, viewer: &Viewer, case: CaseId, new: NewParticipant) -> Result<(), StoreError> {
        let now = self.clock.now();
        let policy = self.policy().await?;
        let tx = self.begin().await?;
        let work = CaseWork::prove_for(&tx, viewer, case, Deed::People).await?;
        let fits = new.person != work.readable().owner() && !work.readable().facts().conflicted.contains(&new.person);
        if !fits || !may_be_chosen(&tx, viewer, &policy, &work, Candidates::TakePart, new.person).await? {
            return Err(not_offered());
        }
        let there =
            scope::participants_of(work.id(), viewer.today).filter(case_participant::Column::PersonId.eq(new.person)).one(&tx).await?;
        if there.is_none_or(|row| (row.role, row.until_date) != (new.role, new.until)) {
            case_participant::Entity::insert(case_participant::ActiveModel {
                case_id: Set(work.id()),
                person_id: Set(new.person),
                role: Set(new.role),
                until_date: Set(new.until),
                added_by: Set(Some(viewer.person())),
                added_at: Set(now),
            })
            .on_conflict(
                OnConflict::columns([case_participant::Column::CaseId, case_participant::Column::PersonId])
                    .update_columns([
                        case_participant::Column::Role,
                        case_participant::Column::UntilDate,
                        case_participant::Column::AddedBy,
                        case_participant::Column::AddedAt,
                    ])
                    .to_owned(),
            )
            .exec_without_returning(&tx)
            .await?;
            work.record(&tx, viewer, now, EventKind::PersonAsked, new.person.0).await?;
        }
        drafts::drop_in(&tx, viewer, &form("add", case)).await?;
        tx.commit().await?;
        Ok(())
    }
}

pub(super) fn not_offered() -> StoreError {
    StoreError::Invalid(FieldErrors(vec![(Field::Person, Code::NotOffered)]))
}
