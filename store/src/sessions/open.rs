//! Finding who logged in, and opening their session.

use domain::MemberId;
use domain::identity::NationalId;
use domain::sessions::Device;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter};

use crate::crypto::Token;
use crate::entity::session;
use crate::{Store, StoreError};

use super::{ABSOLUTE_SECONDS, IDLE_SECONDS, REMEMBERED_SECONDS};

/// Somebody the registry knows. No account is made: being in the registry is enough to be recognised, and
/// only an active mandate gives anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub(crate) id: MemberId,
}

impl Store {
    /// The person with this national id, if the registry has one.
    pub async fn person_by_national_id(&self, id: &NationalId) -> Result<Option<Person>, StoreError> {
        let mut keys = self.keys.current(&self.db).await?;
        loop {
            let found = crate::scope::person_by_index(keys.national_id_indexes(id)?).one(&self.db).await?;
            if let Some(row) = found {
                return Ok(Some(Person { id: row.id }));
            }
            // The row may have come under a new key while we looked for it under the old ones.
            let now = self.keys.current(&self.db).await?;
            if now.active() == keys.active() {
                return Ok(None);
            }
            keys = now;
        }
    }

    /// Opens a session on a device that is not known.
    pub async fn open_session(&self, person: &Person, acr: &str, id_token: Option<&str>) -> Result<Token, StoreError> {
        self.open_session_on(person, acr, id_token, Device::default()).await
    }

    /// Opens a session with a new secret, and clears away those that have been over for long.
    pub async fn open_session_on(&self, person: &Person, acr: &str, id_token: Option<&str>, device: Device) -> Result<Token, StoreError> {
        let now = self.clock.now();
        let token = Token::fresh();
        let (tx, keys) = self.begin_sealing().await?;
        let sealed = id_token.map(|id_token| keys.seal(&super::id_token_place(person.id), id_token.as_bytes())).transpose()?;
        // What is not over must not be taken for it.
        self.write_seen_in(&tx).await?;
        session::Entity::delete_many()
            .filter(
                Condition::any()
                    .add(session::Column::LastSeenAt.lt(now.plus_seconds(-IDLE_SECONDS - REMEMBERED_SECONDS)))
                    .add(session::Column::CreatedAt.lt(now.plus_seconds(-ABSOLUTE_SECONDS - REMEMBERED_SECONDS))),
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
            device: Set(Some(device.to_string())),
        })
        .exec_without_returning(&tx)
        .await?;
        tx.commit().await?;
        Ok(token)
    }
}
