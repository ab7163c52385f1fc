//! The few pages that are not Leptos pages, because something kept those from being drawn.

use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use domain::Lang;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use maud::{DOCTYPE, Markup, html};

use crate::request_id::RequestId;
use crate::{AppState, language};

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
    /// The same, of files.
    FilesTooLarge,
}

impl Problem {
    /// For programs.
    fn code(self) -> &'static str {
        match self {
            Self::Internal => "internal",
            Self::Unavailable => "unavailable",
            Self::CrossSite => "cross_site",
            Self::TooLarge | Self::FilesTooLarge => "too_large",
        }
    }

    /// Title and sentence.
    fn text(self, lang: Lang) -> (&'static str, &'static str) {
        match (self, lang) {
            (Self::Internal, Lang::Nb) => {
                ("Noe gikk galt hos oss", "Feilen er ikke din. Prøv igjen om litt. Skjer det igjen, oppgi koden under når du sier fra.")
            }
            (Self::Internal, Lang::Nn) => (
                "Noko gjekk gale hos oss",
                "Feilen er ikkje din. Prøv igjen om litt. Skjer det igjen, oppgje koden under når du seier frå.",
            ),
            (Self::Internal, Lang::En) => (
                "Something went wrong on our side",
                "It was not your fault. Try again in a while. If it happens again, tell us the code below.",
            ),
            (Self::Unavailable, Lang::Nb) => {
                ("KLAR svarer ikke akkurat nå", "Vent et minutt og prøv igjen. Det du hadde lagret, er trygt.")
            }
            (Self::Unavailable, Lang::Nn) => {
                ("KLAR svarar ikkje akkurat no", "Vent eit minutt og prøv igjen. Det du hadde lagra, er trygt.")
            }
            (Self::Unavailable, Lang::En) => {
                ("KLAR is not answering right now", "Wait a minute and try again. What you had saved is safe.")
            }
            (Self::CrossSite, Lang::Nb) => {
                ("Forespørselen ble stoppet", "Den så ut til å komme fra et annet nettsted. Gå til forsiden og prøv derfra.")
            }
            (Self::CrossSite, Lang::Nn) => {
                ("Førespurnaden vart stoppa", "Han såg ut til å kome frå ein annan nettstad. Gå til framsida og prøv derifrå.")
            }
            (Self::CrossSite, Lang::En) => {
                ("The request was stopped", "It seemed to come from another site. Go to the front page and try from there.")
            }
            (Self::TooLarge, Lang::Nb) => (
                "Det ble for mye på én gang",
                "Teksten er lengre enn det KLAR tar imot. Gå tilbake, så står den der ennå. Del den opp, eller lagre den som et dokument.",
            ),
            (Self::TooLarge, Lang::Nn) => (
                "Det vart for mykje på éin gong",
                "Teksten er lengre enn det KLAR tek imot. Gå tilbake, så står han der enno. Del han opp, eller lagre han som eit dokument.",
            ),
            (Self::FilesTooLarge, Lang::Nb) => {
                ("Det ble for mye på én gang", "Filene er til sammen større enn det KLAR tar imot. Send dem i flere omganger.")
            }
            (Self::FilesTooLarge, Lang::Nn) => {
                ("Det vart for mykje på éin gong", "Filene er til saman større enn det KLAR tek imot. Send dei i fleire omgangar.")
            }
            (Self::FilesTooLarge, Lang::En) => {
                ("That was too much at once", "Together the files are larger than KLAR accepts. Send them in several goes.")
            }
            (Self::TooLarge, Lang::En) => ("That was too much at once", "The text is longer than KLAR accepts. Split it and try again."),
        }
    }
}

/// What must be known of a request to answer it when it has been used up.
#[derive(Debug, Clone, Copy)]
pub(crate) struct About {
    id: Option<RequestId>,
    lang: Lang,
    for_people: bool,
}

impl About {
    pub(crate) fn of(request: &Request) -> Self {
        let headers = request.headers();
        Self { id: request.extensions().get::<RequestId>().copied(), lang: language::of(headers), for_people: accepts_html(headers) }
    }
}

/// The answer for a problem: a page for people, a code for programs.
pub(crate) fn problem(app: &AppState, about: About, status: StatusCode, problem: Problem) -> Response {
    let About { id, lang, for_people } = about;
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
    let code = if lang == Lang::En { "Error code" } else { "Feilkode" };
    let body = html! {
        p { a.ds-button data-variant="primary" href=(app::routes::FRONT) { (front) } }
        p.k-meta { (code) ": " (id) }
    };
    page(app, status, lang, title, sentence, &body)
}

/// A page without script, and readable without its style: it must work when nothing else does.
pub(crate) fn page(app: &AppState, status: StatusCode, lang: Lang, title: &str, lead: &str, body: &Markup) -> Response {
    let page = html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                link rel="icon" href="/favicon.svg" type="image/svg+xml";
                link rel="stylesheet" href=(app.stylesheet());
                title { (title) " – KLAR" }
            }
            body {
                main.k-main {
                    div.k-page data-width="reading" {
                        div.k-heading {
                            h1.ds-heading { (title) }
                            p.k-lead { (lead) }
                        }
                        (body)
                    }
                }
            }
        }
    };
    let html = [(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))];
    (status, html, page.into_string()).into_response()
}

/// Whether a person is to read the answer: a page, or a form sent without script.
pub(crate) fn accepts_html(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).is_some_and(|accept| accept.contains("text/html"))
}
