//! The letter templates in force: the newest version that the union has made, or the standard.

use std::sync::{Arc, Mutex, PoisonError};

use domain::letters::{TemplateChange, Templates, TemplatesError};
use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel, QueryOrder, QuerySelect};

use crate::entity::letter_templates;
use crate::{Store, StoreError, scope};

/// The version that was read last. Which one holds is asked of the database each time, so that a change is in force on every
/// node at once; only its file is not read again.
#[derive(Debug, Default)]
pub(crate) struct TemplateVersions(Mutex<Option<Arc<Templates>>>);

/// Why a new version was not taken.
#[derive(Debug, thiserror::Error)]
pub enum NewTemplatesError {
    /// The file is wrong.
    #[error(transparent)]
    File(#[from] TemplatesError),
    /// The database would not.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Store {
    /// The templates that hold now.
    pub async fn letter_templates(&self) -> Result<Arc<Templates>, StoreError> {
        self.templates_in(&self.db).await
    }

    /// The same, as a transaction sees them.
    pub(crate) async fn templates_in(&self, db: &impl ConnectionTrait) -> Result<Arc<Templates>, StoreError> {
        let newest: Option<i32> = scope::letter_template_versions()
            .select_only()
            .column(letter_templates::Column::Version)
            .order_by_desc(letter_templates::Column::Version)
            .limit(1)
            .into_tuple()
            .one(db)
            .await?;
        let known = || self.template_versions.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(templates) = known().as_ref().filter(|known| known.version == newest.unwrap_or(0)) {
            return Ok(templates.clone());
        }
        let read = Arc::new(in_force(db).await?);
        *known() = Some(read.clone());
        Ok(read)
    }

    /// The file of a version, or of the one that holds now, as it was written; `None` when there is no such version.
    pub async fn letter_templates_text(&self, version: Option<i32>) -> Result<Option<String>, StoreError> {
        let rows = scope::letter_template_versions().order_by_desc(letter_templates::Column::Version);
        let row = match version {
            Some(version) => scope::letter_templates_at(version).one(&self.db).await?,
            None => rows.one(&self.db).await?,
        };
        let standard = || version.is_none().then(Templates::standard_text);
        Ok(row.map(|row| row.contents).or_else(standard))
    }

    /// What a file would change, were it put in force.
    pub async fn check_letter_templates(&self, contents: &str) -> Result<Vec<TemplateChange>, NewTemplatesError> {
        let now = self.letter_templates().await?;
        Ok(now.followed_by(contents)?.difference(&now))
    }

    /// Makes a file a new version, in force at once. Versions are added to, never changed.
    pub async fn set_letter_templates(&self, contents: &str, made_by: &str, note: &str) -> Result<i32, NewTemplatesError> {
        let tx = self.begin().await?;
        // Of two who put a version in force at once, the second is refused by its number.
        let then = in_force(&tx).await?.followed_by(contents)?;
        let row = letter_templates::Model {
            version: then.version,
            made_at: self.clock.now(),
            made_by: made_by.to_owned(),
            note: note.to_owned(),
            contents: contents.to_owned(),
        };
        letter_templates::Entity::insert(row.into_active_model()).exec_without_returning(&tx).await.map_err(StoreError::from)?;
        tx.commit().await.map_err(StoreError::from)?;
        Ok(then.version)
    }
}

async fn in_force(db: &impl ConnectionTrait) -> Result<Templates, StoreError> {
    let row = scope::letter_template_versions().order_by_desc(letter_templates::Column::Version).one(db).await?;
    let Some(row) = row else { return Ok(Templates::standard().clone()) };
    Templates::parse(row.version, &row.contents).map_err(|error| {
        tracing::error!(version = row.version, %error, "a version of the letter templates cannot be read");
        StoreError::Inconsistent { table: "letter_templates", what: "a version that cannot be read" }
    })
}
