//! Finding who logged in, and opening their session.

use domain::MemberId;
use domain::identity::NationalId;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter};

use crate::crypto::{Place, Token};
use crate::entity::session;
use crate::{Store, StoreError};

use super::{ABSOLUTE_SECONDS, IDLE_SECONDS};

/// Somebody the registry knows. No account is made: being in the registry is enough to be recognised, and
/// only an active mandate gives anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub(crate) id: MemberId,
}

impl Store {
    /// The person with this national id, if the registry has one.
    pub async fn person_by_national_id(&self, id: &NationalId) -> Result<Option<Person>, StoreError> {
        let index = self.keys.national_id_index(id)?;
        Ok(crate::scope::person_by_index(index).one(&self.db).await?.map(|row| Person { id: row.id }))
    }

    /// Opens a session with a new secret, and clears away those that are over.
    pub async fn open_session(&self, person: &Person, acr: &str, id_token: Option<&str>) -> Result<Token, StoreError> {
        let now = self.clock.now();
        let token = Token::fresh();
        let sealed =
            id_token.map(|id_token| self.keys.seal(&Place::new("sessions", "id_token", person.id), id_token.as_bytes())).transpose()?;
        let tx = self.begin().await?;
        session::Entity::delete_many()
            .filter(
                Condition::any()
                    .add(session::Column::LastSeenAt.lt(now.plus_seconds(-IDLE_SECONDS)))
                    .add(session::Column::CreatedAt.lt(now.plus_seconds(-ABSOLUTE_SECONDS))),
            )
            .exec(&tx)
            .await?;
        session::Entity::insert(session::ActiveModel {
            token_hash: Set(token.hash().0),
            person_id: Set(person.id),
            acr: Set(acr.to_owned()),
            id_token: Set(sealed),
            created_at: Set(now),
            last_seen_at: Set(now),
        })
        .exec_without_returning(&tx)
        .await?;
        tx.commit().await?;
        Ok(token)
    }
}
