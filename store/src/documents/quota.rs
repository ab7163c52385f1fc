//! How many files there may be in a day: a case is no archive, and a telephone that has gone wrong must stop somewhere.

use domain::Timestamp;
use domain::documents::{FILES_A_CASE_AND_DAY, FILES_A_PERSON_AND_DAY, FileRefusal};
use sea_orm::{ColumnTrait, ConnectionTrait, PaginatorTrait, QueryFilter};

use crate::cases::Readable;
use crate::entity::document_version;
use crate::{Store, StoreError, Viewer, scope};

impl Store {
    /// Why there is no room for one more file today, if there is none. A day is one in Oslo.
    pub(super) async fn no_room(
        &self,
        db: &impl ConnectionTrait,
        viewer: &Viewer,
        case: &Readable,
    ) -> Result<Option<FileRefusal>, StoreError> {
        let midnight = Timestamp::beginning_of(viewer.today).unwrap_or(Timestamp(0));
        let today = document_version::Column::MadeAt.gte(midnight);
        if scope::versions_of(case).filter(today.clone()).count(db).await? >= FILES_A_CASE_AND_DAY {
            return Ok(Some(FileRefusal::CaseFull));
        }
        let own = scope::own_versions(viewer).filter(today).count(db).await?;
        Ok((own >= FILES_A_PERSON_AND_DAY).then_some(FileRefusal::PersonFull))
    }
}
