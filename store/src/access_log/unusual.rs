//! What is unusual in the log, counted over a bounded part of it.

use std::collections::BTreeMap;

use domain::access_log::{Glance, Rule, Unusual, stopped, unusual, worth_a_history};
use domain::{Date, MemberId, Timestamp};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect, Select};
use uuid::Uuid;

use crate::entity::access_log;
use crate::{Store, StoreError, scope};

use super::read::newest;
use super::{LogReader, misses, searches};

/// The openings that are counted: so many, among the last so many looks, and none older than a week.
const OPENINGS: u64 = 20_000;
const LOOKS: i64 = 100_000;
const SECONDS: i64 = 7 * 24 * 60 * 60;
/// What a viewer opened before, for telling what is usual.
const HISTORY: u64 = 1_000;
/// How many refusals of each kind are counted.
const STOPS: u64 = 1_000;
/// How many viewers' histories are read.
const HISTORIES: usize = 20;

impl Store {
    /// What in the last week, or as much of it as is read at once, somebody should look at first.
    pub(super) async fn unusual_looks(&self, reader: &LogReader, today: Date) -> Result<Vec<Unusual>, StoreError> {
        let week = self.clock.now().plus_seconds(-SECONDS);
        let oldest = scope::access_log(reader).filter(access_log::Column::Seq.eq(self.log_size().await? - LOOKS)).one(&self.log.db).await?;
        let since = oldest.map_or(week, |row| week.max(row.at));
        let found = openings(scope::access_log(reader)).filter(access_log::Column::At.gte(since));
        let rows: Vec<(Timestamp, MemberId, Option<Uuid>, String)> = newest(found, OPENINGS)
            .select_only()
            .columns([access_log::Column::At, access_log::Column::PersonId, access_log::Column::SubjectId, access_log::Column::SubjectKind])
            .into_tuple()
            .all(&self.log.db)
            .await?;
        let glances: Vec<Glance> = rows
            .into_iter()
            .filter_map(|(at, by, opened, kind)| Some(Glance { at, by, opened: opened?, card: kind == "member" }))
            .collect();
        let first = glances.iter().map(|glance| glance.at).min().unwrap_or(since);
        let mut before = BTreeMap::new();
        for person in worth_a_history(&glances, today).into_iter().take(HISTORIES) {
            let earlier = openings(scope::access_log(reader))
                .filter(access_log::Column::PersonId.eq(person))
                .filter(access_log::Column::At.lt(first));
            let times: Vec<Timestamp> =
                newest(earlier, HISTORY).select_only().column(access_log::Column::At).into_tuple().all(&self.log.db).await?;
            before.insert(person, times);
        }
        let mut patterns = Vec::new();
        for (rule, stop) in [(Rule::Guessed, misses::STOPPED), (Rule::Stopped, searches::STOPPED)] {
            patterns.extend(stopped(rule, &self.stops(reader, stop, since).await?));
        }
        patterns.extend(unusual(&glances, &before, today));
        let persons = self.persons(reader, patterns.iter().map(|pattern| pattern.person)).await?;
        Ok(patterns
            .into_iter()
            .filter_map(|pattern| {
                let person = persons.get(&pattern.person).cloned()?;
                Some(Unusual {
                    rule: pattern.rule,
                    person,
                    number: pattern.number,
                    usual: pattern.usual,
                    from: pattern.from,
                    to: pattern.to,
                })
            })
            .collect())
    }

    /// Who has been stopped by a limit, and when.
    async fn stops(
        &self,
        reader: &LogReader,
        (action, kind): (&str, &str),
        since: Timestamp,
    ) -> Result<Vec<(Timestamp, MemberId)>, StoreError> {
        let stops = scope::access_log(reader)
            .filter(access_log::Column::At.gte(since))
            .filter(access_log::Column::Action.eq(action))
            .filter(access_log::Column::SubjectKind.eq(kind));
        let rows = newest(stops, STOPS).select_only().columns([access_log::Column::At, access_log::Column::PersonId]).into_tuple();
        Ok(rows.all(&self.log.db).await?)
    }
}

/// Cards and cases that were opened: what lists show is not counted.
fn openings(found: Select<access_log::Entity>) -> Select<access_log::Entity> {
    found.filter(access_log::Column::Action.eq("open"))
}
