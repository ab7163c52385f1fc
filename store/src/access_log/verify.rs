//! Whether the log is still as it was written.

use sea_orm::{ColumnTrait, DatabaseConnection, QueryFilter, QueryOrder, QuerySelect};

use crate::crypto::Keys;
use crate::entity::{access_log, access_log_detail};
use crate::{Store, StoreError, scope};

use super::Detail;
use super::chain::{self, BEGINNING, Hash};
use super::checkpoints::Checkpoint;

/// Rows read at a time.
const PAGE: u64 = 5_000;
/// How far back the time may go from one row to the next without a word: no two machines have the same clock.
const CLOCKS_APART_MS: i64 = 60_000;
/// How many such rows are named.
const NAMED: usize = 20;

/// A log that is whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Whole {
    /// How many rows it has.
    pub rows: i64,
    /// How many checkpoints it agrees with.
    pub checkpoints: usize,
    /// How many rows have had their personal detail thrown away.
    pub shredded: u64,
    /// How many rows have a time well before that of the row before them: somebody set a clock back.
    pub set_back: u64,
    /// The first of those rows.
    pub first_set_back: Vec<i64>,
    head: Hash,
}

/// The first thing that is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A row is gone.
    #[error("row {0} is missing")]
    Missing(i64),
    /// There is a row where none can be.
    #[error("row {0} should not be there")]
    Extra(i64),
    /// A row does not have the hash that its fields and the row before it give.
    #[error("row {0} was altered, or does not belong after the row before it")]
    Altered(i64),
    /// The personal detail of a row is not the one that was written.
    #[error("the sealed detail of row {0} was altered")]
    Detail(i64),
    /// The chain is sound in itself, but it is not the one that was signed.
    #[error("a row from {from} to {to} was altered, and the rows after it were chained anew: row {to} is not the one in the checkpoint")]
    Rewritten {
        /// The first row that may be the one.
        from: i64,
        /// The last.
        to: i64,
    },
    /// The end is gone.
    #[error("row {from} is missing: the log has been cut off, a checkpoint tells of {to} rows")]
    CutOff {
        /// The first row that is gone.
        from: i64,
        /// The last that is known to have been there.
        to: i64,
    },
}

impl Whole {
    pub(super) fn head(&self) -> Hash {
        self.head
    }
}

impl Store {
    /// Reads the whole log and compares it with these checkpoints, whose signatures have been checked.
    pub async fn verify_log(&self, checkpoints: &[Checkpoint]) -> Result<Result<Whole, Fault>, StoreError> {
        // A key may have come since the file was read.
        walk(&self.log.db, &*self.keys.read(&self.db).await?, 0, BEGINNING, checkpoints).await
    }

    /// The same, for what has come since a checkpoint.
    pub(super) async fn verify_log_since(&self, last: &Checkpoint) -> Result<Result<Whole, Fault>, StoreError> {
        let there = scope::log_of_the_chain().filter(access_log::Column::Seq.eq(last.size())).one(&self.log.db).await?;
        match there {
            Some(row) if row.entry_hash == last.head() => {
                walk(&self.log.db, &*self.keys.read(&self.db).await?, last.size(), last.head(), &[]).await
            }
            Some(_) => Ok(Err(Fault::Rewritten { from: 1, to: last.size() })),
            None => match self.log_size().await? {
                rows if rows < last.size() => Ok(Err(Fault::CutOff { from: rows + 1, to: last.size() })),
                _ => Ok(Err(Fault::Missing(last.size()))),
            },
        }
    }
}

async fn walk(
    db: &DatabaseConnection,
    keys: &Keys,
    after: i64,
    mut before: Hash,
    checkpoints: &[Checkpoint],
) -> Result<Result<Whole, Fault>, StoreError> {
    let mut waiting: Vec<&Checkpoint> = checkpoints.iter().collect();
    waiting.sort_by_key(|checkpoint| std::cmp::Reverse(checkpoint.size()));
    let mut whole = Whole { rows: after, head: before, ..Whole::default() };
    let (mut agreed, mut latest) = (after, i64::MIN);
    loop {
        // A row before the first is found by the first page, which has no lower end.
        let mut page = scope::log_of_the_chain().order_by_asc(access_log::Column::Seq).limit(PAGE);
        if whole.rows > 0 {
            page = page.filter(access_log::Column::Seq.gt(whole.rows));
        }
        let rows = page.all(db).await?;
        let Some(last) = rows.last() else { break };
        let mut details = details(db, whole.rows, last.seq).await?.into_iter().peekable();
        for row in rows {
            let expected = whole.rows + 1;
            if row.seq != expected {
                return Ok(Err(if row.seq < expected { Fault::Extra(row.seq) } else { Fault::Missing(expected) }));
            }
            let hash = chain::hash(&row, &before);
            if row.entry_hash != hash {
                return Ok(Err(Fault::Altered(row.seq)));
            }
            match (details.next_if(|detail| detail.seq == row.seq), row.detail_digest) {
                (Some(detail), Some(digest)) if was_written(keys, &detail, &digest) => {}
                (Some(_), _) => return Ok(Err(Fault::Detail(row.seq))),
                (None, Some(_)) => whole.shredded += 1,
                (None, None) => {}
            }
            if row.at.0 < latest.saturating_sub(CLOCKS_APART_MS) {
                whole.set_back += 1;
                if whole.first_set_back.len() < NAMED {
                    whole.first_set_back.push(row.seq);
                }
            }
            latest = row.at.0;
            (whole.rows, before) = (row.seq, hash);
            while let Some(checkpoint) = waiting.pop_if(|checkpoint| checkpoint.size() <= row.seq) {
                if checkpoint.size() < row.seq || checkpoint.head() != hash {
                    return Ok(Err(Fault::Rewritten { from: agreed + 1, to: row.seq }));
                }
                (agreed, whole.checkpoints) = (row.seq, whole.checkpoints + 1);
            }
        }
    }
    whole.head = before;
    match waiting.first() {
        Some(largest) => Ok(Err(Fault::CutOff { from: whole.rows + 1, to: largest.size() })),
        None => Ok(Ok(whole)),
    }
}

/// Whether a detail is the one that the chain knows, be it sealed once more since.
fn was_written(keys: &Keys, detail: &access_log_detail::Model, digest: &[u8]) -> bool {
    keys.first_sealing(&Detail::place(detail.seq), &detail.sealed).is_ok_and(|first| chain::digest(&first).as_slice() == digest)
}

async fn details(db: &DatabaseConnection, after: i64, to: i64) -> Result<Vec<access_log_detail::Model>, StoreError> {
    Ok(scope::log_details()
        .filter(access_log_detail::Column::Seq.gt(after))
        .filter(access_log_detail::Column::Seq.lte(to))
        .order_by_asc(access_log_detail::Column::Seq)
        .all(db)
        .await?)
}
