//! `klar bind-file`: binds one case into a PDF, from what comes over standard input. The portal starts it.

use anyhow::Context;

/// Hundreds of pages, each of which may hold a picture.
const SECONDS: u64 = 80;

/// Gives up what it does not need, and then reads: as in `klar check-file`.
pub fn bind_file() -> anyhow::Result<()> {
    super::check_file::give_up(SECONDS)?;
    letters::apart::serve(std::io::stdin().lock(), std::io::stdout().lock()).context("no case could be bound")
}
