//! `klar policy …`: the access matrix in force, and a new version of it.

use std::path::Path;

use anyhow::Context;
use domain::access::Policy;
use domain::org::Offices;
use store::Clock;

use crate::Config;

/// Prints the table in force, or the table of its offices.
pub async fn show(config: &Config, offices: bool) -> anyhow::Result<()> {
    let store = super::open(config, Clock::System).await?;
    super::say(&if offices { store.policy().await?.offices().whole_table() } else { store.policy_text().await? })
}

/// Says what is wrong with a table, and touches nothing. Without a table of offices it is about the standard's.
pub fn check(file: &Path, offices: Option<&Path>) -> anyhow::Result<()> {
    let standard = || Ok(Offices::standard().clone());
    let of = |file: &Path| Offices::parse(&super::read(file)?).with_context(|| file.display().to_string());
    let policy = Policy::parse(0, offices.map_or_else(standard, of)?, &super::read(file)?).with_context(|| file.display().to_string())?;
    policy.locks_nobody_out().with_context(|| file.display().to_string())?;
    super::say(&format!("{} rights; nothing is wrong with them\n", policy.rules().len()))
}

/// Makes a table the policy, from the next request on, on every node. Without a table of offices these are as they were.
pub async fn set(config: &Config, file: &Path, offices: Option<&Path>, note: &str) -> anyhow::Result<()> {
    let (rules, offices) = (super::read(file)?, offices.map(super::read).transpose()?);
    let store = super::open(config, Clock::System).await?;
    let set = store.set_policy(&rules, offices.as_deref(), "klar policy set", note).await;
    let version = set.with_context(|| file.display().to_string())?;
    super::say(&format!("version {version} is in force\n"))
}
