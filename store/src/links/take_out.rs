//! A case that was merged goes on by itself again.

use domain::links::Relation;
use domain::{CaseId, Timestamp};
use sea_orm::DatabaseTransaction;

use crate::cases::{CaseWork, Readable};
use crate::entity::EventKind;
use crate::{StoreError, Viewer};

use super::{all_ends, delete};

/// The case into which one was merged that is opened again: looked up first, since of the two the one with the lower id is
/// locked first.
#[derive(Debug, Default)]
pub(crate) struct Undoing {
    other: Option<CaseId>,
    /// It, if the viewer adds to it.
    work: Option<CaseWork>,
}

impl Undoing {
    /// Nothing is told by this, and nothing proved: the command proves its own right.
    pub(crate) async fn begin(tx: &DatabaseTransaction, viewer: &Viewer, case: CaseId) -> Result<Self, StoreError> {
        let ends = all_ends(tx, &Readable::find(tx, viewer, case).await?).await?;
        let other = ends.iter().find(|end| end.to == Relation::MergedInto).map(|end| end.case);
        let mut undoing = Self { other, work: None };
        if other.is_some_and(|other| other < case) {
            undoing.look(tx, viewer).await?;
        }
        Ok(undoing)
    }

    /// Takes the case out of the other, whether or not the viewer may know of that one; where they add to it, its timeline
    /// says so.
    pub(crate) async fn end(mut self, tx: &DatabaseTransaction, viewer: &Viewer, at: Timestamp, case: &CaseWork) -> Result<(), StoreError> {
        let Some(other) = self.other else { return Ok(()) };
        if other > case.id() {
            self.look(tx, viewer).await?;
        }
        delete(tx, case.id(), other).await?;
        if let Some(work) = &self.work {
            work.record(tx, viewer, at, EventKind::TakenOut, case.id().0).await?;
        }
        Ok(())
    }

    async fn look(&mut self, tx: &DatabaseTransaction, viewer: &Viewer) -> Result<(), StoreError> {
        let Some(other) = self.other else { return Ok(()) };
        self.work = match CaseWork::prove(tx, viewer, other).await {
            Ok(work) => Some(work),
            Err(StoreError::NotFound | StoreError::Forbidden | StoreError::Closed(_)) => None,
            Err(error) => return Err(error),
        };
        Ok(())
    }
}
