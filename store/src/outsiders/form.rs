//! The form about somebody else in a case.

use domain::outsiders::{OutsiderForm, OutsiderTyped};
use domain::{CaseId, FieldErrors, OutsiderId, drafts};

use crate::access_log::Look;
use crate::cases::CaseWork;
use crate::drafts::Draft;
use crate::{Store, StoreError, Viewer};
use domain::lifecycle::Deed;

impl Store {
    /// The form for one more, or for what stands about this one; for those who may add to the case, and with what they
    /// have typed before. The look is logged.
    pub async fn outsider_form(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: Option<OutsiderId>,
        key: String,
    ) -> Result<OutsiderForm, StoreError> {
        let work = self.unless_guessing(viewer, CaseWork::shown(&self.db, viewer, case, Deed::Add).await).await?;
        let case = work.readable();
        self.log_look(viewer, Look::Case(case.id())).await?;
        let now = match id {
            Some(id) => Some(super::shown(&super::one(&self.db, case, id).await?, &self.content_key(&self.db, case).await?)?),
            None => None,
        };
        let draft = self.draft::<(i32, OutsiderTyped)>(viewer, &drafts::outsider(case.id(), id)).await?;
        let version = now.as_ref().map_or(0, |now| now.version);
        let (typed, errors, too_late) = match draft {
            Some(Draft { typed: (seen, typed), errors }) => (typed, errors, seen != version),
            None => (now.as_ref().map(|now| now.who.typed()).unwrap_or_default(), FieldErrors::default(), false),
        };
        Ok(OutsiderForm { case: case.id(), number: case.number(), now, key, typed, errors, too_late })
    }
}
