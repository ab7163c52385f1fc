//! `klar follow employers`, and the same beside `klar serve`.

use anyhow::Context;
use store::{Clock, Store};
use tokio::task::JoinHandle;

use super::{open, say, told_to_stop};
use crate::config::Config;
use crate::register::{Follower, Manners, Register, Round};

/// `klar follow employers`: reads the change feeds to their ends, once or again and again until told to stop.
pub async fn follow(config: &Config, once: bool) -> anyhow::Result<()> {
    let store = open(config, Clock::System).await?;
    let mut follower = follower(config, &store)?;
    if once {
        return match follower.round().await? {
            Round::Read(done) => say(&format!("employers and workplaces: {} changed; {} alerts\n", done.changed, done.alerts)),
            Round::Elsewhere => say("Another node follows the business register; nothing was done.\n"),
        };
    }
    let stop = told_to_stop()?;
    tokio::select! {
        () = follower.keep_following(config.register.every.duration()) => {}
        () = stop => {}
    }
    Ok(())
}

/// Follows while the portal serves, if the configuration says so.
pub(super) fn in_background(config: &Config, store: &Store) -> anyhow::Result<Option<JoinHandle<()>>> {
    if !config.register.follow {
        return Ok(None);
    }
    let follower = follower(config, store)?;
    Ok(Some(tokio::spawn(follower.keep_following(config.register.every.duration()))))
}

fn follower(config: &Config, store: &Store) -> anyhow::Result<Follower> {
    let register = Register::new(config.register.address.clone(), Manners::default(), store.clock().clone())
        .context("no connection to the business register can be made")?;
    Ok(Follower::new(store.clone(), register))
}
