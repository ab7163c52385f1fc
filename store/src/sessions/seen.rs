//! When each session was last used.
//!
//! A page never waits for this to be written: it is noted in memory, and one task writes what has gathered, when the
//! database lets it. With SQLite an import may hold the only write lock for a minute. Until it is written, and for a minute
//! after, the note in memory counts: a request may hold a row that it read just before.
//!
//! So the half hour is exact to a minute, and to the short side only: a session that is used all the time counts from a
//! moment at most [`SEEN_EVERY_SECONDS`] back. Whoever comes to another node, or after a restart, counts from what was
//! written, which is a second older, or as much as an import took. Nobody gets more than half an hour.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use domain::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::entity::session;
use crate::{Store, StoreError};

use super::SEEN_EVERY_SECONDS;

/// How long a note is kept after it was written: longer than any request reads.
const KEPT: Duration = Duration::from_secs(60);

/// What is not written yet, or only just.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    notes: Mutex<HashMap<Vec<u8>, Note>>,
    writing: AtomicBool,
}

/// That a session was used.
#[derive(Debug, Clone, Copy)]
struct Note {
    at: Timestamp,
    /// When that was written.
    written: Option<Instant>,
}

impl Seen {
    fn notes(&self) -> MutexGuard<'_, HashMap<Vec<u8>, Note>> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// When this session was last used, as far as this program knows.
    pub(super) fn last(&self, row: &session::Model) -> Timestamp {
        self.notes().get(&row.token_hash).map_or(row.last_seen_at, |note| row.last_seen_at.max(note.at))
    }

    pub(super) fn forget(&self, token_hash: &[u8]) {
        self.notes().remove(token_hash);
    }

    fn all_written(&self) -> bool {
        self.notes().values().all(|note| note.written.is_some())
    }
}

impl Store {
    /// Notes that a session is used now, and sees to it that somebody writes it.
    pub(super) fn mark_seen(&self, row: &session::Model, now: Timestamp) {
        if self.seen.last(row) >= now.plus_seconds(-SEEN_EVERY_SECONDS) {
            return;
        }
        self.seen.notes().insert(row.token_hash.clone(), Note { at: now, written: None });
        if self.seen.writing.swap(true, Ordering::AcqRel) {
            return;
        }
        let store = self.beyond_request();
        tokio::spawn(async move {
            loop {
                let written = store.write_seen().await;
                store.seen.writing.store(false, Ordering::Release);
                if let Err(error) = written {
                    // The next page tries again.
                    tracing::debug!(%error, "when sessions were last used could not be written");
                    break;
                }
                // What came while that was written waits for nobody else.
                if store.seen.all_written() || store.seen.writing.swap(true, Ordering::AcqRel) {
                    break;
                }
            }
        });
    }

    /// Writes what has gathered, now; also before the program stops.
    pub async fn write_seen(&self) -> Result<(), StoreError> {
        let tx = self.begin().await?;
        let written = self.write_seen_in(&tx).await?;
        tx.commit().await?;
        let (mut notes, now) = (self.seen.notes(), Instant::now());
        for (token_hash, at) in written {
            if let Some(note) = notes.get_mut(&token_hash).filter(|note| note.at == at) {
                note.written = Some(now);
            }
        }
        notes.retain(|_, note| note.written.is_none_or(|written| now.duration_since(written) < KEPT));
        Ok(())
    }

    /// The same in a transaction that has begun.
    pub(super) async fn write_seen_in(&self, tx: &impl ConnectionTrait) -> Result<Vec<(Vec<u8>, Timestamp)>, StoreError> {
        let unwritten = |(token_hash, note): (&Vec<u8>, &Note)| note.written.is_none().then(|| (token_hash.clone(), note.at));
        let mut waiting: Vec<_> = self.seen.notes().iter().filter_map(unwritten).collect();
        // Two who write at once come in the same order, so neither waits for ever.
        waiting.sort();
        for (token_hash, at) in &waiting {
            session::Entity::update_many()
                .col_expr(session::Column::LastSeenAt, Expr::value(*at))
                .filter(session::Column::TokenHash.eq(token_hash.clone()))
                .filter(session::Column::LastSeenAt.lt(*at))
                .exec(tx)
                .await?;
        }
        Ok(waiting)
    }
}
