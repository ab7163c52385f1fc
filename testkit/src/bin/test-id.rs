//! `test-id`: the OpenID provider for development, demos and end-to-end tests, as a process.
//!
//! Anybody may log in as anybody. Never let it vouch for people in front of real data.

use std::{net::SocketAddr, path::PathBuf, process::ExitCode};

use anyhow::Context;
use clap::Parser;
use testkit::test_id::{Config, DEV_CLIENT_ID, DEV_CLIENT_SECRET, Persona, TestId};
use tokio::net::TcpListener;

/// Test-ID: a small OpenID provider where one chooses whom to be. For testing only.
#[derive(Debug, Parser)]
#[command(name = "test-id", version)]
struct Arguments {
    /// The address to listen on
    #[arg(long, default_value = "127.0.0.1:4400", value_name = "ADDRESS:PORT")]
    listen: SocketAddr,
    /// The issuer, if it is not http:// and the address listened on
    #[arg(long, value_name = "URL")]
    issuer: Option<String>,
    /// The people to choose from: a JSON list of {key, name, national_id, about: {nb, nn, en}}
    #[arg(long, value_name = "FILE")]
    personas: Option<PathBuf>,
    /// The client's id
    #[arg(long, default_value = DEV_CLIENT_ID, value_name = "ID")]
    client_id: String,
    /// The client's secret; the default is public and protects nothing
    #[arg(long, default_value = DEV_CLIENT_SECRET, value_name = "TEXT")]
    client_secret: String,
    /// Where a login may lead back to, letter by letter; can be given several times
    #[arg(long = "redirect-uri", required = true, value_name = "URL")]
    redirect_uris: Vec<String>,
    /// Where a logout may lead back to, letter by letter; can be given several times
    #[arg(long = "post-logout-redirect-uri", value_name = "URL")]
    post_logout_redirect_uris: Vec<String>,
    /// The claim for the national id: pid (ID-porten), nnin_altsub (BankID), nin (Signicat)
    #[arg(long, default_value = "pid", value_name = "CLAIM")]
    national_id_claim: String,
    /// A P-256 private key in PEM; without it each start makes a fresh key
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
}

impl Arguments {
    fn into_config(self) -> anyhow::Result<Config> {
        let key_pem = match &self.key {
            Some(file) => Some(std::fs::read_to_string(file).with_context(|| format!("Cannot read the key file {}", file.display()))?),
            None => None,
        };
        let personas = match &self.personas {
            Some(file) => Persona::load(file).map_err(one_sentence)?,
            None => Vec::new(),
        };
        Ok(Config {
            issuer: self.issuer,
            client_id: self.client_id,
            client_secret: self.client_secret,
            redirect_uris: self.redirect_uris,
            post_logout_redirect_uris: self.post_logout_redirect_uris,
            national_id_claim: self.national_id_claim,
            personas,
            key_pem,
            ..Config::default()
        })
    }
}

/// The library's errors say everything in their own words; the chain would say it twice.
fn one_sentence(error: impl std::fmt::Display) -> anyhow::Error {
    anyhow::anyhow!("{error}")
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("test-id: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> anyhow::Result<()> {
    let address = arguments.listen;
    let config = arguments.into_config()?;
    let listener = TcpListener::bind(address).await.with_context(|| format!("Cannot listen on {address}"))?;
    let test_id = TestId::start_on(listener, config).await.map_err(one_sentence)?;
    println!("Test-ID is ready at {}", test_id.issuer());
    asked_to_stop().await.context("Cannot wait for Ctrl-C")?;
    test_id.shutdown().await;
    Ok(())
}

/// Ctrl-C, or the polite signal of a process manager.
async fn asked_to_stop() -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate())?;
        tokio::select! {
            pressed = tokio::signal::ctrl_c() => pressed,
            _ = terminate.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}
