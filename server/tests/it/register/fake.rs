//! A business register of our own, which answers in the real one's shapes.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use serde_json::{Value, json};
use server::config::RegisterUrl;

/// What it answers once, instead of what it would have.
#[derive(Debug, Clone)]
pub(crate) enum Fault {
    /// A status, with a `Retry-After`.
    Status(u16, Option<&'static str>),
    /// More bytes than anybody should read.
    Endless,
    /// Nothing, for as long as anybody waits.
    Hangs,
    /// Another place.
    Redirect,
    /// This text.
    Says(&'static str),
}

/// What somebody asked for.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) path: String,
    pub(crate) at: Instant,
    pub(crate) user_agent: String,
}

#[derive(Debug, Default)]
struct Inner {
    /// By feed: the changes, by id.
    feeds: HashMap<&'static str, BTreeMap<i64, Value>>,
    /// By path: status and body.
    units: HashMap<String, (u16, String)>,
    faults: HashMap<String, VecDeque<Fault>>,
    asked: Vec<Asked>,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Fake(Arc<Mutex<Inner>>);

impl Fake {
    /// Starts it on a free port; the address to configure.
    pub(crate) async fn start() -> (Self, String) {
        let fake = Self::default();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/enhetsregisteret/api", listener.local_addr().unwrap());
        let router = Router::new().fallback(answer).with_state(fake.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        (fake, address)
    }

    pub(crate) fn url(address: &str) -> RegisterUrl {
        address.to_owned().try_into().unwrap()
    }

    /// A change on 2026-09-21, with a patch that says something else than the unit does: nobody should believe it.
    pub(crate) fn change(&self, feed: &'static str, id: i64, number: &str, kind: &str, path: Option<&str>) {
        let mut line = json!({
            "oppdateringsid": id, "dato": "2026-09-21T04:01:39.613Z", "organisasjonsnummer": number, "endringstype": kind,
            "_links": {"enhet": {"href": "https://example.com"}},
        });
        if let Some(path) = path {
            line["endringer"] = json!([{"op": "replace", "path": path, "value": "LØGN"}]);
        }
        self.0.lock().unwrap().feeds.entry(feed).or_default().insert(id, line);
    }

    /// A unit, as it is read at `enheter/…` or `underenheter/…`.
    pub(crate) fn unit(&self, path: &str, body: Value) {
        self.raw(path, 200, &body.to_string());
    }

    pub(crate) fn raw(&self, path: &str, status: u16, body: &str) {
        self.0.lock().unwrap().units.insert(path.to_owned(), (status, body.to_owned()));
    }

    /// The next answers to addresses that begin so.
    pub(crate) fn fault(&self, path: &str, faults: impl IntoIterator<Item = Fault>) {
        self.0.lock().unwrap().faults.entry(path.to_owned()).or_default().extend(faults);
    }

    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.0.lock().unwrap().asked.clone()
    }

    /// What has been asked for, without the queries; it forgets them.
    pub(crate) fn paths(&self) -> Vec<String> {
        let asked = std::mem::take(&mut self.0.lock().unwrap().asked);
        asked.into_iter().map(|asked| asked.path.split('?').next().unwrap().to_owned()).collect()
    }

    fn respond(&self, path: &str, accept: &str) -> Response {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let query: HashMap<String, String> = url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let inner = self.0.lock().unwrap();
        if let Some(feed) = path.strip_prefix("oppdateringer/") {
            return page(inner.feeds.get(feed), &query, feed);
        }
        let singular = if path.starts_with("enheter/") { "enhet" } else { "underenhet" };
        if accept != format!("application/vnd.brreg.enhetsregisteret.{singular}.v2+json") {
            return StatusCode::NOT_ACCEPTABLE.into_response();
        }
        match inner.units.get(path) {
            Some((status, body)) => (StatusCode::from_u16(*status).unwrap(), body.clone()).into_response(),
            None => StatusCode::NOT_FOUND.into_response(),
        }
    }
}

/// The filter on ids takes the id itself along; `_embedded` is absent when there is nothing.
fn page(feed: Option<&BTreeMap<i64, Value>>, query: &HashMap<String, String>, name: &str) -> Response {
    let size: usize = query.get("size").map_or(20, |size| size.parse().unwrap());
    let from: i64 = query.get("oppdateringsid").map_or(0, |id| id.parse().unwrap());
    let since = query.get("dato").map_or("", String::as_str);
    assert!(size <= 10_000 && (since.is_empty() || (since.len() == 24 && since.ends_with('Z'))), "{query:?}");
    let with_patches = query.get("includeChanges").is_some_and(|yes| yes == "true");
    let lines: Vec<Value> = feed
        .into_iter()
        .flatten()
        .filter(|(id, line)| **id >= from && line["dato"].as_str().unwrap() >= since)
        .take(size)
        .map(|(_, line)| {
            let mut line = line.clone();
            if !with_patches {
                line.as_object_mut().unwrap().remove("endringer");
            }
            line
        })
        .collect();
    let mut body =
        json!({"_links": {"self": {"href": "x"}}, "page": {"size": size, "totalElements": lines.len(), "totalPages": 1, "number": 0}});
    if !lines.is_empty() {
        let key = if name == "enheter" { "oppdaterteEnheter" } else { "oppdaterteUnderenheter" };
        body["_embedded"] = json!({ key: lines });
    }
    axum::Json(body).into_response()
}

async fn answer(State(fake): State<Fake>, request: Request) -> Response {
    let (request, _) = request.into_parts();
    let whole = request.uri.path_and_query().unwrap().as_str();
    let path = whole.strip_prefix("/enhetsregisteret/api/").unwrap_or(whole).to_owned();
    let header = |name| request.headers.get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default();
    let (accept, user_agent) = (header(header::ACCEPT), header(header::USER_AGENT));
    let fault = {
        let mut inner = fake.0.lock().unwrap();
        inner.asked.push(Asked { path: path.clone(), at: Instant::now(), user_agent });
        inner.faults.iter_mut().find(|(begin, _)| path.starts_with(begin.as_str())).and_then(|(_, faults)| faults.pop_front())
    };
    match fault {
        None => fake.respond(&path, &accept),
        Some(Fault::Status(status, None)) => StatusCode::from_u16(status).unwrap().into_response(),
        Some(Fault::Status(status, Some(when))) => (StatusCode::from_u16(status).unwrap(), [(header::RETRY_AFTER, when)]).into_response(),
        Some(Fault::Endless) => {
            let piece = futures::stream::iter(std::iter::repeat_with(|| Ok::<_, std::io::Error>(vec![b' '; 64 * 1024])));
            Body::from_stream(piece).into_response()
        }
        Some(Fault::Hangs) => {
            tokio::time::sleep(Duration::from_secs(3600)).await;
            StatusCode::OK.into_response()
        }
        Some(Fault::Redirect) => (StatusCode::FOUND, [(header::LOCATION, "/enhetsregisteret/api/enheter/310000019")]).into_response(),
        Some(Fault::Says(text)) => text.into_response(),
    }
}
