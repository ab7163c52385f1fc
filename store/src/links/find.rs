//! Finding a case by the number that people say.

use domain::links::CaseNumber;
use domain::{CaseId, Code};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use crate::access_log::{Detail, Look};
use crate::cases::Readable;
use crate::entity::case;
use crate::{Store, StoreError, Viewer, scope};

use super::refused;

impl Store {
    /// The case with this number, if the viewer may know of it; any other is [`StoreError::NotFound`], like a number that
    /// no case has. The search is logged, and numbers can be guessed: whoever asks for too many that are not there for
    /// them is told to wait.
    pub async fn find_case(&self, viewer: &Viewer, number: CaseNumber) -> Result<CaseId, StoreError> {
        let found = scope::known_cases(viewer)
            .filter(case::Column::Number.eq(number.0))
            .select_only()
            .column(case::Column::Id)
            .into_tuple::<CaseId>()
            .one(&self.db)
            .await?;
        let detail = Detail { narrowed: vec![format!("nummer={number}")], found: Some(u64::from(found.is_some())), ..Detail::of(viewer) };
        self.log_detailed(viewer, Look::CaseList, &detail).await?;
        self.unless_guessing(viewer, found.ok_or(StoreError::NotFound)).await
    }

    /// The case at the other end of a link that is to be made from this one, by its number.
    pub(super) async fn other_end(&self, viewer: &Viewer, case: &Readable, number: CaseNumber) -> Result<CaseId, StoreError> {
        if case.number() == number.0 {
            return Err(refused(Code::TheSameCase));
        }
        match self.find_case(viewer, number).await {
            Err(StoreError::NotFound) => Err(refused(Code::NoSuchCase)),
            found => found,
        }
    }
}
