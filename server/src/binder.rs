//! A whole case bound into one PDF, in a process of its own.

use domain::Timestamp;
use letters::{Bundle, Content, Missing, Part};
use tokio::sync::Semaphore;

use crate::apart;
use crate::documents::Checker;

/// So many are bound at once: each may hold some hundred megabytes.
const AT_ONCE: usize = 1;
/// Hundreds of pages take a while.
const SECONDS: u64 = 90;
/// The command by which the program is told to bind one file; nobody types it.
pub(crate) const COMMAND: &str = "bind-file";

/// Binds them.
#[derive(Debug)]
pub(crate) struct Binder {
    checker: Checker,
    at_once: Semaphore,
}

impl Binder {
    pub(crate) fn new(checker: Checker) -> Self {
        Self { checker, at_once: Semaphore::new(AT_ONCE) }
    }

    /// The PDF. Where a file takes the process with it, it is found and left out, and named as left out.
    pub(crate) async fn bind(&self, mut bundle: Bundle, made: Timestamp) -> Result<Vec<u8>, String> {
        let _place = self.at_once.acquire().await.map_err(|error| error.to_string())?;
        match self.try_it(&bundle, made).await {
            Ok(pdf) => return Ok(pdf),
            Err(what) => tracing::warn!(what, "a case could not be bound; its files are tried one by one"),
        }
        for part in &mut bundle.parts {
            if matches!(part.content, Content::Text(_) | Content::Missing(_)) {
                continue;
            }
            let alone = Part { name: String::new(), content: std::mem::replace(&mut part.content, Content::Missing(Missing::Unreadable)) };
            let alone = Bundle { lang: bundle.lang, title: String::new(), facts: Vec::new(), parts: vec![alone] };
            if self.try_it(&alone, made).await.is_ok()
                && let Some(good) = alone.parts.into_iter().next()
            {
                part.content = good.content;
            }
        }
        self.try_it(&bundle, made).await
    }

    async fn try_it(&self, bundle: &Bundle, made: Timestamp) -> Result<Vec<u8>, String> {
        match &self.checker {
            Checker::Here => {
                let bundle = bundle.clone();
                let bound = tokio::task::spawn_blocking(move || letters::bundle(&bundle, made)).await;
                bound.map_err(|error| error.to_string())?.map_err(|error| error.to_string())
            }
            Checker::Apart(program) => {
                let question = letters::apart::question(bundle, made).map_err(|error| error.to_string())?;
                let pdf = apart::ask(program, COMMAND, &[&question], SECONDS).await?;
                if pdf.starts_with(b"%PDF-") { Ok(pdf) } else { Err("what it said is no PDF".to_owned()) }
            }
        }
    }
}
