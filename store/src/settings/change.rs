//! A change of one office, or of its rights, on its way: what was ticked and typed is kept as a draft at every step.

use std::collections::BTreeMap;

use domain::access::Policy;
use domain::org::{Office, OfficeFacts};
use domain::settings::{EditView, OfficeForm, OfficeTyped, PolicyTyped, Proposed, Right, Step};

use crate::drafts::Draft;
use crate::{Store, StoreError, Viewer};

use super::SettingsWriter;

/// The name of the draft.
pub(super) fn form(what: Proposed) -> String {
    match what {
        Proposed::Office(office) => format!("policy/{office}"),
        Proposed::NewOffice => "policy/office".to_owned(),
        Proposed::Facts(office) => format!("policy/office/{office}"),
        Proposed::Version(version) => format!("policy/version/{version}"),
    }
}

/// What a form for an office is about.
fn about(office: Option<Office>) -> Proposed {
    office.map_or(Proposed::NewOffice, Proposed::Facts)
}

/// The office that is changed, when it is not a new one.
pub(super) fn named(policy: &Policy, office: Option<Office>) -> Result<Option<&OfficeFacts>, StoreError> {
    office.map(|office| policy.offices().get(office).ok_or(StoreError::NotFound)).transpose()
}

impl Store {
    /// The form for an office's rights as they are ticked, or as they are when nothing was begun.
    pub async fn edit_rights(&self, viewer: &Viewer, office: Office) -> Result<EditView, StoreError> {
        let _writer = SettingsWriter::of(viewer)?;
        let now = self.policy().await?;
        let facts = now.offices().get(office).cloned().ok_or(StoreError::NotFound)?;
        let draft = self.draft::<PolicyTyped>(viewer, &form(Proposed::Office(office))).await?;
        let begun = draft.is_some();
        let typed = draft.map_or_else(|| PolicyTyped::of(&now, office), |draft| draft.typed);
        let wrong = match (typed.refused, typed.policy(office, &now)) {
            (Some(refused), Err((step, wrong))) if refused == step => wrong,
            _ => Vec::new(),
        };
        let rights = now.rules_of(office).map(Right::from).collect();
        Ok(EditView { facts, now: rights, begun, new: typed.new_rights(office, &now), typed, wrong })
    }

    /// Keeps what was ticked, and says which step comes next: the same one when it is refused. `base` is the version
    /// whose rights the form showed.
    pub async fn keep_rights(
        &self,
        viewer: &Viewer,
        office: Office,
        base: i32,
        rights: BTreeMap<String, Vec<String>>,
    ) -> Result<Step, StoreError> {
        self.keep_step(viewer, office, Step::Rights, |typed| (typed.base, typed.rights) = (base, rights)).await
    }

    /// Keeps the reasons, likewise.
    pub async fn keep_reasons(
        &self,
        viewer: &Viewer,
        office: Office,
        reasons: BTreeMap<String, String>,
        others: String,
    ) -> Result<Step, StoreError> {
        self.keep_step(viewer, office, Step::Reasons, |typed| (typed.reasons, typed.others) = (reasons, others)).await
    }

    async fn keep_step(
        &self,
        viewer: &Viewer,
        office: Office,
        step: Step,
        change: impl FnOnce(&mut PolicyTyped),
    ) -> Result<Step, StoreError> {
        let _writer = SettingsWriter::of(viewer)?;
        let now = self.policy().await?;
        now.offices().get(office).ok_or(StoreError::NotFound)?;
        let form = form(Proposed::Office(office));
        let kept = self.draft::<PolicyTyped>(viewer, &form).await?;
        let mut typed = kept.map_or_else(|| PolicyTyped::of(&now, office), |draft| draft.typed);
        change(&mut typed);
        let next = match typed.policy(office, &now) {
            Err((open, _)) => open,
            Ok(_) if step == Step::Rights && !typed.new_rights(office, &now).is_empty() => Step::Reasons,
            Ok(_) => Step::Check,
        };
        // A later step that is still open is not refused before somebody has been there.
        typed.refused = (next <= step).then_some(next);
        self.keep_draft(viewer, &form, &Draft { typed, ..Draft::default() }).await?;
        Ok(next)
    }

    /// The form for an office as it is typed, or as it is when nothing was begun; `None` for a new one.
    pub async fn edit_office(&self, viewer: &Viewer, office: Option<Office>) -> Result<OfficeForm, StoreError> {
        let _writer = SettingsWriter::of(viewer)?;
        let policy = self.policy().await?;
        let now = named(&policy, office)?.cloned();
        let draft = self.draft::<PolicyTyped>(viewer, &form(about(office))).await?;
        let begun = draft.is_some();
        let typed = draft.map_or_else(|| PolicyTyped::of_office(&policy, now.as_ref()), |draft| draft.typed);
        let wrong = match (typed.refused, typed.with_office(office, &policy)) {
            (Some(Step::Office), Err((_, wrong))) => wrong,
            _ => Vec::new(),
        };
        Ok(OfficeForm { now, begun, typed, wrong })
    }

    /// Keeps what was typed of an office, and says which step comes next: the same one when it is refused. `base` is the
    /// version that the form was made from.
    pub async fn keep_office(&self, viewer: &Viewer, office: Option<Office>, base: i32, facts: OfficeTyped) -> Result<Step, StoreError> {
        let _writer = SettingsWriter::of(viewer)?;
        let policy = self.policy().await?;
        let now = named(&policy, office)?;
        let form = form(about(office));
        let kept = self.draft::<PolicyTyped>(viewer, &form).await?;
        let kept = kept.map_or_else(|| PolicyTyped::of_office(&policy, now), |draft| draft.typed);
        let mut typed = PolicyTyped { base, office: facts, ..kept };
        typed.refused = typed.with_office(office, &policy).err().map(|(step, _)| step);
        let next = typed.refused.unwrap_or(Step::Check);
        self.keep_draft(viewer, &form, &Draft { typed, ..Draft::default() }).await?;
        Ok(next)
    }

    /// Throws a change away that was begun.
    pub async fn drop_change(&self, viewer: &Viewer, what: Proposed) -> Result<(), StoreError> {
        let _writer = SettingsWriter::of(viewer)?;
        self.drop_draft(viewer, &form(what)).await
    }

    /// Goes on with what was chosen after others have changed the matrix, and one has seen how.
    pub async fn go_on_from(&self, viewer: &Viewer, what: Proposed, seen: i32) -> Result<(), StoreError> {
        let _writer = SettingsWriter::of(viewer)?;
        let draft = self.draft::<PolicyTyped>(viewer, &form(what)).await?.ok_or(StoreError::NotFound)?;
        let typed = PolicyTyped { base: seen, ..draft.typed };
        self.keep_draft(viewer, &form(what), &Draft { typed, ..Draft::default() }).await
    }
}
