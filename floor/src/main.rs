//! The floor under a page (S4), for measuring: what it would cost if there were nothing but the database.
//!
//! Asks the portal itself for each page, in this process, and takes down what that asks the database. Then it serves the
//! pages from one bare handler, which puts the same questions, one after the other over one connection, and answers with
//! the same bytes. It does not write the access log, as the portal does. With `--show` it tells what each page asks.

use std::collections::HashMap;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use anyhow::{Context, ensure};
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use clap::Parser;
use http::{HeaderValue, Request, StatusCode, Uri, header};
use sea_orm::Statement;
use server::{AppState, Config, commands};
use store::{Clock, Store};
use tokio::net::TcpListener;
use tower::ServiceExt;

/// The floor under pages of the portal, for measuring. Configured as the portal is
#[derive(Debug, Parser)]
struct Arguments {
    /// The cookie of whoever is logged in
    #[arg(long)]
    cookie: String,
    /// Print what each page asks and how many milliseconds each answer takes, and serve nothing
    #[arg(long)]
    show: bool,
    /// The pages
    #[arg(required = true)]
    paths: Vec<String>,
}

/// What there is to serve.
#[derive(Debug)]
struct Floor {
    store: Store,
    pages: HashMap<String, Page>,
}

#[derive(Debug)]
struct Page {
    questions: Vec<Statement>,
    bytes: Bytes,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("floor: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(Arguments { cookie, show, paths }: Arguments) -> anyhow::Result<()> {
    let config = Config::load(None)?;
    let store = commands::open(&config, Clock::System).await?;
    let pages = pages(&config, &store, &cookie, paths).await?;
    if show {
        return tell(&store, &pages).await;
    }
    let router = Router::new().fallback(answer).with_state(Arc::new(Floor { store, pages }));
    axum::serve(TcpListener::bind(config.listen).await?, router).await?;
    Ok(())
}

/// What the portal asks for each page, and what it answers.
async fn pages(config: &Config, store: &Store, cookie: &str, paths: Vec<String>) -> anyhow::Result<HashMap<String, Page>> {
    let asked: Arc<Mutex<Vec<Statement>>> = Arc::default();
    let take = || std::mem::take(&mut *asked.lock().unwrap_or_else(PoisonError::into_inner));
    let watched = asked.clone();
    let watch = move |question: &Statement| watched.lock().unwrap_or_else(PoisonError::into_inner).push(question.clone());
    let portal = server::router(AppState::new(config, store.clone().watched(watch))?).await;
    let mut pages = HashMap::new();
    for path in paths {
        // The first time, much is read that the program remembers from then on.
        page(&portal, cookie, &path).await?;
        take();
        let bytes = page(&portal, cookie, &path).await?;
        let questions = take();
        ensure!(!questions.is_empty(), "{path} asks nothing");
        pages.insert(path, Page { questions, bytes });
    }
    Ok(pages)
}

async fn tell(store: &Store, pages: &HashMap<String, Page>) -> anyhow::Result<()> {
    for (path, page) in pages {
        println!("{path}: {} questions, {} bytes", page.questions.len(), page.bytes.len());
        for question in &page.questions {
            let begun = Instant::now();
            store.ask_again(std::slice::from_ref(question)).await?;
            println!("{:8.3}  {question}", begun.elapsed().as_secs_f64() * 1000.0);
        }
    }
    Ok(())
}

async fn page(portal: &Router, cookie: &str, path: &str) -> anyhow::Result<Bytes> {
    let headers = [(header::COOKIE, cookie), (header::ACCEPT, "text/html"), (header::ACCEPT_ENCODING, "br")];
    let request = headers.into_iter().fold(Request::get(path), |request, (name, value)| request.header(name, value));
    let answer = portal.clone().oneshot(request.body(Body::empty())?).await?;
    ensure!(answer.status() == StatusCode::OK, "{path}: {}", answer.status());
    to_bytes(answer.into_body(), usize::MAX).await.with_context(|| path.to_owned())
}

async fn answer(State(floor): State<Arc<Floor>>, uri: Uri) -> Response {
    let Some(page) = floor.pages.get(uri.path()) else { return StatusCode::NOT_FOUND.into_response() };
    match floor.store.ask_again(&page.questions).await {
        Ok(()) => ([(header::CONTENT_TYPE, HeaderValue::from_static("text/html"))], page.bytes.clone()).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}
