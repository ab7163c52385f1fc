//! What came back, and what stands in it.

use std::collections::{BTreeMap, BTreeSet};

use http::Method;

use crate::world::{Answer, Client, ORIGIN};

/// The kind of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// What was asked for.
    It,
    /// It was done, or kept: the way leads on.
    Done,
    /// As if it did not exist.
    NotFound,
    /// A refusal, for those who may know of it.
    Forbidden,
    /// The page for those without a mandate.
    NoMandate,
    /// The way in.
    Login,
    /// Something that should not happen.
    Other(u16),
}

/// An answer.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    pub(super) status: u16,
    pub(super) location: Option<String>,
    pub(super) text: String,
}

impl Seen {
    pub(super) fn of(answer: Answer) -> Self {
        Self { status: answer.status(), location: answer.location().map(str::to_owned), text: answer.text() }
    }

    /// Opens a page.
    pub(super) async fn page(client: &mut Client, path: &str) -> Self {
        Self::of(client.get(path).await)
    }

    /// Calls a server function as a program does.
    pub(super) async fn call(client: &mut Client, path: &str, fields: &[(&str, &str)]) -> Self {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let headers = [
            ("accept", "application/json"),
            ("content-type", "application/x-www-form-urlencoded"),
            ("origin", ORIGIN),
            ("sec-fetch-site", "same-origin"),
        ];
        Self::of(client.send(Method::POST, path, &headers, &body).await)
    }

    pub(super) fn class(&self) -> Class {
        let to = self.location.as_deref().unwrap_or_default();
        match self.status {
            200 => Class::It,
            302 | 303 if to.starts_with("/uten-verv") => Class::NoMandate,
            302 | 303 if to.starts_with("/logg-inn") || to.starts_with("/?borte=1") => Class::Login,
            302 | 303 => Class::Done,
            401 => Class::Login,
            // The guard's word, before any function is asked.
            403 if self.json()["error"] == "forbidden" => Class::NoMandate,
            403 => Class::Forbidden,
            404 => Class::NotFound,
            other => Class::Other(other),
        }
    }

    pub(super) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.text).unwrap_or_default()
    }

    /// Which of these stand anywhere in it, by their keys: ids, names, texts.
    pub(super) fn holds<'a>(&self, words: &'a BTreeMap<String, String>) -> BTreeSet<&'a str> {
        words.iter().filter(|(_, word)| self.text.contains(word.as_str())).map(|(key, _)| key.as_str()).collect()
    }

    /// Where the next page of a list begins.
    pub(super) fn next(&self) -> Option<String> {
        let link = self.text.split("<a").find(|tag| tag.split('>').next().is_some_and(|tag| tag.contains("rel=\"next\"")))?;
        let href = link.split("href=\"").nth(1)?.split('"').next()?;
        Some(href.replace("&amp;", "&"))
    }
}

/// Goes through a list by its links: every page of it, as one text.
pub(super) async fn all_pages(client: &mut Client, from: &str) -> Seen {
    let mut all = Seen::page(client, from).await;
    let mut next = all.next();
    for _ in 0..20 {
        let Some(path) = next else { return all };
        let page = Seen::page(client, &path).await;
        assert_eq!(page.status, 200, "{path}");
        next = page.next();
        all.text.push_str(&page.text);
    }
    panic!("the pages of {from} go round in a circle");
}
