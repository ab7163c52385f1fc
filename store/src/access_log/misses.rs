//! How often each person has asked for a member or a case that is not there for them: ids are too long to guess, and
//! whoever tries all the same is stopped and told of.
//!
//! Counted in memory, by each node for itself: nothing is to be had by it, so a restart does no harm.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use domain::access_log::{MISSES, one_more_miss};
use domain::{MemberId, Timestamp};

use crate::{Store, StoreError, Viewer};

use super::Look;

/// Action and kind of the row that says somebody was stopped.
pub(super) const STOPPED: (&str, &str) = ("stop", "address");
/// Above so many persons, those whose misses are old are forgotten.
const PERSONS: usize = 1_000;

/// The misses of the last minutes, and how many there may be.
#[derive(Debug)]
pub(super) struct Misses(Mutex<(u32, HashMap<MemberId, Person>)>);

#[derive(Debug, Default)]
struct Person {
    times: Vec<Timestamp>,
    /// Until when they were told to wait.
    told: Option<Timestamp>,
}

impl Default for Misses {
    fn default() -> Self {
        Self(Mutex::new((MISSES, HashMap::new())))
    }
}

impl Misses {
    /// Counts one more; or says when there may be one again, and whether that was said before.
    fn one_more(&self, person: MemberId, now: Timestamp) -> Result<(), (Timestamp, bool)> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (most, persons) = &mut *held;
        if persons.len() > PERSONS {
            persons.retain(|_, person| person.times.last().is_some_and(|last| last.plus_seconds(24 * 60 * 60) > now));
        }
        let person = persons.entry(person).or_default();
        one_more_miss(&mut person.times, *most, now).map_err(|again| (again, person.told.replace(again) == Some(again)))
    }
}

impl Store {
    /// How many misses one person may have in ten minutes.
    pub fn limit_misses(&self, most: u32) {
        self.log.misses.0.lock().unwrap_or_else(PoisonError::into_inner).0 = most;
    }

    /// Passes on what came of looking up one member or case by its id. Whoever has met nothing too often is told to wait,
    /// and it is written that they were.
    pub(crate) async fn unless_guessing<T>(&self, viewer: &Viewer, found: Result<T, StoreError>) -> Result<T, StoreError> {
        if !matches!(found, Err(StoreError::NotFound)) {
            return found;
        }
        match self.log.misses.one_more(viewer.person(), self.clock.now()) {
            Ok(()) => found,
            Err((again, told)) => {
                if !told {
                    self.log_look(viewer, Look::Guessed).await?;
                }
                Err(StoreError::TooManyMisses(again))
            }
        }
    }
}
