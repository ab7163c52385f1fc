//! Checking a file: in a process of its own, with little memory and little time, and by a virus scanner where there is one.

use std::path::PathBuf;
use std::time::Duration;

use domain::documents::{FileRefusal, ScanState};
use files::Checked;
use files::virus::{Scan, scan};
use store::documents::NewFile;
use tokio::net::{TcpStream, UnixStream};
use tokio::sync::Semaphore;

use crate::apart::ask;
use crate::config::ScannerAddress;

/// So many files are checked at once; each may need some hundred megabytes.
const AT_ONCE: usize = 2;
/// A large picture takes some seconds.
const SECONDS: u64 = 40;
const SCAN_SECONDS: u64 = 60;
/// The command by which the program is told to check one file; nobody types it.
pub(crate) const COMMAND: &str = "check-file";

/// Where files are read that somebody may have made to do harm.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Checker {
    /// In this process: what a library does wrong there, it does to the portal. For tests.
    #[default]
    Here,
    /// In a process of its own: this program, started anew for each file.
    Apart(PathBuf),
}

/// What checking needs.
#[derive(Debug)]
pub(crate) struct Checks {
    checker: Checker,
    scanner: Option<ScannerAddress>,
    at_once: Semaphore,
}

impl Checks {
    pub(crate) fn new(checker: Checker, scanner: Option<ScannerAddress>) -> Self {
        Self { checker, scanner, at_once: Semaphore::new(AT_ONCE) }
    }

    /// The file as it may be kept, with what is known of viruses in it.
    pub(crate) async fn check(&self, name: String, bytes: Vec<u8>) -> Result<NewFile, FileRefusal> {
        let _place = self.at_once.acquire().await.map_err(|_| FileRefusal::TooHeavy)?;
        let checked = match &self.checker {
            Checker::Here => here(name, bytes).await,
            Checker::Apart(program) => apart(program, &name, bytes).await,
        }?;
        let scan = match &self.scanner {
            None => ScanState::NotScanned,
            Some(scanner) => self.scan(scanner, &checked.bytes).await?,
        };
        let Checked { kind, name, bytes, notes, pages, text } = checked;
        Ok(NewFile { kind, name, bytes, notes, pages, text, scan })
    }

    /// A scanner that is there and does not answer is no reason to do without: what it has not seen is not taken in.
    async fn scan(&self, scanner: &ScannerAddress, bytes: &[u8]) -> Result<ScanState, FileRefusal> {
        let asked = async {
            match scanner {
                ScannerAddress::Tcp(address) => scan(TcpStream::connect(address).await?, bytes).await,
                ScannerAddress::Unix(path) => scan(UnixStream::connect(path).await?, bytes).await,
            }
        };
        match tokio::time::timeout(Duration::from_secs(SCAN_SECONDS), asked).await {
            Ok(Ok(Scan::Clean)) => Ok(ScanState::Clean),
            Ok(Ok(Scan::Found)) => Err(FileRefusal::Virus),
            Ok(Err(error)) => {
                tracing::error!(%error, "the virus scanner does not answer");
                Err(FileRefusal::ScannerDown)
            }
            Err(_) => {
                tracing::error!("the virus scanner takes too long");
                Err(FileRefusal::ScannerDown)
            }
        }
    }
}

async fn here(name: String, bytes: Vec<u8>) -> Result<Checked, FileRefusal> {
    let checked = tokio::task::spawn_blocking(move || files::check(&name, bytes)).await;
    checked.unwrap_or(Err(FileRefusal::TooHeavy))
}

async fn apart(program: &std::path::Path, name: &str, bytes: Vec<u8>) -> Result<Checked, FileRefusal> {
    match ask(program, COMMAND, &[&files::apart::question(name), &bytes], SECONDS).await {
        Ok(said) => files::apart::answer(&said).unwrap_or(Err(FileRefusal::TooHeavy)),
        Err(what) => {
            tracing::warn!(what, "a file could not be checked");
            Err(FileRefusal::TooHeavy)
        }
    }
}
