//! `klar erase-case`: everything that is written in one case.

use anyhow::{Context, ensure};
use store::{Clock, StoreError};

use crate::Config;

/// Throws the key of a case away. `again` is its number once more.
pub async fn erase_case(config: &Config, number: i64, again: i64) -> anyhow::Result<()> {
    ensure!(number == again, "the two numbers differ; nothing has been erased");
    let store = super::open(config, Clock::System).await?;
    match store.erase_case(number).await {
        Err(StoreError::NotFound) => anyhow::bail!("there is no case with the number {number}"),
        erased => erased.context("the case could not be erased")?,
    }
    super::say(&format!("everything written in case {number} is erased\n"))
}
