//! What a session stands for at this instant.

use domain::sessions::SessionId;
use domain::{Date, MemberId, Timestamp};
use sea_orm::{ColumnTrait, QueryFilter};
use tokio::sync::OnceCell;

use crate::crypto::Token;
use crate::entity::{session, unit};
use crate::scope::{self, Held, InForce, Person};
use crate::viewer::{SignedIn, Viewer};
use crate::{Store, StoreError};

use super::{ABSOLUTE_SECONDS, IDLE_SECONDS};

/// Who asks, and with what.
struct Asking {
    session: SessionId,
    person: Person,
    in_force: InForce,
    held: Vec<Held>,
    today: Date,
}

impl Store {
    /// Who this browser is, with the mandates of this very moment; `None` when there is no live session.
    pub async fn signed_in(&self, token: &Token, request_id: &str) -> Result<Option<SignedIn>, StoreError> {
        let now = self.clock.now();
        let Some((session, asking)) = self.asking(token, now).await? else { return Ok(None) };
        if !self.is_live(&session, now) || asking.person.ended_at.is_some() {
            return Ok(None);
        }
        self.mark_seen(&session, now);
        self.stands_for(asking, request_id).await.map(Some)
    }

    /// Whose session this is or was, over or not, and what they may do at this very moment. It lets nobody in: it is asked
    /// only whether what was sent with it may be kept, or must be thrown away.
    pub(crate) async fn was_signed_in(&self, token: &Token, request_id: &str) -> Result<Option<(MemberId, SignedIn)>, StoreError> {
        let Some((_, asking)) = self.asking(token, self.clock.now()).await? else { return Ok(None) };
        if asking.person.ended_at.is_some() {
            return Ok(None);
        }
        let id = asking.person.id;
        Ok(Some((id, self.stands_for(asking, request_id).await?)))
    }

    async fn asking(&self, token: &Token, now: Timestamp) -> Result<Option<(session::Model, Asking)>, StoreError> {
        let today = now.oslo_date();
        let mut rows = scope::asking(&token.hash(), today).all(&self.db).await?.into_iter();
        let Some(first) = rows.next() else { return Ok(None) };
        let held = first.held.into_iter().chain(rows.filter_map(|row| row.held)).collect();
        let session = super::own::id_of(&first.session.token_hash);
        Ok(Some((first.session, Asking { session, person: first.person, in_force: first.in_force, held, today })))
    }

    /// Whether a session may still be used.
    pub(super) fn is_live(&self, row: &session::Model, now: Timestamp) -> bool {
        self.seen.last(row) >= now.plus_seconds(-IDLE_SECONDS) && row.created_at >= now.plus_seconds(-ABSOLUTE_SECONDS)
    }

    async fn stands_for(&self, asking: Asking, request_id: &str) -> Result<SignedIn, StoreError> {
        let Asking { session, person, in_force, held, today } = asking;
        let (policy, case_types) = self.in_force(in_force).await?;
        let grants = self.grants_of(person.id, held, &policy).await?;
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
