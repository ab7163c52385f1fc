//! What `klar` can be told to do, beside serving.

pub mod audit;
mod bind_file;
pub mod case_types;
mod check_file;
mod database;
mod draw_page;
mod erase_case;
mod follow;
mod import;
mod keys;
pub mod letters;
mod objects;
pub mod policy;
mod report;

use std::future::Future;
use std::io::{ErrorKind, IsTerminal, Write};
use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use store::Clock;
use tokio::net::TcpListener;
use tokio::sync::Mutex;

use crate::config::Config;
use crate::{AppState, Checker, router, serve};

pub use bind_file::bind_file;
pub use check_file::check_file;
pub use database::{database_url, open};
pub use draw_page::draw_page;
pub use erase_case::erase_case;
pub use follow::follow;
pub use import::{RegistryArgs, approve, employers, registry, reject};
pub use keys::{Keys, keys};
pub use objects::{Objects, objects};

/// `klar serve`: opens the database, listens, and stops when told to.
pub async fn serve(config: &Config) -> anyhow::Result<()> {
    // What is wrong with the configuration is better said before anything is opened.
    config.oidc()?;
    let store = open(config, Clock::System).await?;
    let checkpoints = tokio::spawn(audit::keep_signing(store.clone(), config.audit_checkpoints(), config.log_origin()));
    let node = Arc::new(Mutex::new(keys::this_machine()));
    let keys = tokio::spawn(keys::follow(store.clone(), node.clone()));
    let following = follow::in_background(config, &store)?;
    let sweeping = tokio::spawn(objects::keep_sweeping(store.clone()));
    let program = std::env::current_exe().context("the program does not know where it lies")?;
    let app = AppState::with_checker(config, store.clone(), Checker::Apart(program))?;
    let listener = TcpListener::bind(config.listen).await.with_context(|| format!("cannot listen on {}", config.listen))?;
    let warming_up = tokio::spawn({
        let app = app.clone();
        async move { app.oidc().warm_up().await }
    });
    tracing::info!(address = %listener.local_addr().unwrap_or(config.listen), public_url = config.public_url.origin(), "KLAR is ready");
    let router = router(app).await;
    serve::serve(listener, router, told_to_stop()?).await;
    warming_up.abort();
    // A page of the register that is half read is read again the next time.
    following.iter().for_each(tokio::task::JoinHandle::abort);
    checkpoints.abort();
    sweeping.abort();
    keys.abort();
    // Nobody has to wait for this program's word any more; without this, they would for a minute and a half.
    drop(store.leave_keys(&*node.lock().await).await);
    drop(store.write_seen().await);
    audit::sign_last(&store, &config.audit_checkpoints(), &config.log_origin()).await;
    tracing::info!("KLAR has stopped");
    Ok(())
}

/// `klar migrate`: opening the store brings the tables up to date.
pub async fn migrate(config: &Config) -> anyhow::Result<()> {
    open(config, Clock::System).await?;
    say("The database is up to date.\n")
}

/// `klar counts`: what the registry holds, as JSON.
pub async fn counts(config: &Config) -> anyhow::Result<()> {
    let counts = open(config, Clock::System).await?.registry_counts().await?;
    say(&format!("{}\n", serde_json::to_string_pretty(&counts)?))
}

/// For somebody who waits at a terminal; not for a log.
fn tell(what: &str) {
    if std::io::stderr().is_terminal() {
        // Over what stood there before.
        eprint!("\r\x1b[2K{what}");
    }
}

/// Writes a report to standard output. A reader who has seen enough, as `head` has, is no fault.
fn say(text: &str) -> anyhow::Result<()> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error).context("the report cannot be written"),
        _ => Ok(()),
    }
}

/// A file that was named, as text.
fn read(file: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}

/// Ctrl-C, or the polite signal of a process manager.
fn told_to_stop() -> anyhow::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate()).context("cannot listen for signals")?;
    let mut interrupt = signal(SignalKind::interrupt()).context("cannot listen for signals")?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("told to stop");
    })
}
