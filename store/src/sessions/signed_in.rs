//! What a session stands for at this instant.

use std::collections::HashMap;

use domain::access::{Grant, Grants};
use domain::sessions::SessionId;
use domain::{Timestamp, UnitId};
use sea_orm::{ColumnTrait, QueryFilter};

use crate::crypto::Token;
use crate::entity::{member, session, unit};
use crate::viewer::{SignedIn, Viewer};
use crate::{Store, StoreError, scope};

use super::{ABSOLUTE_SECONDS, IDLE_SECONDS};

impl Store {
    /// Who this browser is, with the mandates of this very moment; `None` when there is no live session.
    pub async fn signed_in(&self, token: &Token, request_id: &str) -> Result<Option<SignedIn>, StoreError> {
        let now = self.clock.now();
        let Some(row) = scope::session(&token.hash()).one(&self.db).await? else { return Ok(None) };
        if !self.is_live(&row, now) {
            return Ok(None);
        }
        let Some(person) = scope::person(row.person_id).one(&self.db).await?.filter(|person| person.ended_at.is_none()) else {
            return Ok(None);
        };
        self.mark_seen(&row, now);
        self.stands_for(person, super::own::id_of(&row.token_hash), now, request_id).await.map(Some)
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
        let mandates = scope::active_mandates(person.id, today).all(&self.db).await?;
        let wanted = mandates.iter().map(|mandate| mandate.unit_id).chain([person.local_id]);
        let units: HashMap<UnitId, unit::Model> =
            scope::units().filter(unit::Column::Id.is_in(wanted)).all(&self.db).await?.into_iter().map(|unit| (unit.id, unit)).collect();
        let policy = self.policy().await?;
        let covered = scope::coverages_of(mandates.iter().map(|mandate| mandate.unit_id)).all(&self.db).await?;
        let name = format!("{} {}", person.given_name, person.family_name);
        let list: Vec<Grant> = mandates
            .into_iter()
            .filter_map(|mandate| {
                // A unit that has ended gives nothing, whatever the mandate says.
                let unit = units.get(&mandate.unit_id).filter(|unit| unit.ended_at.is_none())?;
                let employers = match mandate.workplace_number {
                    Some(named) => vec![named],
                    None => covered.iter().filter(|row| row.unit_id == unit.id).map(|row| row.employer_number).collect(),
                };
                Some(Grant {
                    mandate: mandate.id,
                    office: mandate.office,
                    unit: unit.id,
                    unit_name: unit.name.clone(),
                    workplace: mandate.workplace_number,
                    employers,
                    until: mandate.to_date,
                    powers: policy.powers(mandate.office),
                })
            })
            .collect();
        if list.is_empty() {
            let local = units.get(&person.local_id);
            return Ok(SignedIn::WithoutMandate {
                name,
                local: local.map(|unit| unit.name.clone()).unwrap_or_default(),
                phone: local.and_then(|unit| unit.phone.clone()),
                email: local.and_then(|unit| unit.email.clone()),
            });
        }
        let grants = Grants { person: person.id, list };
        let helps = !grants.show_members() && grants.may_help() && scope::helped_by(grants.person).one(&self.db).await?.is_some();
        Ok(SignedIn::Viewer(Viewer { grants, name, today, request_id: request_id.to_owned(), helps, session }))
    }
}
