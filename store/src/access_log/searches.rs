//! How often each person has searched among members today.
//!
//! The log itself is the counter: it has a row for each search, for every node alike, and nobody can set it back. The
//! task that writes it keeps in memory what it has counted, so that an ordinary search costs no question; it reads a
//! person's rows of the day when it meets them first, and again when another node has written. With SQLite all of it
//! happens in the log's own file, which no import holds.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::{Arc, Mutex, PoisonError};

use domain::members::SearchLimits;
use domain::{Date, MemberId, Timestamp};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::access_log;
use crate::{StoreError, scope};

/// Action and kind of the row that says a search was refused.
pub(super) const STOPPED: (&str, &str) = ("stop", "member_list");
/// Action and kind of the rows that count.
const COUNTED: [(&str, &str); 3] = [("list", "member"), ("export", "member_list"), ("export", "case_list")];

/// The limits, and who has to wait: what those who ask share with the task that writes.
#[derive(Debug, Default)]
pub(super) struct Searches(Mutex<(SearchLimits, HashMap<MemberId, Timestamp>)>);

impl Searches {
    pub(super) fn limit(&self, limits: SearchLimits) {
        self.with(|(own, waiting)| {
            *own = limits;
            waiting.clear();
        });
    }

    /// Until when this person has to wait, if they were told so.
    pub(super) fn stopped(&self, person: MemberId, now: Timestamp) -> Option<Timestamp> {
        self.with(|(_, waiting)| waiting.get(&person).copied().filter(|again| *again > now))
    }

    fn limits(&self) -> SearchLimits {
        self.with(|(limits, _)| *limits)
    }

    fn stop(&self, person: MemberId, again: Timestamp, now: Timestamp) {
        self.with(|(_, waiting)| {
            waiting.retain(|_, again| *again > now);
            waiting.insert(person, again);
        });
    }

    /// What lies in it is whole at any time, whoever panicked with it.
    fn with<T>(&self, act: impl FnOnce(&mut (SearchLimits, HashMap<MemberId, Timestamp>)) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// What the task has counted.
pub(super) struct Tallies {
    searches: Arc<Searches>,
    day: Option<Date>,
    /// The last row that this task has written.
    seq: i64,
    /// The times of each person's searches since midnight in Oslo, the oldest first.
    today: HashMap<MemberId, Vec<Timestamp>>,
}

impl Tallies {
    pub(super) fn new(searches: Arc<Searches>) -> Self {
        Self { searches, day: None, seq: 0, today: HashMap::new() }
    }

    /// Begins a batch behind row `seq`: what was counted holds only if nobody else has written, and on its day.
    pub(super) fn follow(&mut self, seq: i64, now: Timestamp) {
        let day = Some(now.oslo_date());
        if seq != self.seq || day != self.day {
            self.today.clear();
            self.day = day;
        }
    }

    /// The batch is on the disk, up to this row.
    pub(super) fn written(&mut self, seq: i64) {
        self.seq = seq;
    }

    pub(super) fn forget(&mut self) {
        self.today.clear();
    }

    /// Counts one more search; or says when there may be one again.
    pub(super) async fn one_more(
        &mut self,
        db: &impl ConnectionTrait,
        person: MemberId,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, StoreError> {
        let times = match self.today.entry(person) {
            Entry::Occupied(counted) => counted.into_mut(),
            Entry::Vacant(uncounted) => uncounted.insert(searched_today(db, person, now).await?),
        };
        let again = self.searches.limits().again(times, now);
        match again {
            Some(again) => self.searches.stop(person, again, now),
            None => times.push(now),
        }
        Ok(again)
    }
}

async fn searched_today(db: &impl ConnectionTrait, person: MemberId, now: Timestamp) -> Result<Vec<Timestamp>, StoreError> {
    let midnight = Timestamp::beginning_of(now.oslo_date()).unwrap_or_else(|| now.plus_seconds(-24 * 60 * 60));
    let counted = COUNTED.into_iter().fold(Condition::any(), |any, (action, kind)| {
        any.add(Condition::all().add(access_log::Column::Action.eq(action)).add(access_log::Column::SubjectKind.eq(kind)))
    });
    let times = scope::log_of_the_chain()
        .filter(access_log::Column::PersonId.eq(person))
        .filter(access_log::Column::At.gte(midnight))
        .filter(counted)
        .order_by_asc(access_log::Column::At)
        .select_only()
        .column(access_log::Column::At)
        .into_tuple()
        .all(db)
        .await?;
    Ok(times)
}
