//! The server functions of documents. Files themselves are sent and fetched without them (`server/src/documents`).

use domain::CaseId;
use domain::documents::{DocumentView, Sent};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    super::{new_form, version_form},
    crate::cx::{ServerCx, answer},
    domain::DocumentId,
};

/// What the form for new documents shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewDocumentsForm {
    /// The case they will be in.
    pub case: CaseId,
    /// A fresh key, so that sending twice makes one.
    pub key: String,
    /// What came of it the last time.
    pub sent: Option<Sent>,
}

/// A document, with the form for a new version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentAndForm {
    /// The document.
    pub document: DocumentView,
    /// A fresh key, so that sending twice makes one.
    pub key: String,
    /// What came of sending a version the last time.
    pub sent: Option<Sent>,
}

/// The form, with what came of it the last time.
#[server(endpoint = "documents/form")]
pub async fn open_documents_form(case: String) -> Result<NewDocumentsForm, AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.may_add_document(viewer, case, None).await)?;
    let sent = cx.answer(cx.store.draft::<Sent>(viewer, &new_form(case)).await)?;
    Ok(NewDocumentsForm { case, key: uuid::Uuid::new_v4().to_string(), sent: sent.map(|draft| draft.typed) })
}

/// One document in all its versions.
#[server(endpoint = "documents/view")]
pub async fn document(case: String, document: String) -> Result<DocumentAndForm, AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    let id: DocumentId = document.parse().map_err(|_| answer(AppError::NotFound))?;
    let document = cx.answer(cx.store.document(viewer, case, id).await)?;
    let sent = cx.answer(cx.store.draft::<Sent>(viewer, &version_form(id)).await)?;
    Ok(DocumentAndForm { document, key: uuid::Uuid::new_v4().to_string(), sent: sent.map(|draft| draft.typed) })
}
