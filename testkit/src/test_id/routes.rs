//! Every address, in one place.

use std::sync::Arc;

use axum::{
    Router,
    extract::{RawQuery, State},
    http::StatusCode,
    middleware::map_response,
    response::Response,
    routing::{get, post},
};

use super::{
    answers::{cacheable, html, plain, with_safe_headers},
    authorize, discovery, logout, pages,
    params::Params,
    provider::Provider,
    text::Locale,
    token, userinfo,
};

pub(super) fn router(provider: Arc<Provider>) -> Router {
    let base = provider.base.clone();
    let at = |path: &str| format!("{base}{path}");
    Router::new()
        .route(&at("/.well-known/openid-configuration"), get(discovery::document))
        .route(&at("/jwks"), get(discovery::jwks))
        .route(&at("/authorize"), get(authorize::by_link).post(authorize::by_form))
        .route(&at("/authorize/choose"), post(authorize::choose))
        .route(&at("/token"), post(token::token))
        .route(&at("/token/elsewhere"), post(token::elsewhere))
        .route(&at("/userinfo"), get(userinfo::userinfo).post(userinfo::userinfo))
        .route(&at("/logout"), get(logout::by_link).post(logout::by_form))
        .route(&at("/style.css"), get(style))
        .route(&at("/icon.svg"), get(icon))
        .route(&at("/"), get(front))
        .fallback(not_found)
        .layer(map_response(with_safe_headers))
        .with_state(provider)
}

async fn style() -> Response {
    let css = include_str!("style.css");
    cacheable(plain(StatusCode::OK, "text/css; charset=utf-8", css))
}

async fn icon() -> Response {
    let svg = include_str!("icon.svg");
    cacheable(plain(StatusCode::OK, "image/svg+xml", svg))
}

async fn front(State(provider): State<Arc<Provider>>, RawQuery(query): RawQuery) -> Response {
    let page = pages::front(&provider.base, locale(query));
    html(StatusCode::OK, page)
}

async fn not_found(State(provider): State<Arc<Provider>>, RawQuery(query): RawQuery) -> Response {
    let page = pages::not_found(&provider.base, locale(query));
    html(StatusCode::NOT_FOUND, page)
}

fn locale(query: Option<String>) -> Locale {
    Locale::negotiate(Params::parse(&query.unwrap_or_default()).first("ui_locales"))
}
