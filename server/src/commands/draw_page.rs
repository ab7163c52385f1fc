//! `klar draw-page`: draws one page of a PDF that comes over standard input. The portal starts it for each page that somebody
//! looks at.

use anyhow::Context;

/// Of processor: a page full of photographs takes some.
const SECONDS: u64 = 15;

/// Gives up what it does not need, and then reads: as in `klar check-file`. A little file that unpacks to very much ends the
/// process at its limit of memory.
pub fn draw_page() -> anyhow::Result<()> {
    super::check_file::give_up(SECONDS)?;
    files::drawn::serve(std::io::stdin().lock(), std::io::stdout().lock()).context("no page could be drawn")
}
