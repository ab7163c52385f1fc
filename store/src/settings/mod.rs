//! Settings in the app: the access matrix, its versions, a new one tried and put in force, and what somebody's offices
//! give them; and the case types.
//!
//! For whoever may not see the settings nothing of this is there ([`StoreError::NotFound`]); who sees them and may not
//! change them is told so ([`StoreError::Forbidden`]).

mod case_types;
mod change;
mod change_case_types;
mod check;
mod dry_run;
mod holders;
mod imagined;
mod matrix;
mod person;
mod publish;
mod versions;

pub use change_case_types::TypesPublished;
pub use publish::Published;

use crate::{StoreError, Viewer};

/// The right to read the settings.
pub(crate) struct SettingsReader(());

impl SettingsReader {
    fn of(viewer: &Viewer) -> Result<Self, StoreError> {
        if viewer.grants.may_see_settings() { Ok(Self(())) } else { Err(StoreError::NotFound) }
    }
}

/// The right to change them.
struct SettingsWriter(());

impl SettingsWriter {
    fn of(viewer: &Viewer) -> Result<Self, StoreError> {
        SettingsReader::of(viewer)?;
        if viewer.grants.may_change_settings() { Ok(Self(())) } else { Err(StoreError::Forbidden) }
    }
}
