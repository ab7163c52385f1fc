//! What a session stands for at this instant.

use domain::sessions::SessionId;
use domain::{MemberId, Timestamp};
use sea_orm::{ColumnTrait, QueryFilter};
use tokio::sync::OnceCell;

use crate::crypto::Token;
use crate::entity::{member, session, unit};
use crate::viewer::{SignedIn, Viewer};
use crate::{Store, StoreError, scope};

use super::{ABSOLUTE_SECONDS, IDLE_SECONDS};

impl Store {
    /// Who this browser is, with the mandates of this very moment; `None` when there is no live session.
    pub async fn signed_in(&self, token: &Token, request_id: &str) -> Result<Option<SignedIn>, StoreError> {
        let now = self.clock.now();
        let Some((row, Some(person))) = scope::session(&token.hash()).one(&self.db).await? else { return Ok(None) };
        if !self.is_live(&row, now) || person.ended_at.is_some() {
            return Ok(None);
        }
        self.mark_seen(&row, now);
        self.stands_for(person, super::own::id_of(&row.token_hash), now, request_id).await.map(Some)
    }

    /// Whose session this is or was, over or not, and what they may do at this very moment. It lets nobody in: it is asked
    /// only whether what was sent with it may be kept, or must be thrown away.
    pub(crate) async fn was_signed_in(&self, token: &Token, request_id: &str) -> Result<Option<(MemberId, SignedIn)>, StoreError> {
        let Some((row, Some(person))) = scope::session(&token.hash()).one(&self.db).await? else { return Ok(None) };
        if person.ended_at.is_some() {
            return Ok(None);
        }
        let id = person.id;
        let signed_in = self.stands_for(person, super::own::id_of(&row.token_hash), self.clock.now(), request_id).await?;
        Ok(Some((id, signed_in)))
    }

    /// Whether a session may still be used.
    pub(super) fn is_live(&self, row: &session::Model, now: Timestamp) -> bool {
        self.seen.last(row) >= now.plus_seconds(-IDLE_SECONDS) && row.created_at >= now.plus_seconds(-ABSOLUTE_SECONDS)
    }

    async fn stands_for(
        &self,
        person: member::Model,
        session: SessionId,
        now: Timestamp,
        request_id: &str,
    ) -> Result<SignedIn, StoreError> {
        let today = now.oslo_date();
        let (policy, case_types) = self.in_force().await?;
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
        Ok(SignedIn::Viewer(Viewer {
            grants,
            policy,
            case_types,
            name,
            today,
            request_id: request_id.to_owned(),
            helps,
            session,
            reached: OnceCell::new(),
        }))
    }
}
