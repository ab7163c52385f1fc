//! The server functions of imports.

use domain::imports::{ImportRow, ImportView};
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cx::{ServerCx, answer},
    crate::routes,
    domain::ImportId,
    store::StoreError,
    store::registry::By,
};

/// The latest imports.
#[server(endpoint = "imports/list")]
pub async fn imports() -> Result<Vec<ImportRow>, AppError> {
    let cx = ServerCx::require()?;
    cx.answer(cx.store.imports(cx.viewer()?).await)
}

/// One import.
#[server(endpoint = "imports/view")]
pub async fn import(id: String) -> Result<ImportView, AppError> {
    let cx = ServerCx::require()?;
    let id: ImportId = id.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.import(cx.viewer()?, id).await)
}

/// Says yes to a held file. To take it in lasts longer than anybody waits for a page: it is begun, and the page says so.
#[server(endpoint = "imports/approve")]
pub async fn approve_import(id: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let id: ImportId = id.parse().map_err(|_| answer(AppError::NotFound))?;
    match cx.store.begin_approval(By::Person(cx.viewer()?), id).await {
        Err(StoreError::Conflict) => leptos_axum::redirect(&routes::import_after(id, false)),
        result => {
            cx.answer(result)?;
            let store = cx.store.clone();
            leptos::task::spawn(async move {
                if let Err(error) = store.finish_approval(id, |_| {}).await {
                    tracing::error!(import = %id, %error, "an approved import failed; it is still held");
                }
            });
            leptos_axum::redirect(&routes::import_after(id, true));
        }
    }
    Ok(())
}

/// Says no to a held file.
#[server(endpoint = "imports/reject")]
pub async fn reject_import(id: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let id: ImportId = id.parse().map_err(|_| answer(AppError::NotFound))?;
    let done = match cx.store.reject_import(By::Person(cx.viewer()?), id).await {
        Err(StoreError::Conflict) => false,
        result => cx.answer(result).map(|()| true)?,
    };
    leptos_axum::redirect(&routes::import_after(id, done));
    Ok(())
}
