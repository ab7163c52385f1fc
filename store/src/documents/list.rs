//! The documents of a case that a scope has let through.

use std::collections::HashMap;

use domain::documents::{DocumentRow, Kept, VersionRow};
use domain::letters::TemplateCode;
use domain::{CaseId, DocumentId, MemberId};
use sea_orm::{ConnectionTrait, QueryOrder};
use uuid::Uuid;

use crate::cases::Readable;
use crate::crypto::ContentKey;
use crate::entity::document_version;
use crate::members::names;
use crate::{Store, StoreError, Viewer, scope};

use super::make::{self, of_origin};
use super::{name_place, row};

/// Every version in a case, the newest first.
#[derive(Default)]
pub(crate) struct Versions(Vec<document_version::Model>);

/// Reads them.
pub(crate) async fn versions(db: &impl ConnectionTrait, case: &Readable) -> Result<Versions, StoreError> {
    let rows = scope::versions_of(case).order_by_desc(document_version::Column::MadeAt).order_by_desc(document_version::Column::Id);
    Ok(Versions(rows.all(db).await?))
}

impl Versions {
    /// Who has added them.
    pub(crate) fn people(&self) -> impl Iterator<Item = MemberId> {
        self.0.iter().map(|row| row.made_by)
    }

    /// One row for each document: its newest version.
    pub(crate) fn documents(&self, key: &ContentKey, name: &impl Fn(MemberId) -> String) -> Result<Vec<DocumentRow>, StoreError> {
        let mut newest: Vec<&document_version::Model> = Vec::new();
        for row in &self.0 {
            match newest.iter_mut().find(|other| other.document_id == row.document_id) {
                Some(other) if other.number < row.number => *other = row,
                Some(_) => {}
                None => newest.push(row),
            }
        }
        newest
            .into_iter()
            .map(|row| {
                let newest = version(row, key, name)?;
                Ok(DocumentRow { id: row.document_id, name: newest.name.clone(), newest })
            })
            .collect()
    }

    /// What the timeline tells of each: the document, what the version is called, and which it is.
    pub(crate) fn told(&self, key: &ContentKey) -> Result<HashMap<Uuid, (DocumentId, String, u32)>, StoreError> {
        self.0.iter().map(|row| Ok((row.id.0, (row.document_id, name_of(row, key)?, number(row)?)))).collect()
    }

    /// Those of one document, the newest first.
    pub(super) fn of(&self, document: DocumentId) -> Vec<&document_version::Model> {
        let mut of: Vec<_> = self.0.iter().filter(|row| row.document_id == document).collect();
        of.sort_by_key(|row| std::cmp::Reverse(row.number));
        of
    }
}

/// What was kept of an origin, as it is written in a row, in a case that a scope has let through.
async fn of(db: &impl ConnectionTrait, case: &Readable, key: &ContentKey, origin: &str) -> Result<Option<Kept>, StoreError> {
    let Some(document) = of_origin(db, case, origin).await? else { return Ok(None) };
    let row = row::newest(db, case, document.id).await?;
    let names = names::of(db, [row.made_by]).await?;
    let newest = version(&row, key, &|id| names.get(&id).cloned().unwrap_or_default())?;
    Ok(Some(Kept { document: document.id, newest }))
}

/// The same of a protocol.
pub(crate) async fn kept(
    db: &impl ConnectionTrait,
    case: &Readable,
    key: &ContentKey,
    protocol: domain::ProtocolId,
) -> Result<Option<Kept>, StoreError> {
    of(db, case, key, &make::protocol(protocol)).await
}

impl Store {
    /// The letter of this template that is kept in the case, for whoever may read the case. Asked together with what logs
    /// the look.
    pub async fn kept_letter(&self, viewer: &Viewer, case: CaseId, code: TemplateCode) -> Result<Option<Kept>, StoreError> {
        let case = self.unless_guessing(viewer, Readable::find(&self.db, viewer, case).await).await?;
        let key = self.content_key(&self.db, &case).await?;
        of(&self.db, &case, &key, &make::letter(code)).await
    }
}

/// A version as pages show it.
pub(super) fn version(
    row: &document_version::Model,
    key: &ContentKey,
    name: &impl Fn(MemberId) -> String,
) -> Result<VersionRow, StoreError> {
    Ok(VersionRow {
        number: number(row)?,
        name: name_of(row, key)?,
        kind: row.kind,
        size: u64::try_from(row.size).unwrap_or(0),
        scan: row.scan,
        // A note that this program does not know was written by a later one.
        notes: row.notes.split_whitespace().filter_map(|code| code.parse().ok()).collect(),
        made_at: row.made_at,
        by: name(row.made_by),
        twin: row.twin_kind,
        pages: row.pages.and_then(|pages| u32::try_from(pages).ok()),
    })
}

pub(super) fn name_of(row: &document_version::Model, key: &ContentKey) -> Result<String, StoreError> {
    key.open_text(&name_place(row.id), &row.name)
}

fn number(row: &document_version::Model) -> Result<u32, StoreError> {
    u32::try_from(row.number).map_err(|_| StoreError::Inconsistent { table: "document_versions", what: "a number that is none" })
}
