//! The one who writes the log: takes every look that waits, chains them, commits once, and then answers all.
//!
//! A commit waits for the disk. While it does, further looks gather, and share the next one; so the log keeps up
//! with the pages, and each look is still on the disk before its answer is sent.

use std::sync::Arc;
use std::time::Duration;

use domain::{MemberId, Timestamp};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DatabaseConnection, DbBackend, EntityTrait, TransactionTrait};
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::crypto::KeyRing;
use crate::database::immediate;
use crate::entity::{access_log, access_log_detail};
use crate::{Clock, StoreError, scope};

use super::chain::{self, BEGINNING, Hash};
use super::misses::Misses;
use super::searches::{STOPPED, Searches, Tallies};
use super::{Detail, Log};

/// How many looks may wait; whoever comes then waits to be let in.
const QUEUE: usize = 1024;
/// How many looks share a commit at most.
const BATCH: usize = 256;
/// So long looks gather for PostgreSQL before they are written: seven turns to it and back cost as much for one look as for
/// ten. With SQLite a commit takes long enough by itself.
const GATHERED: Duration = Duration::from_millis(1);
/// PostgreSQL's lock on the end of the chain: with several nodes, one at a time adds to it.
const LOCK: &str = "SELECT pg_advisory_xact_lock(7012026110000)";

/// A look that waits to be written.
pub(super) struct Waiting {
    pub(super) person_id: MemberId,
    pub(super) action: &'static str,
    pub(super) subject_kind: &'static str,
    pub(super) subject_id: Option<Uuid>,
    pub(super) request_id: String,
    pub(super) detail: Zeroizing<Vec<u8>>,
    /// Whether the limits on searches hold for it.
    pub(super) counted: bool,
    pub(super) answer: oneshot::Sender<Result<Written, Arc<StoreError>>>,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// The look.
    Look,
    /// That it was refused, until then.
    Stop(Timestamp),
}

impl Log {
    /// Starts the task. It ends when the last store is gone and the last look is written.
    /// `main` is the database, which says which key seals.
    pub(crate) fn start(
        main: &DatabaseConnection,
        db: DatabaseConnection,
        writer: DatabaseConnection,
        keys: Arc<KeyRing>,
        clock: Clock,
    ) -> Self {
        let (queue, waiting) = mpsc::channel(QUEUE);
        let searches = Arc::new(Searches::default());
        tokio::spawn(write(main.clone(), writer, keys, clock, searches.clone(), waiting));
        Self { db, queue, searches, misses: Misses::default() }
    }
}

async fn write(
    main: DatabaseConnection,
    db: DatabaseConnection,
    keys: Arc<KeyRing>,
    clock: Clock,
    searches: Arc<Searches>,
    mut waiting: mpsc::Receiver<Waiting>,
) {
    let mut batch = Vec::with_capacity(BATCH);
    let mut tallies = Tallies::new(searches);
    while waiting.recv_many(&mut batch, BATCH).await > 0 {
        if db.get_database_backend() == DbBackend::Postgres {
            tokio::time::sleep(GATHERED).await;
            // Those that have come meanwhile; nobody is waited for.
            while batch.len() < BATCH
                && let Ok(look) = waiting.try_recv()
            {
                batch.push(look);
            }
        }
        match append(&main, &db, &keys, &clock, &mut tallies, &batch).await {
            Ok(written) => {
                for (look, written) in batch.drain(..).zip(written) {
                    // Who has gone away meanwhile is shown nothing.
                    drop(look.answer.send(Ok(written)));
                }
            }
            Err(error) => {
                tracing::error!(%error, looks = batch.len(), "the access log could not be written");
                // What was counted is not there.
                tallies.forget();
                let error = Arc::new(error);
                for look in batch.drain(..) {
                    drop(look.answer.send(Err(error.clone())));
                }
            }
        }
    }
}

async fn append(
    main: &DatabaseConnection,
    db: &DatabaseConnection,
    keys: &KeyRing,
    clock: &Clock,
    tallies: &mut Tallies,
    looks: &[Waiting],
) -> Result<Vec<Written>, StoreError> {
    let tx = db.begin_with_options(immediate(db)).await?;
    let keys = if tx.get_database_backend() == DbBackend::Postgres {
        tx.execute_unprepared(LOCK).await?;
        keys.held(&tx).await?
    } else {
        // The log has a file of its own here, so this holds nobody: a row may come just after an activation that is
        // sealed with the key before it. It is sealed again, or keeps that key from being retired.
        keys.current(main).await?
    };
    let head = scope::end_of_the_chain().one(&tx).await?;
    let (mut seq, mut before) = match head {
        None => (0, BEGINNING),
        Some(row) => (row.seq, Hash::try_from(row.entry_hash).map_err(|_| NO_HASH)?),
    };
    let at = clock.now();
    tallies.follow(seq, at);
    let mut rows = Vec::with_capacity(looks.len());
    let mut details = Vec::with_capacity(looks.len());
    let mut outcomes = Vec::with_capacity(looks.len());
    for look in looks {
        let again = if look.counted { tallies.one_more(&tx, look.person_id, at).await? } else { None };
        let (action, subject_kind) = if again.is_some() { STOPPED } else { (look.action, look.subject_kind) };
        outcomes.push(again.map_or(Written::Look, Written::Stop));
        seq += 1;
        let sealed = keys.seal(&Detail::place(seq), &look.detail)?;
        let mut row = access_log::Model {
            seq,
            at,
            person_id: look.person_id,
            action: action.to_owned(),
            subject_kind: subject_kind.to_owned(),
            subject_id: look.subject_id,
            request_id: look.request_id.clone(),
            detail_digest: Some(chain::digest(&sealed).to_vec()),
            entry_hash: Vec::new(),
        };
        before = chain::hash(&row, &before);
        row.entry_hash = before.to_vec();
        rows.push(access_log::ActiveModel {
            seq: Set(row.seq),
            at: Set(row.at),
            person_id: Set(row.person_id),
            action: Set(row.action),
            subject_kind: Set(row.subject_kind),
            subject_id: Set(row.subject_id),
            request_id: Set(row.request_id),
            detail_digest: Set(row.detail_digest),
            entry_hash: Set(row.entry_hash),
        });
        details.push(access_log_detail::ActiveModel { seq: Set(seq), sealed: Set(sealed) });
    }
    access_log::Entity::insert_many(rows).exec_without_returning(&tx).await?;
    access_log_detail::Entity::insert_many(details).exec_without_returning(&tx).await?;
    tx.commit().await?;
    tallies.written(seq);
    Ok(outcomes)
}

const NO_HASH: StoreError = StoreError::Inconsistent { table: "access_log", what: "the last row has no hash" };
