//! The few pages that are not Leptos pages, because something kept those from being drawn.

use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use domain::Lang;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use maud::{DOCTYPE, Markup, html};

use crate::request_id::RequestId;

/// What went wrong, as far as the person may know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Problem {
    /// A fault of ours.
    Internal,
    /// It took too long, or the database does not answer.
    Unavailable,
    /// The request came from another site.
    CrossSite,
    /// More was sent than is read.
    TooLarge,
}

impl Problem {
    /// For programs.
    fn code(self) -> &'static str {
        match self {
            Self::Internal => "internal",
            Self::Unavailable => "unavailable",
            Self::CrossSite => "cross_site",
            Self::TooLarge => "too_large",
        }
    }

    /// Title and sentence.
    fn text(self, lang: Lang) -> (&'static str, &'static str) {
        match (self, lang) {
            (Self::Internal, Lang::Nb) => ("Noe gikk galt hos oss", "Feilen er ikke din. Prøv igjen om litt. Skjer det igjen, oppgi koden under når du sier fra."),
            (Self::Internal, Lang::Nn) => ("Noko gjekk gale hos oss", "Feilen er ikkje din. Prøv igjen om litt. Skjer det igjen, oppgje koden under når du seier frå."),
            (Self::Internal, Lang::En) => ("Something went wrong on our side", "It was not your fault. Try again in a while. If it happens again, tell us the code below."),
            (Self::Unavailable, Lang::Nb) => ("KLAR svarer ikke akkurat nå", "Vent et minutt og prøv igjen. Det du hadde lagret, er trygt."),
            (Self::Unavailable, Lang::Nn) => ("KLAR svarar ikkje akkurat no", "Vent eit minutt og prøv igjen. Det du hadde lagra, er trygt."),
            (Self::Unavailable, Lang::En) => ("KLAR is not answering right now", "Wait a minute and try again. What you had saved is safe."),
            (Self::CrossSite, Lang::Nb) => ("Forespørselen ble stoppet", "Den så ut til å komme fra et annet nettsted. Gå til forsiden og prøv derfra."),
            (Self::CrossSite, Lang::Nn) => ("Førespurnaden vart stoppa", "Han såg ut til å kome frå ein annan nettstad. Gå til framsida og prøv derifrå."),
            (Self::CrossSite, Lang::En) => ("The request was stopped", "It seemed to come from another site. Go to the front page and try from there."),
            (Self::TooLarge, Lang::Nb) => ("Det ble for mye på én gang", "Teksten er lengre enn det KLAR tar imot. Del den opp og prøv igjen."),
            (Self::TooLarge, Lang::Nn) => ("Det vart for mykje på éin gong", "Teksten er lengre enn det KLAR tek imot. Del han opp og prøv igjen."),
            (Self::TooLarge, Lang::En) => ("That was too much at once", "The text is longer than KLAR accepts. Split it and try again."),
        }
    }
}

/// The answer for a problem: a page for people, a code for programs.
pub(crate) fn problem(request: &Request, status: StatusCode, problem: Problem, lang: Lang) -> Response {
    let id = request.extensions().get::<RequestId>().copied();
    answer(status, problem, lang, id, accepts_html(request.headers()))
}

/// As [`problem`], when the request has been used up.
pub(crate) fn answer(status: StatusCode, problem: Problem, lang: Lang, id: Option<RequestId>, for_people: bool) -> Response {
    let id = id.map(|id| id.to_string()).unwrap_or_default();
    if !for_people {
        return (status, axum::Json(serde_json::json!({ "error": problem.code(), "id": id }))).into_response();
    }
    let (title, sentence) = problem.text(lang);
    let front = match lang {
        Lang::Nb => "Til forsiden",
        Lang::Nn => "Til framsida",
        Lang::En => "To the front page",
    };
    let body = html! {
        p { (sentence) }
        p { "Kode: " code { (id) } }
        p { a href=(app::routes::FRONT) rel="external" { (front) } }
    };
    page(status, lang, title, &body)
}

/// A page without style and script: it must work when nothing else does.
pub(crate) fn page(status: StatusCode, lang: Lang, title: &str, body: &Markup) -> Response {
    let page = html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " – KLAR" }
            }
            body { main { h1 { (title) } (body) } }
        }
    };
    let html = [(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))];
    (status, html, page.into_string()).into_response()
}

/// Whether a person is to read the answer: a page, or a form sent without script.
pub(crate) fn accepts_html(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).is_some_and(|accept| accept.contains("text/html"))
}
