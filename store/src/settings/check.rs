//! Everything there is to see before a new version is put in force.

use std::sync::Arc;

use domain::access::{Difference, Policy, difference};
use domain::org::Office;
use domain::settings::{CheckView, PolicyTyped, Proposed, Refused, Step};

use crate::{Store, StoreError, Viewer};

use super::change::{form, named};
use super::{SettingsReader, SettingsWriter};

/// A proposal held against the matrix in force.
pub(super) struct Weighed {
    pub(super) now: Arc<Policy>,
    pub(super) typed: PolicyTyped,
    /// The matrix as it would be, or the step at which something is wrong.
    pub(super) then: Result<Policy, Refused>,
}

impl Store {
    /// What would be put in force, how it differs, and what would happen. The step at which something is still wrong,
    /// when the proposal is not whole.
    pub async fn check_change(&self, viewer: &Viewer, what: Proposed, key: String) -> Result<Result<CheckView, Step>, StoreError> {
        let _writer = SettingsWriter::of(viewer)?;
        let reader = SettingsReader::of(viewer)?;
        let Weighed { now, typed, then } = self.weigh(viewer, what).await?;
        let then = match then {
            Ok(then) => then,
            Err((step, _)) => return Ok(Err(step)),
        };
        let changes = difference(&now, &then);
        let meanwhile = match typed.base == now.version {
            true => Difference::default(),
            false => difference(&self.policy_at(typed.base).await?, &now),
        };
        let wrong = if typed.refused == Some(Step::Check) { typed.checked_note().err().into_iter().collect() } else { Vec::new() };
        Ok(Ok(CheckView {
            what,
            base: typed.base,
            now: self.version_row(&reader, now.version).await?,
            meanwhile,
            dry_run: self.dry_run(&reader, &now, &then, &changes.rights, viewer.today).await?,
            gives_self: gives_self(viewer, &now, &then),
            changes,
            note: typed.note,
            wrong,
            key,
        }))
    }

    pub(super) async fn weigh(&self, viewer: &Viewer, what: Proposed) -> Result<Weighed, StoreError> {
        let now = self.policy().await?;
        let draft = self.draft::<PolicyTyped>(viewer, &form(what)).await?.map(|draft| draft.typed);
        let (typed, then) = match what {
            Proposed::Office(office) => {
                named(&now, Some(office))?;
                let typed = draft.unwrap_or_else(|| PolicyTyped::of(&now, office));
                let then = typed.policy(office, &now);
                (typed, then)
            }
            Proposed::NewOffice => weigh_office(&now, draft, None)?,
            Proposed::Facts(office) => weigh_office(&now, draft, Some(office))?,
            Proposed::Version(version) => {
                let typed = draft.unwrap_or_else(|| PolicyTyped { base: now.version, ..PolicyTyped::default() });
                // Offices that were added since stay, without rights.
                let then = self.policy_at(version).await?.keeping(now.offices());
                // One that was made before this was asked of any.
                let locked = |_| StoreError::Inconsistent { table: "policies", what: "an old version that would lock somebody out" };
                then.locks_nobody_out().map_err(locked)?;
                (typed, Ok(then))
            }
        };
        Ok(Weighed { now, typed, then })
    }
}

/// An office that is added or changed, as its draft says, or as it is.
fn weigh_office(
    now: &Policy,
    draft: Option<PolicyTyped>,
    office: Option<Office>,
) -> Result<(PolicyTyped, Result<Policy, Refused>), StoreError> {
    let facts = named(now, office)?;
    let typed = draft.unwrap_or_else(|| PolicyTyped::of_office(now, facts));
    let then = typed.with_office(office, now);
    Ok((typed, then))
}

/// Whether an office that the viewer holds would get more.
pub(super) fn gives_self(viewer: &Viewer, now: &Policy, then: &Policy) -> bool {
    let held = |office| viewer.grants.list.iter().any(|grant| grant.office == office);
    difference(now, then).rights.iter().any(|change| held(change.office) && change.widens())
}
