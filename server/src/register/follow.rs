//! One round of following, and round after round.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use domain::identity::OrgNumber;
use store::employers::{Cursor, Feed, Followed, Found, Page};
use store::{Store, StoreError};
use tokio::time::Instant;
use uuid::Uuid;

use super::client::{Register, RegisterError};
use super::shapes::{Change, Kind};

/// How far up the owners of a unit are read when we do not know them.
const OWNERS: usize = 10;
/// Between two signs of life to the other nodes.
const SIGN: Duration = Duration::from_secs(30);

/// Why a round stopped. The cursor is where the last whole page left it.
#[derive(Debug, thiserror::Error)]
pub enum FollowError {
    /// There is nothing to go on from.
    #[error("load the register's bulk files first: klar import employers")]
    NoBulkFile,
    /// The register gave no answer that can be used.
    #[error(transparent)]
    Register(#[from] RegisterError),
    /// The feed did not go forwards.
    #[error("the change feed of the business register does not go forwards")]
    Disorder,
    /// Another node took over.
    #[error("another node follows the business register")]
    TakenOver,
    /// The store said no.
    #[error(transparent)]
    Store(StoreError),
}

impl From<StoreError> for FollowError {
    fn from(error: StoreError) -> Self {
        if matches!(error, StoreError::Conflict) { Self::TakenOver } else { Self::Store(error) }
    }
}

/// What came of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Round {
    /// Another node follows.
    Elsewhere,
    /// The feeds were read to their ends.
    Read(Followed),
}

/// Follows the register for one node.
#[derive(Debug)]
pub struct Follower {
    store: Store,
    register: Register,
    /// Who this node is, among those that may follow.
    node: Uuid,
    signed: Option<Instant>,
}

impl Follower {
    /// A follower that has not begun.
    pub fn new(store: Store, register: Register) -> Self {
        Self { store, register, node: Uuid::new_v4(), signed: None }
    }

    /// Round after round, for ever. What goes wrong is logged, and tried again the next time.
    pub async fn keep_following(mut self, every: Duration) {
        loop {
            match self.round().await {
                Ok(Round::Read(Followed { changed, alerts })) => tracing::info!(changed, alerts, "the business register was followed"),
                Ok(Round::Elsewhere) => tracing::debug!("another node follows the business register"),
                Err(error) => tracing::warn!(%error, "the business register could not be followed; the next round tries again"),
            }
            // Nodes that started together need not ask together.
            tokio::time::sleep(every.mul_f64(rand::random_range(0.9..1.1))).await;
        }
    }

    /// Reads both feeds to their ends.
    pub async fn round(&mut self) -> Result<Round, FollowError> {
        if !self.store.hold_register_lease(self.node).await? {
            return Ok(Round::Elsewhere);
        }
        self.signed = Some(Instant::now());
        let outcome = self.both_feeds().await;
        // Whatever came of it: another node may go on. If this fails too, the lease runs out by itself.
        if let Err(error) = self.store.release_register_lease(self.node).await {
            tracing::warn!(%error, "the lease could not be given back");
        }
        outcome.map(Round::Read)
    }

    async fn both_feeds(&mut self) -> Result<Followed, FollowError> {
        let mut all = Followed::default();
        for feed in Feed::ALL {
            let Some(mut after) = self.begin(feed).await? else { continue };
            while let Some((last, followed)) = self.page(feed, after).await? {
                after = last;
                all.changed += followed.changed;
                all.alerts += followed.alerts;
            }
        }
        Ok(all)
    }

    /// The change after which a feed goes on; `None` when nothing has happened since the bulk file.
    async fn begin(&mut self, feed: Feed) -> Result<Option<i64>, FollowError> {
        let cursor = self.store.register_cursor(feed).await?.ok_or(FollowError::NoBulkFile)?;
        if let Cursor::After(id) = cursor {
            return Ok(Some(id));
        }
        let Some(first) = self.register.changes(feed, cursor).await?.into_iter().next() else { return Ok(None) };
        let after = first.id - 1;
        self.store.begin_register_feed(self.node, feed, after).await?;
        Ok(Some(after))
    }

    /// Reads and writes one page; the last change in it, or `None` when there was none.
    async fn page(&mut self, feed: Feed, after: i64) -> Result<Option<(i64, Followed)>, FollowError> {
        let changes = self.register.changes(feed, Cursor::After(after)).await?;
        let Some(last) = changes.last().map(|change| change.id) else { return Ok(None) };
        // A feed that goes in another order would make us skip something, or ask for the same page for ever.
        let mut before = after;
        for change in &changes {
            if change.id <= before {
                return Err(FollowError::Disorder);
            }
            before = change.id;
        }
        let found = self.read(feed, changes).await?;
        let followed = self.store.apply_register_page(self.node, feed, Page { after, last, found }).await?;
        Ok(Some((last, followed)))
    }

    /// Reads each unit on the page that we have, that is new under one we have, or that has come under one.
    async fn read(&mut self, feed: Feed, changes: Vec<Change>) -> Result<Vec<Found>, FollowError> {
        let touched = touched(changes);
        let numbers: Vec<OrgNumber> = touched.iter().map(|(number, _)| *number).collect();
        let mut ours = Ours { known: self.store.known_employers(&numbers).await?, found: Vec::new() };
        for (number, change) in touched {
            let known = ours.known.contains(&number);
            let may_be_ours = known || change.kind == Kind::Ny || change.moves;
            if !may_be_ours {
                continue;
            }
            let found = match change.kind {
                // Gone is gone, whatever a cache still answers.
                Kind::Fjernet => Some(Found::Removed(number)),
                kind => {
                    self.sign().await?;
                    let deleted = (kind == Kind::Sletting).then_some(Found::Deleted(number, change.day));
                    self.register.unit(feed, number).await?.or(deleted)
                }
            };
            match (found, known) {
                (Some(found), true) => self.keep(&mut ours, number, found).await?,
                (Some(found), false) if self.is_under_ours(&mut ours, &found).await? => self.keep(&mut ours, number, found).await?,
                (Some(_), false) => {}
                (None, _) => tracing::warn!("the change feed names a unit that the business register does not know"),
            }
        }
        Ok(ours.found)
    }

    async fn is_under_ours(&self, ours: &mut Ours, found: &Found) -> Result<bool, FollowError> {
        match parent(found) {
            Some(parent) => self.knows(ours, parent).await,
            None => Ok(false),
        }
    }

    /// Keeps what was read, and reads whom it belongs to now, as far up as nobody knows.
    async fn keep(&mut self, ours: &mut Ours, number: OrgNumber, found: Found) -> Result<(), FollowError> {
        let mut above = parent(&found);
        ours.known.insert(number);
        ours.found.push(found);
        for _ in 0..OWNERS {
            let Some(number) = above else { break };
            if self.knows(ours, number).await? {
                break;
            }
            self.sign().await?;
            let Some(owner @ Found::Entity(_)) = self.register.unit(Feed::Enheter, number).await? else { break };
            above = parent(&owner);
            ours.known.insert(number);
            ours.found.push(owner);
        }
        Ok(())
    }

    async fn knows(&self, ours: &mut Ours, number: OrgNumber) -> Result<bool, FollowError> {
        if !ours.known.contains(&number) {
            ours.known.extend(self.store.known_employers(&[number]).await?);
        }
        Ok(ours.known.contains(&number))
    }

    /// Tells the other nodes, now and then, that this one still lives.
    async fn sign(&mut self) -> Result<(), FollowError> {
        if self.signed.is_none_or(|at| at.elapsed() >= SIGN) {
            if !self.store.hold_register_lease(self.node).await? {
                return Err(FollowError::TakenOver);
            }
            self.signed = Some(Instant::now());
        }
        Ok(())
    }
}

/// What is known, and what a page has brought.
struct Ours {
    known: HashSet<OrgNumber>,
    found: Vec<Found>,
}

fn parent(found: &Found) -> Option<OrgNumber> {
    if let Found::Entity(entity) = found { entity.parent() } else { None }
}

/// Each unit once, in the order in which they first came: what lies under something new comes after it. The last kind
/// of change counts.
fn touched(changes: Vec<Change>) -> Vec<(OrgNumber, Change)> {
    let mut order: Vec<(OrgNumber, Change)> = Vec::new();
    let mut at: HashMap<OrgNumber, usize> = HashMap::new();
    for change in changes {
        let Some(number) = change.number else { continue };
        match at.get(&number).and_then(|at| order.get_mut(*at)) {
            Some((_, earlier)) => {
                let moves = earlier.moves || change.moves || earlier.kind == Kind::Ny;
                *earlier = Change { moves, ..change };
            }
            None => {
                at.insert(number, order.len());
                order.push((number, change));
            }
        }
    }
    order
}
