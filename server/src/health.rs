//! Whether the program lives, and its database answers.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde_json::json;

use crate::AppState;

/// Where to ask.
pub(crate) const PATH: &str = "/helse";

pub(crate) async fn health(State(app): State<AppState>) -> Response {
    match app.store().ping().await {
        Ok(()) => Json(json!({ "status": "ok" })).into_response(),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, Json(json!({ "status": "database" }))).into_response()
        }
    }
}
