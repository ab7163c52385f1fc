//! `klar keys`: the keys with which the database is sealed, and rotating them while the portal is used.

use std::time::Duration;

use anyhow::{Context, anyhow, bail};
use clap::Subcommand;
use store::keys::{KeyRefusal, KeyState, KeyStatus, Node};
use store::{Clock, Store};

use super::{open, say, tell};
use crate::config::Config;

/// What is to be done with keys (docs/runbook.md).
#[derive(Debug, Clone, Copy, Subcommand)]
pub enum Keys {
    /// Print the keys, what is done with each, and how much is sealed with it
    List,
    /// Add a fresh key to the key file of this machine; nothing is sealed with it yet
    Add,
    /// Seal with this key from now on, on every node
    Activate {
        /// Its number
        number: u32,
    },
    /// Seal anew what is sealed with another key than the active one; may be broken off and run again
    Rewrap,
    /// Mark a key that nothing is sealed with any more; it stays in the file, for backups
    Retire {
        /// Its number
        number: u32,
    },
    /// Throw a retired key away, when no backup needs it any more
    Remove {
        /// Its number
        number: u32,
    },
    /// All of it on one machine: add, activate, rewrap, retire. What was broken off goes on where it was
    Rotate,
}

/// `klar keys …`.
pub async fn keys(config: &Config, what: Keys) -> anyhow::Result<()> {
    let store = open(config, Clock::System).await?;
    match what {
        Keys::List => {
            let lines: String = store.keys().await?.iter().map(line).collect();
            say(&lines)
        }
        Keys::Add => {
            let number = store.add_key().await?;
            say(&format!(
                "Key {number} was added to {}. Give that file to every machine that serves this database, then run `klar keys activate {number}`.\n",
                config.key_file().display()
            ))
        }
        Keys::Activate { number } => {
            activate(&store, number).await?;
            say(&format!(
                "Everything is sealed with key {number} from now on. Run `klar keys rewrap` to seal anew what was sealed before.\n"
            ))
        }
        Keys::Rewrap => rewrap(&store).await,
        Keys::Retire { number } => {
            store.retire_key(number).await?;
            say(&retired(number))
        }
        Keys::Remove { number } => {
            store.remove_key(number, config.backups_kept_days).await?;
            say(&format!("Key {number} was taken out of {}. Do the same on the other machines.\n", config.key_file().display()))
        }
        Keys::Rotate => rotate(&store).await,
    }
}

/// What stands between the present keys and one alone that seals everything: the same whether it begins or goes on.
async fn rotate(store: &Store) -> anyhow::Result<()> {
    let keys = store.keys().await?;
    let unfinished = keys.iter().filter(|key| !matches!(key.state, KeyState::Retired(_))).count() > 1;
    let newest = keys.last().filter(|key| unfinished && key.state == KeyState::Waiting).map(|key| key.number);
    let number = match newest {
        Some(number) => number,
        // Interrupted after the activation: nothing is added then.
        None if unfinished => keys.iter().find(|key| key.state == KeyState::Active).map(|key| key.number).context("no active key")?,
        None => store.add_key().await?,
    };
    activate(store, number).await?;
    say(&format!("Everything is sealed with key {number} from now on.\n"))?;
    rewrap(store).await?;
    for key in store.keys().await?.iter().filter(|key| key.state == KeyState::Old) {
        store.retire_key(key.number).await?;
        say(&retired(key.number))?;
    }
    Ok(())
}

/// How long programs that serve may take to notice a key file that has just been changed.
const NOTICE: Duration = Duration::from_secs(30);

async fn activate(store: &Store, number: u32) -> anyhow::Result<()> {
    let until = tokio::time::Instant::now() + NOTICE;
    loop {
        match store.activate_key(number).await {
            Err(KeyRefusal::NodesWithout { .. }) if tokio::time::Instant::now() < until => {
                tell("waiting for the programs that serve the portal to read the key file");
                tokio::time::sleep(Duration::from_millis(500)).await;
            }
            done => {
                tell("");
                return done.map_err(|error| anyhow!(error));
            }
        }
    }
}

async fn rewrap(store: &Store) -> anyhow::Result<()> {
    let rewrapped = store.rewrap(|table, done| tell(&format!("{table}: {done} sealed anew"))).await?;
    tell("");
    say(&format!("{} values were sealed anew.\n", rewrapped.done))?;
    if rewrapped.unreadable > 0 {
        bail!(
            "{} values cannot be opened: they were altered or moved. The log names their tables; they were left as they are",
            rewrapped.unreadable
        );
    }
    Ok(())
}

fn retired(number: u32) -> String {
    format!("Nothing is sealed with key {number} any more. It stays in the key file, for backups.\n")
}

fn line(key: &KeyStatus) -> String {
    let state = match key.state {
        KeyState::Active => "active".to_owned(),
        KeyState::Waiting => "added, not used yet".to_owned(),
        KeyState::Old => "old: run `klar keys rewrap`".to_owned(),
        KeyState::Retired(since) => format!("retired {since}"),
    };
    let sealed: Vec<String> = key.sealed.iter().map(|(table, count)| format!("{count} in {table}")).collect();
    let sealed = if sealed.is_empty() { "seals nothing".to_owned() } else { format!("seals {}", sealed.join(", ")) };
    let missing = if key.nodes_without.is_empty() { String::new() } else { format!("; not known on {}", key.nodes_without.join(", ")) };
    format!("key {}: {state}; {sealed}{missing}\n", key.number)
}

/// How often a program that serves looks at the key file and at what the database says of keys.
const LOOK: Duration = Duration::from_secs(5);

/// Follows the keys for as long as the portal is served.
pub(super) async fn follow(store: Store, node: std::sync::Arc<tokio::sync::Mutex<Node>>) {
    loop {
        if let Err(error) = store.follow_keys(&mut *node.lock().await).await {
            tracing::warn!(%error, "the keys could not be read anew; those that were read before are used");
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// What this machine is called, for a message to whoever rotates keys.
pub(super) fn this_machine() -> Node {
    let name = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    let name = name.trim();
    Node::new(if name.is_empty() { "a machine without a name".to_owned() } else { name.to_owned() })
}
