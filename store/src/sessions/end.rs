//! Logging out.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::crypto::Token;
use crate::entity::session;
use crate::{Store, StoreError};

/// What is left of a session that was ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// To be sent to the provider, so that it can end its own session too.
    pub id_token: Option<String>,
}

impl Store {
    /// Ends a session at once; one that is already over is ended too.
    pub async fn end_session(&self, token: &Token) -> Result<Ended, StoreError> {
        let tx = self.begin().await?;
        let row = crate::scope::session(&token.hash()).one(&tx).await?;
        session::Entity::delete_many().filter(session::Column::TokenHash.eq(token.hash().0)).exec(&tx).await?;
        tx.commit().await?;
        let Some((person, sealed)) = row.and_then(|(row, _)| Some((row.person_id, row.id_token?))) else {
            return Ok(Ended { id_token: None });
        };
        // The session is over, whether the provider can be told or not.
        let text = self.open_sealed(&super::id_token_place(person), &sealed).await.ok();
        Ok(Ended { id_token: text.and_then(|text| String::from_utf8(text.to_vec()).ok()) })
    }
}
