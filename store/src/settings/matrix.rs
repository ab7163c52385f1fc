//! The matrix in force, by office.

use domain::access::Policy;
use domain::org::OfficeFacts;
use domain::settings::{MatrixView, OfficeRights, Right};

use crate::{Store, StoreError, Viewer};

use super::SettingsReader;

impl Store {
    /// Every office, with what it may see and do, how far, and why.
    pub async fn matrix(&self, viewer: &Viewer) -> Result<MatrixView, StoreError> {
        let reader = SettingsReader::of(viewer)?;
        let policy = self.policy().await?;
        let offices = policy.offices().iter().map(|facts| rights(&policy, facts)).collect();
        let version = self.version_row(&reader, policy.version).await?;
        Ok(MatrixView { version, offices, may_change: viewer.grants.may_change_settings() })
    }
}

fn rights(policy: &Policy, facts: &OfficeFacts) -> OfficeRights {
    OfficeRights { facts: facts.clone(), rights: policy.rules_of(facts.office).map(Right::from).collect() }
}
