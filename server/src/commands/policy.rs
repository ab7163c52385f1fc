//! `klar policy …`: the access matrix in force, and a new version of it.

use std::path::Path;

use anyhow::Context;
use domain::access::Policy;
use store::Clock;

use crate::Config;

/// Prints the table in force.
pub async fn show(config: &Config) -> anyhow::Result<()> {
    let store = super::open(config, Clock::System).await?;
    super::say(&store.policy_text().await?)
}

/// Says what is wrong with a table, and touches nothing.
pub fn check(file: &Path) -> anyhow::Result<()> {
    let policy = Policy::parse(0, &read(file)?).with_context(|| file.display().to_string())?;
    policy.locks_nobody_out().with_context(|| file.display().to_string())?;
    super::say(&format!("{} rights; nothing is wrong with them\n", policy.rules().len()))
}

/// Makes a table the policy, from the next request on, on every node.
pub async fn set(config: &Config, file: &Path, note: &str) -> anyhow::Result<()> {
    let text = read(file)?;
    let store = super::open(config, Clock::System).await?;
    let version = store.set_policy(&text, "klar policy set", note).await.with_context(|| file.display().to_string())?;
    super::say(&format!("version {version} is in force\n"))
}

fn read(file: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}
