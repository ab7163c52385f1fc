//! The matrix in force, by office.

use domain::access::Policy;
use domain::org::Office;
use domain::settings::{MatrixView, OfficeRights, Right};

use crate::{Store, StoreError, Viewer};

use super::SettingsReader;

impl Store {
    /// Every office, with what it may see and do, how far, and why.
    pub async fn matrix(&self, viewer: &Viewer) -> Result<MatrixView, StoreError> {
        let reader = SettingsReader::of(viewer)?;
        let policy = self.policy().await?;
        let offices = Office::ALL.iter().map(|office| rights(&policy, *office)).collect();
        let version = self.version_row(&reader, policy.version).await?;
        Ok(MatrixView { version, offices, may_change: viewer.grants.may_change_settings() })
    }
}

pub(super) fn rights(policy: &Policy, office: Office) -> OfficeRights {
    OfficeRights { office, held_at: office.held_at().to_vec(), rights: policy.rules_of(office).map(Right::from).collect() }
}
