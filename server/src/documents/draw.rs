//! Drawing a page of a PDF, in a process of its own: what the file does to the library that draws it, it does to that
//! process alone, and no more of it reaches a browser than a picture.

use domain::documents::FileKind;
use files::drawn;
use tokio::sync::Semaphore;

use super::Checker;
use crate::apart;

/// So many pages are drawn at once; each may need some hundred megabytes. Whoever comes then waits.
const AT_ONCE: usize = 2;
/// A page full of photographs takes some seconds.
const SECONDS: u64 = 20;
/// The command by which the program is told to draw one page; nobody types it.
const COMMAND: &str = "draw-page";

/// Draws them.
#[derive(Debug)]
pub(crate) struct Drawer {
    checker: Checker,
    at_once: Semaphore,
}

impl Drawer {
    pub(crate) fn new(checker: Checker) -> Self {
        Self { checker, at_once: Semaphore::new(AT_ONCE) }
    }

    /// The page with this number as a picture, and of which kind; nothing where there is no such page, or where it cannot be
    /// drawn. The file is read when its turn has come: those that wait hold none.
    pub(crate) async fn draw<E>(&self, pdf: impl Future<Output = Result<Vec<u8>, E>>, page: u32) -> Result<Option<(FileKind, Vec<u8>)>, E> {
        let Ok(_place) = self.at_once.acquire().await else { return Ok(None) };
        let pdf = pdf.await?;
        let drawn = match &self.checker {
            Checker::Here => tokio::task::spawn_blocking(move || drawn::page(pdf, page)).await.map_err(|error| error.to_string()),
            Checker::Apart(program) => apart::ask(program, COMMAND, &[&page.to_be_bytes(), &pdf], SECONDS).await.map(Some),
        };
        let picture = drawn.inspect_err(|what| tracing::warn!(what, "a page could not be drawn")).ok().flatten();
        Ok(picture.and_then(|picture| drawn::kind(&picture).map(|kind| (kind, picture))))
    }
}
