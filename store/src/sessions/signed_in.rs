//! What a session stands for at this instant.

use domain::Timestamp;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::crypto::Token;
use crate::entity::{member, session, unit};
use crate::viewer::{SignedIn, Viewer};
use crate::{Store, StoreError, scope};

use super::{ABSOLUTE_SECONDS, IDLE_SECONDS, SEEN_EVERY_SECONDS};

impl Store {
    /// Who this browser is, with the mandates of this very moment; `None` when there is no live session.
    pub async fn signed_in(&self, token: &Token, request_id: &str) -> Result<Option<SignedIn>, StoreError> {
        let now = self.clock.now();
        let Some(row) = scope::session(&token.hash()).one(&self.db).await? else { return Ok(None) };
        if row.last_seen_at < now.plus_seconds(-IDLE_SECONDS) || row.created_at < now.plus_seconds(-ABSOLUTE_SECONDS) {
            return Ok(None);
        }
        let Some(person) = scope::person(row.person_id).one(&self.db).await?.filter(|person| person.ended_at.is_none()) else {
            return Ok(None);
        };
        if row.last_seen_at < now.plus_seconds(-SEEN_EVERY_SECONDS) {
            self.mark_seen(row.token_hash, now).await?;
        }
        self.stands_for(person, now, request_id).await.map(Some)
    }

    async fn mark_seen(&self, token_hash: Vec<u8>, now: Timestamp) -> Result<(), StoreError> {
        let tx = self.begin().await?;
        session::Entity::update_many()
            .set(session::ActiveModel { last_seen_at: Set(now), ..<session::ActiveModel as sea_orm::ActiveModelTrait>::default() })
            .filter(session::Column::TokenHash.eq(token_hash))
            .exec(&tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    async fn stands_for(&self, person: member::Model, now: Timestamp, request_id: &str) -> Result<SignedIn, StoreError> {
        let today = now.oslo_date();
        let policy = self.policy().await?;
        let grants = self.grants(person.id, &policy, today).await?;
        let name = format!("{} {}", person.given_name, person.family_name);
        if grants.list.is_empty() {
            let local = scope::units().filter(unit::Column::Id.eq(person.local_id)).one(&self.db).await?;
            let local = local.as_ref();
            return Ok(SignedIn::WithoutMandate {
                name,
                local: local.map(|unit| unit.name.clone()).unwrap_or_default(),
                phone: local.and_then(|unit| unit.phone.clone()),
                email: local.and_then(|unit| unit.email.clone()),
            });
        }
        let helps = !grants.show_members() && grants.may_help() && scope::helped_by(grants.person).one(&self.db).await?.is_some();
        Ok(SignedIn::Viewer(Viewer { grants, name, today, request_id: request_id.to_owned(), helps }))
    }
}
