//! What somebody typed that is not saved yet: kept encrypted, for that person alone.
//!
//! Every form that can be refused keeps its fields here, word for word, with what was wrong. So nothing typed
//! is lost: not by going back, not by an error, not without script.

mod late;
mod typed;
mod typing;

use domain::FieldErrors;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::crypto::{Keys, Place};
use crate::entity::draft;
use crate::{Store, StoreError, Viewer, scope};

/// A draft nobody has touched for this long is thrown away.
pub const KEPT_SECONDS: i64 = 30 * 24 * 60 * 60;

/// The fields of one form as typed, and what was wrong with them when they were last sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Draft<T> {
    /// The fields.
    pub typed: T,
    /// What was refused; empty when nothing was.
    pub errors: FieldErrors,
}

fn place(viewer: &Viewer, form: &str) -> Place {
    place_of(viewer.person(), form)
}

pub(crate) fn place_of(person: domain::MemberId, form: &str) -> Place {
    Place::new("drafts", "contents", format!("{person}/{form}"))
}

impl Store {
    /// The viewer's draft of a form, if there is one, and when it was last touched.
    pub async fn draft_with_time<T: DeserializeOwned>(
        &self,
        viewer: &Viewer,
        form: &str,
    ) -> Result<Option<(Draft<T>, domain::Timestamp)>, StoreError> {
        let kept = scope::own_draft(viewer, form).filter(draft::Column::UpdatedAt.gte(self.oldest_draft()));
        let Some(row) = kept.one(&self.db).await? else { return Ok(None) };
        let text = self.open_sealed(&place(viewer, form), &row.contents).await?;
        Ok(serde_json::from_slice(&text).ok().map(|draft| (draft, row.updated_at)))
    }

    /// The viewer's draft of a form, if there is one.
    ///
    /// A draft of an earlier shape, which no longer fits the form, is as good as none; so is one that is too old,
    /// though it lies there until somebody keeps another.
    pub async fn draft<T: DeserializeOwned>(&self, viewer: &Viewer, form: &str) -> Result<Option<Draft<T>>, StoreError> {
        Ok(self.draft_with_time(viewer, form).await?.map(|(draft, _)| draft))
    }

    /// Keeps a draft, in place of the one that was.
    pub async fn keep_draft<T: Serialize + Sync>(&self, viewer: &Viewer, form: &str, draft: &Draft<T>) -> Result<(), StoreError> {
        let text = serde_json::to_vec(draft)
            .map_err(|_| StoreError::Inconsistent { table: "drafts", what: "a form that cannot be written down" })?;
        let (tx, keys) = self.begin_sealing().await?;
        self.put_draft(&tx, &keys, viewer.person(), form, &text).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Keeps a draft that is written down already, in place of the one that was.
    async fn put_draft(
        &self,
        tx: &DatabaseTransaction,
        keys: &Keys,
        person: domain::MemberId,
        form: &str,
        text: &[u8],
    ) -> Result<(), StoreError> {
        draft::Entity::delete_many().filter(draft::Column::UpdatedAt.lt(self.oldest_draft())).exec(tx).await?;
        draft::Entity::insert(draft::ActiveModel {
            person_id: Set(person),
            form: Set(form.to_owned()),
            contents: Set(keys.seal(&place_of(person, form), text)?),
            updated_at: Set(self.clock.now()),
        })
        .on_conflict(
            OnConflict::columns([draft::Column::PersonId, draft::Column::Form])
                .update_columns([draft::Column::Contents, draft::Column::UpdatedAt])
                .to_owned(),
        )
        .exec_without_returning(tx)
        .await?;
        Ok(())
    }

    /// What was touched before this is thrown away.
    fn oldest_draft(&self) -> domain::Timestamp {
        self.clock.now().plus_seconds(-KEPT_SECONDS)
    }

    /// Throws a draft away.
    pub async fn drop_draft(&self, viewer: &Viewer, form: &str) -> Result<(), StoreError> {
        let tx = self.begin().await?;
        drop_in(&tx, viewer, form).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Throws a draft away in the transaction that saves what was in it.
pub(crate) async fn drop_in(db: &impl ConnectionTrait, viewer: &Viewer, form: &str) -> Result<(), StoreError> {
    drop_of(db, viewer.person(), form).await
}

/// The same for whoever it is.
async fn drop_of(db: &impl ConnectionTrait, person: domain::MemberId, form: &str) -> Result<(), StoreError> {
    draft::Entity::delete_many().filter(draft::Column::PersonId.eq(person)).filter(draft::Column::Form.eq(form)).exec(db).await?;
    Ok(())
}

/// Throws away all drafts of forms about a case: of one person, or of everybody. The names of forms about a case have its id
/// in them.
pub(crate) async fn drop_about(
    db: &impl ConnectionTrait,
    case: domain::CaseId,
    person: Option<domain::MemberId>,
) -> Result<(), StoreError> {
    let mut about = draft::Entity::delete_many().filter(draft::Column::Form.contains(case.to_string()));
    if let Some(person) = person {
        about = about.filter(draft::Column::PersonId.eq(person));
    }
    about.exec(db).await?;
    Ok(())
}

/// A draft among several of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfinished<T> {
    /// The form it belongs to.
    pub form: String,
    /// What was typed.
    pub typed: T,
    /// When it was last touched.
    pub updated_at: domain::Timestamp,
}

impl Store {
    /// The names of the viewer's drafts of forms that are called so, or whose names go on from one of these behind a stroke.
    pub async fn draft_names(&self, viewer: &Viewer, names: &[String]) -> Result<Vec<String>, StoreError> {
        use sea_orm::{QueryOrder, QuerySelect};
        let own = scope::own_drafts(viewer, "").filter(draft::Column::UpdatedAt.gte(self.oldest_draft()));
        let own = own.select_only().column(draft::Column::Form).order_by_asc(draft::Column::Form);
        let found: Vec<String> = own.into_tuple().all(&self.db).await?;
        let asked = |form: &String| {
            names.iter().any(|name| form.strip_prefix(name.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
        };
        Ok(found.into_iter().filter(asked).collect())
    }

    /// The viewer's drafts of forms whose names begin with `prefix`, the latest first, at most ten.
    pub async fn drafts<T: DeserializeOwned>(&self, viewer: &Viewer, prefix: &str) -> Result<Vec<Unfinished<T>>, StoreError> {
        use sea_orm::{QueryOrder, QuerySelect};
        let kept = scope::own_drafts(viewer, prefix).filter(draft::Column::UpdatedAt.gte(self.oldest_draft()));
        let rows = kept.order_by_desc(draft::Column::UpdatedAt).limit(10).all(&self.db).await?;
        let mut drafts = Vec::with_capacity(rows.len());
        for row in rows {
            let text = self.open_sealed(&place(viewer, &row.form), &row.contents).await?;
            if let Ok(Draft { typed, .. }) = serde_json::from_slice::<Draft<T>>(&text) {
                drafts.push(Unfinished { form: row.form, typed, updated_at: row.updated_at });
            }
        }
        Ok(drafts)
    }
}
