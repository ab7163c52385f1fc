//! Tasks in a case.

mod add;
mod change;
mod comment;
mod drop;
mod make;
mod many;
mod mine;
mod tick;
mod typed;
mod view;

pub(crate) use drop::drop_open;
pub(crate) use make::{Making, make};
pub(crate) use typed::{is_there, saved_since};

use domain::{Code, Field, FieldErrors, MemberId, TaskId};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter};

use crate::cases::Readable;
use crate::entity::task;
use crate::{StoreError, Viewer, scope};

/// A task of this case; one of another case is [`StoreError::NotFound`].
async fn in_case(db: &impl ConnectionTrait, case: &Readable, id: TaskId) -> Result<task::Model, StoreError> {
    scope::tasks_of(case).filter(task::Column::Id.eq(id)).one(db).await?.ok_or(StoreError::NotFound)
}

/// That somebody can be given a task in a case: whoever gives it, and those who work on the case.
fn may_have(viewer: &Viewer, case: &Readable, owner: MemberId) -> Result<(), StoreError> {
    if owner == viewer.person() || case.workers().contains(&owner) {
        Ok(())
    } else {
        Err(StoreError::Invalid(FieldErrors(vec![(Field::TaskOwner, Code::NotOffered)])))
    }
}
