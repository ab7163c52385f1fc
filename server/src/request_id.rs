//! Each request has a number of ours: in the log, in the access log, in the answer.

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use domain::IncidentId;
use http::{HeaderName, HeaderValue};
use tracing::Instrument;

const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// The number of a request. Also what people are shown when the request failed, so that it can be found in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequestId(pub uuid::Uuid);

impl std::fmt::Display for RequestId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl From<RequestId> for IncidentId {
    fn from(id: RequestId) -> Self {
        Self(id.0)
    }
}

/// Gives the request a number, whatever number it came with, and logs its end: the route's pattern, never the
/// path, because a path may say whom the request was about.
pub(crate) async fn number(mut request: Request, next: Next) -> Response {
    let id = RequestId(uuid::Uuid::new_v4());
    request.extensions_mut().insert(id);
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str).to_owned();
    let started = tokio::time::Instant::now();
    let span = tracing::info_span!("request", %id);
    async move {
        let mut response = next.run(request).await;
        let ms = started.elapsed().as_millis();
        tracing::info!(%method, route, status = response.status().as_u16(), ms, "answered");
        if let Ok(value) = HeaderValue::from_str(&id.to_string()) {
            response.headers_mut().insert(HEADER, value);
        }
        response
    }
    .instrument(span)
    .await
}
