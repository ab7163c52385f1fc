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
    /// drawn.
    pub(crate) async fn draw(&self, pdf: Vec<u8>, page: u32) -> Option<(FileKind, Vec<u8>)> {
        let _place = self.at_once.acquire().await.ok()?;
        let drawn = match &self.checker {
            Checker::Here => tokio::task::spawn_blocking(move || drawn::page(pdf, page)).await.map_err(|error| error.to_string()),
            Checker::Apart(program) => apart::ask(program, COMMAND, &[&page.to_be_bytes(), &pdf], SECONDS).await.map(Some),
        };
        let picture = drawn.inspect_err(|what| tracing::warn!(what, "a page could not be drawn")).ok()??;
        drawn::kind(&picture).map(|kind| (kind, picture))
    }
}
