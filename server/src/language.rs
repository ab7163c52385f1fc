//! Which language an answer is in, and how one chooses another.

use std::str::FromStr;

use axum::extract::{Form, State};
use axum::response::{IntoResponse, Response};
use domain::Lang;
use http::{HeaderMap, header};
use serde::Deserialize;

use crate::{AppState, cookies, paths};

/// The language chosen before, else the first one the browser asks for that there is.
pub(crate) fn of(headers: &HeaderMap) -> Lang {
    let chosen = cookies::read(headers, cookies::LANGUAGE).and_then(|code| Lang::from_str(code).ok());
    chosen.unwrap_or_else(|| {
        let asked = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        asked.map(Lang::from_accept_language).unwrap_or_default()
    })
}

#[derive(Deserialize)]
pub(crate) struct Choice {
    lang: String,
    #[serde(default)]
    til: String,
}

/// `POST /sprak`: remembers a language and goes back.
pub(crate) async fn choose(State(app): State<AppState>, Form(choice): Form<Choice>) -> Response {
    let back = paths::own(&choice.til, app.public_url()).unwrap_or(app::routes::FRONT);
    let mut response = paths::see_other(back);
    if let Ok(lang) = Lang::from_str(&choice.lang) {
        response.headers_mut().append(header::SET_COOKIE, app.cookies().set_language(lang.code()));
    }
    response.into_response()
}
