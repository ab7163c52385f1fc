//! A browser: it keeps cookies, says where a form comes from, and follows nothing by itself.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::response::IntoResponse;
use http::{HeaderMap, Method, Request, StatusCode, header};
use scraper::{Html, Selector};
use tower::ServiceExt;

use super::ORIGIN;

/// One person's browser.
#[derive(Clone)]
pub(crate) struct Client {
    router: Router,
    cookies: BTreeMap<String, String>,
}

impl Client {
    pub(crate) fn new(router: Router) -> Self {
        Self { router, cookies: BTreeMap::new() }
    }

    /// The same browser, with its cookies, at another portal on the same database.
    pub(crate) fn at(&self, router: Router) -> Self {
        Self { router, cookies: self.cookies.clone() }
    }

    /// Opens a page.
    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, &[("accept", "text/html"), ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")], "").await
    }

    /// Sends a form from a page of ours, as a browser without script does.
    pub(crate) async fn post_form(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let headers = [
            ("accept", "text/html"),
            ("content-type", "application/x-www-form-urlencoded"),
            ("origin", ORIGIN),
            ("sec-fetch-site", "same-origin"),
            ("sec-fetch-mode", "navigate"),
            ("sec-fetch-dest", "document"),
        ];
        self.send(Method::POST, path, &headers, &body).await
    }

    /// Sends a form with files, as a browser without script does.
    pub(crate) async fn post_files(&mut self, path: &str, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Answer {
        self.send_bytes(Method::POST, path, &FILES_HEADERS, files_form(fields, files)).await
    }

    /// Sends exactly this, and the cookies.
    pub(crate) async fn send(&mut self, method: Method, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        self.send_bytes(method, path, headers, body.as_bytes().to_vec()).await
    }

    /// The same with a body that is no text.
    pub(crate) async fn send_bytes(&mut self, method: Method, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if !self.cookies.is_empty() {
            let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if !body.is_empty() {
            request = request.header(header::CONTENT_LENGTH, body.len());
        }
        let response = self.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let answer = Answer { parts, body: to_bytes(body, usize::MAX).await.unwrap().to_vec() };
        self.keep(&answer);
        answer
    }

    fn keep(&mut self, answer: &Answer) {
        for cookie in answer.cookies() {
            let (pair, attributes) = cookie.split_once(';').unwrap_or((&cookie, ""));
            let (name, value) = pair.split_once('=').unwrap();
            if attributes.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// A cookie the browser holds.
    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Gives the browser a cookie.
    pub(crate) fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }
}

/// A portal in a process of its own, at this address. Where nobody listens is a 503; what is cut off is a 502.
pub(crate) fn elsewhere(address: SocketAddr) -> Router {
    // A connection for each request: none outlives the process that it led to.
    let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).pool_max_idle_per_host(0).build().unwrap();
    Router::new().fallback(move |request: Request<Body>| {
        let http = http.clone();
        async move {
            let (parts, body) = request.into_parts();
            let body = to_bytes(body, usize::MAX).await.unwrap();
            let asked = http.request(parts.method, format!("http://{address}{}", parts.uri)).headers(parts.headers).body(body);
            let answer = match asked.send().await {
                Ok(answer) => answer,
                Err(error) if error.is_connect() => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
                Err(_) => return StatusCode::BAD_GATEWAY.into_response(),
            };
            let (status, headers) = (answer.status(), answer.headers().clone());
            answer.bytes().await.map_or(StatusCode::BAD_GATEWAY.into_response(), |body| (status, headers, body).into_response())
        }
    })
}

/// What a browser says of a form with files.
pub(crate) const FILES_HEADERS: [(&str, &str); 6] = [
    ("accept", "text/html"),
    ("content-type", "multipart/form-data; boundary=----klar"),
    ("origin", ORIGIN),
    ("sec-fetch-site", "same-origin"),
    ("sec-fetch-mode", "navigate"),
    ("sec-fetch-dest", "document"),
];

/// A form with files (field, name, contents) as a browser writes it.
pub(crate) fn files_form(fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("------klar\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
    }
    for (field, name, contents) in files {
        let head = format!(
            "------klar\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        );
        body.extend(head.into_bytes());
        body.extend(*contents);
        body.extend(b"\r\n");
    }
    body.extend(b"------klar--\r\n");
    body
}

/// What came back.
pub(crate) struct Answer {
    parts: http::response::Parts,
    body: Vec<u8>,
}

impl Answer {
    pub(crate) fn status(&self) -> u16 {
        self.parts.status.as_u16()
    }

    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.parts.headers
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.parts.headers.get(name).and_then(|value| value.to_str().ok())
    }

    pub(crate) fn location(&self) -> Option<&str> {
        self.header("location")
    }

    /// The cookies it sets, whole.
    pub(crate) fn cookies(&self) -> Vec<String> {
        self.parts.headers.get_all(header::SET_COOKIE).iter().map(|value| value.to_str().unwrap().to_owned()).collect()
    }

    /// Whether it gives a session: sets the cookie to something.
    pub(crate) fn gives_a_session(&self) -> bool {
        self.cookies().iter().any(|cookie| cookie.starts_with("__Host-klar=") && !cookie.contains("Max-Age=0"))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.body
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub(crate) fn html(&self) -> Html {
        Html::parse_document(&self.text())
    }

    /// An attribute of every element that the selector finds.
    pub(crate) fn attributes(&self, selector: &str, name: &str) -> Vec<Option<String>> {
        let selector = Selector::parse(selector).unwrap();
        self.html().select(&selector).map(|element| element.attr(name).map(str::to_owned)).collect()
    }

    /// The text of the first element that the selector finds, its white space made single.
    pub(crate) fn text_of(&self, selector: &str) -> Option<String> {
        let selector = Selector::parse(selector).unwrap();
        let html = self.html();
        let text: String = html.select(&selector).next()?.text().collect();
        Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}
