//! Saying no to a held file.

use domain::ImportId;
use domain::imports::ImportState;

use crate::access_log::Look;
use crate::{Store, StoreError, scope};

use super::approve::By;
use super::kept::settle;

impl Store {
    /// Says no: what the file says is thrown away, the report is kept.
    pub async fn reject_import(&self, by: By<'_>, id: ImportId) -> Result<(), StoreError> {
        by.may()?;
        self.log_decision(&by, id, Look::ImportRejected(id)).await?;
        let tx = self.begin().await?;
        scope::import(id).one(&tx).await?.ok_or(StoreError::NotFound)?;
        settle(&tx, &by.decided(id, self.clock.now()), ImportState::Rejected, None).await?;
        tx.commit().await?;
        Ok(())
    }
}
