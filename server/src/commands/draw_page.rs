//! `klar draw-page`: draws one page of a PDF that comes over standard input. The portal starts it for each page that somebody
//! looks at.

use anyhow::Context;

/// Of processor: a page full of photographs takes some.
const SECONDS: u64 = 15;
/// Ten times what a page full of photographs needs. A little file that unpacks to very much ends the process here.
const MEMORY: u64 = 1024 * 1024 * 1024;

/// Gives up what it does not need, and then reads: as in `klar check-file`.
pub fn draw_page() -> anyhow::Result<()> {
    super::check_file::give_up(SECONDS, MEMORY)?;
    files::drawn::serve(std::io::stdin().lock(), std::io::stdout().lock()).context("no page could be drawn")
}
