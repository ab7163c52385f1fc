//! Ending one's own sessions. The next request that any of them makes, on whichever node, is nobody's.

use domain::sessions::SessionId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::session;
use crate::{Store, StoreError, Viewer, scope};

use super::own::id_of;

impl Store {
    /// Ends one of the viewer's own sessions. Another person's does not exist; one that is over already is over.
    pub async fn end_own_session(&self, viewer: &Viewer, id: SessionId) -> Result<(), StoreError> {
        self.end_own(viewer, |session| session == id).await
    }

    /// Ends all of the viewer's own sessions but the one that asks.
    pub async fn end_other_sessions(&self, viewer: &Viewer) -> Result<(), StoreError> {
        self.end_own(viewer, |session| session != viewer.session).await
    }

    async fn end_own(&self, viewer: &Viewer, which: impl Fn(SessionId) -> bool + Send + Sync) -> Result<(), StoreError> {
        let tx = self.begin().await?;
        let own = scope::own_sessions(viewer).all(&tx).await?;
        let ending: Vec<Vec<u8>> = own.into_iter().map(|row| row.token_hash).filter(|hash| which(id_of(hash))).collect();
        session::Entity::delete_many().filter(session::Column::TokenHash.is_in(ending.clone())).exec(&tx).await?;
        tx.commit().await?;
        ending.iter().for_each(|hash| self.seen.forget(hash));
        Ok(())
    }
}
