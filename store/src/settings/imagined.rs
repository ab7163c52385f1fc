//! Somebody as they are, or would be: for counting and judging on behalf of whoever looks after the settings.

use std::sync::Arc;

use domain::access::{CaseAction, DataClass, Grants, Policy};
use domain::sessions::SessionId;
use domain::settings::Reached;
use domain::{Date, MemberId};
use tokio::sync::OnceCell;

use crate::{Store, StoreError, Viewer};

use super::SettingsReader;

/// A viewer who has not logged in. It never leaves this folder, opens nothing, and does not reach protected members:
/// neither a count nor an answer may tell those who look after the settings that there is one.
pub(super) struct Imagined(Viewer);

impl Imagined {
    /// The viewer, for a scope.
    pub(super) fn viewer(&self) -> &Viewer {
        &self.0
    }
}

impl Store {
    /// What a person would be under a policy.
    pub(super) async fn imagine(&self, _: &SettingsReader, person: MemberId, policy: &Policy, today: Date) -> Result<Imagined, StoreError> {
        Ok(imagined(self.grants(person, policy, today).await?, policy, today))
    }

    /// Exactly how much they reach.
    pub(super) async fn reached(&self, imagined: &Imagined) -> Result<Reached, StoreError> {
        let viewer = imagined.viewer();
        Ok(Reached {
            members: self.members_in_reach(viewer).await?,
            known: self.cases_in_reach(viewer, CaseAction::Know).await?,
            read: self.cases_in_reach(viewer, CaseAction::Read).await?,
        })
    }
}

fn imagined(mut grants: Grants, policy: &Policy, today: Date) -> Imagined {
    for grant in &mut grants.list {
        grant.powers.retain(|power| power.class != DataClass::MemberProtected);
    }
    Imagined(Viewer {
        grants,
        policy: Arc::new(policy.clone()),
        case_types: Arc::default(),
        name: String::new(),
        today,
        request_id: String::new(),
        helps: false,
        session: SessionId(uuid::Uuid::nil()),
        reached: OnceCell::new(),
    })
}
