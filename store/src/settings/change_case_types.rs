//! A file of case types on its way: pasted, looked over, and put in force.

use domain::IdempotencyKey;
use domain::cases::{CaseTypes, type_difference};
use domain::settings::{TypesCheck, TypesForm, TypesTyped};

use crate::access_log::{Detail, Look};
use crate::drafts::{self, Draft};
use crate::entity::case_types;
use crate::{Store, StoreError, Viewer, case_types as versions, scope};

use super::SettingsWriter;

/// The name of the draft.
const FORM: &str = "case_types";

/// What came of putting a file in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypesPublished {
    /// This version is in force.
    Version(i32),
    /// Something in the file must be put right first: it is kept.
    Refused,
    /// The types have changed since they were looked over, the file changes nothing, or the reason will not do: the last
    /// page says which.
    Look,
}

impl Store {
    /// The file as it was left, with everything that is wrong with it; or the one in force when nothing was begun.
    pub async fn case_types_form(&self, viewer: &Viewer) -> Result<TypesForm, StoreError> {
        let _writer = SettingsWriter::of(viewer)?;
        let now = self.case_types().await?;
        if let Some(Draft { typed, .. }) = self.draft::<TypesTyped>(viewer, FORM).await? {
            let wrong = now.followed_by(&typed.contents).err().map(|errors| errors.0).unwrap_or_default();
            return Ok(TypesForm { contents: typed.contents, begun: true, wrong });
        }
        let contents = self.case_types_text(Some(now.version)).await?.unwrap_or_default();
        Ok(TypesForm { contents, begun: false, wrong: Vec::new() })
    }

    /// Keeps a file, and says whether it is whole and sensible.
    pub async fn keep_case_types(&self, viewer: &Viewer, contents: &str) -> Result<bool, StoreError> {
        let _writer = SettingsWriter::of(viewer)?;
        let now = self.case_types().await?;
        // A browser sends line ends of two characters.
        let contents = contents.replace("\r\n", "\n");
        let whole = now.followed_by(&contents).is_ok();
        let typed = TypesTyped { base: now.version, contents, ..TypesTyped::default() };
        self.keep_draft(viewer, FORM, &Draft { typed, ..Draft::default() }).await?;
        Ok(whole)
    }

    /// What would be put in force, and how it differs. `None` when nothing was begun, or the file will not do.
    pub async fn check_case_types_change(&self, viewer: &Viewer, key: String) -> Result<Option<TypesCheck>, StoreError> {
        let _writer = SettingsWriter::of(viewer)?;
        let Some(Draft { typed, .. }) = self.draft::<TypesTyped>(viewer, FORM).await? else { return Ok(None) };
        let now = self.case_types().await?;
        let Ok(then) = now.followed_by(&typed.contents) else { return Ok(None) };
        let wrong = typed.refused.then(|| typed.checked_note().err()).flatten();
        let changes = type_difference(&now, &then);
        Ok(Some(TypesCheck { base: now.version, changed_since: typed.base != now.version, changes, note: typed.note, wrong, key }))
    }

    /// Puts the file in force, from the next request on every node, and throws its draft away. The same key again gives the
    /// version that it made the first time. `base` is the version that the difference was shown against: of two who put
    /// theirs in force at once, the second is told. The access log has it before it holds.
    pub async fn publish_case_types(
        &self,
        viewer: &Viewer,
        key: IdempotencyKey,
        base: i32,
        note: &str,
    ) -> Result<TypesPublished, StoreError> {
        let _writer = SettingsWriter::of(viewer)?;
        if let Some(version) = self.types_made_with(viewer, key).await? {
            return Ok(TypesPublished::Version(version));
        }
        let draft = self.draft::<TypesTyped>(viewer, FORM).await?;
        let Some(Draft { mut typed, .. }) = draft else {
            // Of two clicks at once, the second comes here when the first has just been done.
            let made = self.types_made_with(viewer, key).await?;
            return Ok(made.map_or(TypesPublished::Refused, TypesPublished::Version));
        };
        let now = self.case_types().await?;
        let Ok(then) = now.followed_by(&typed.contents) else { return Ok(TypesPublished::Refused) };
        note.clone_into(&mut typed.note);
        let kept = typed.checked_note();
        typed.refused = kept.is_err();
        let same = type_difference(&now, &then).is_empty();
        let Some(note) = kept.ok().filter(|_| base == now.version && !same) else {
            self.keep_draft(viewer, FORM, &Draft { typed, ..Draft::default() }).await?;
            return Ok(TypesPublished::Look);
        };
        let detail = Detail { words: note.clone(), ..Detail::of(viewer) };
        self.log_detailed(viewer, Look::CaseTypesChanged(key), &detail).await?;
        self.insert_types(viewer, key, note, &typed.contents, &then).await
    }

    /// Throws the file away.
    pub async fn drop_case_types(&self, viewer: &Viewer) -> Result<(), StoreError> {
        let _writer = SettingsWriter::of(viewer)?;
        self.drop_draft(viewer, FORM).await
    }

    async fn types_made_with(&self, viewer: &Viewer, key: IdempotencyKey) -> Result<Option<i32>, StoreError> {
        Ok(scope::case_types_made_by(viewer, key).one(&self.db).await?.map(|row| row.version))
    }

    async fn insert_types(
        &self,
        viewer: &Viewer,
        key: IdempotencyKey,
        note: String,
        contents: &str,
        then: &CaseTypes,
    ) -> Result<TypesPublished, StoreError> {
        let tx = self.begin().await?;
        // Whoever else writes a version waits here, and then sees this one.
        let now = versions::in_force(&tx).await?;
        if let Some(row) = scope::case_types_made_by(viewer, key).one(&tx).await? {
            return Ok(TypesPublished::Version(row.version));
        }
        if now.version + 1 != then.version {
            return Ok(TypesPublished::Look);
        }
        let row = case_types::Model {
            version: then.version,
            made_at: self.clock.now(),
            made_by: viewer.name().to_owned(),
            note,
            contents: contents.to_owned(),
            standard: false,
            person_id: Some(viewer.person()),
            idempotency_key: Some(key),
        };
        versions::insert(&tx, row).await?;
        drafts::drop_in(&tx, viewer, FORM).await?;
        tx.commit().await?;
        Ok(TypesPublished::Version(then.version))
    }
}
