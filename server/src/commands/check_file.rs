//! `klar check-file`: checks one file that comes over standard input. The portal starts it for each file that somebody sends.

use anyhow::Context;
use rustix::process::{Resource, Rlimit, setrlimit};

/// Four times what the largest picture needs.
const MEMORY: u64 = 2 * 1024 * 1024 * 1024;
const SECONDS: u64 = 30;

/// Gives up what it does not need, and then reads. Whatever the file does to it, it has no files, little memory and little
/// time, and knows no secret.
pub fn check_file() -> anyhow::Result<()> {
    give_up(SECONDS)?;
    files::apart::serve(std::io::stdin().lock(), std::io::stdout().lock()).context("no file could be checked")
}

/// No files, little memory, so many seconds of processor.
pub(super) fn give_up(seconds: u64) -> anyhow::Result<()> {
    for (what, most) in [
        (Resource::Core, 0),
        (Resource::Fsize, 0),
        // Those that are open stay so; no more are opened.
        (Resource::Nofile, 3),
        (Resource::Cpu, seconds),
        (Resource::As, MEMORY),
    ] {
        setrlimit(what, Rlimit { current: Some(most), maximum: Some(most) }).context("the limits cannot be set")?;
    }
    Ok(())
}
