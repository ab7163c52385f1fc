//! The one way in which units of the register are written, whoever brings them: the bulk files or the change feed.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::employers::{AlertKind, Noticed, compare};
use domain::identity::OrgNumber;
use domain::{AlertId, Timestamp};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, Iterable, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::entity::{employer_alert, employer_unit};
use crate::{Store, StoreError, scope};

use super::{Entity, row};

/// Who brings it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    Bulk,
    Feed,
}

/// What the register answered about a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// The unit itself.
    Entity(Box<Entity>),
    /// It was deleted, and nothing more is said.
    Deleted(OrgNumber, Option<domain::Date>),
    /// It was taken out of the open data: what identifies people goes here too.
    Removed(OrgNumber),
}

/// What became of a batch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) added: u64,
    pub(super) changed: u64,
    pub(super) unchanged: u64,
    pub(super) alerts: u64,
    /// What lies under another unit than before, or may.
    pub(super) moved: Vec<OrgNumber>,
}

/// What is not there already: digest and entity, or `None` for a tombstone.
type New = BTreeMap<OrgNumber, Option<(Vec<u8>, Entity)>>;

impl Store {
    /// Writes a batch with its alerts. Of a unit that stands twice, the last counts.
    pub(super) async fn write_units(&self, db: &impl ConnectionTrait, batch: Vec<Found>, source: Source) -> Result<Written, StoreError> {
        let mut written = Written::default();
        let new = self.new_among(db, batch, &mut written).await?;
        let old: HashMap<OrgNumber, employer_unit::Model> = scope::employer_units()
            .filter(employer_unit::Column::Number.is_in(new.keys().copied()))
            .all(db)
            .await?
            .into_iter()
            .map(|row| (row.number, row))
            .collect();
        let now = self.clock.now();
        let (mut rows, mut alerts) = (Vec::new(), Vec::new());
        for (number, found) in new {
            let old = old.get(&number);
            // A bulk file may be older than the removal; the feed is not.
            if old.is_some_and(|old| old.removed_at.is_some() && (source == Source::Bulk || found.is_none())) {
                continue;
            }
            let mut row = match (found, old) {
                (Some((digest, entity)), old) => row::of(entity, digest, old, now),
                (None, Some(old)) => row::tombstone(old, now),
                (None, None) => continue,
            };
            match old {
                Some(old) => {
                    let noticed = noticed(old, &mut row);
                    written.moved.extend((old.parent_number != row.parent_number).then_some(number));
                    alerts.extend(noticed.into_iter().map(|noticed| (number, noticed)));
                }
                // What is new has a place too, and may have had something under it before we knew it.
                None => written.moved.push(number),
            }
            rows.push(row.into_active_model());
        }
        if !rows.is_empty() {
            let columns = employer_unit::Column::iter().filter(|column| !matches!(column, employer_unit::Column::Number));
            employer_unit::Entity::insert_many(rows)
                .on_conflict(OnConflict::column(employer_unit::Column::Number).update_columns(columns).to_owned())
                .exec_without_returning(db)
                .await?;
        }
        written.alerts = tell(db, alerts, source, now).await?;
        Ok(written)
    }

    /// Those of a batch that say what is there already.
    pub(super) async fn same_as_there(&self, batch: &[Found]) -> Result<HashSet<OrgNumber>, StoreError> {
        let old = digests(&self.db, batch).await?;
        let digester = self.keys.now().digester()?;
        let mut same = HashSet::new();
        for found in batch {
            let Found::Entity(entity) = found else { continue };
            let digest = digester.digest(entity)?;
            let number = found.number();
            if old.get(&number).is_some_and(|old| digester.is_same(old, &digest, entity)) {
                same.insert(number);
            }
        }
        Ok(same)
    }

    /// What differs from what is there, by digest alone: a bulk file holds a million that do not.
    async fn new_among(&self, db: &impl ConnectionTrait, batch: Vec<Found>, written: &mut Written) -> Result<New, StoreError> {
        let old = digests(db, &batch).await?;
        let today = self.clock.today();
        let digester = self.keys.now().digester()?;
        let mut new = New::new();
        for found in batch {
            let number = found.number();
            let entity = match found {
                Found::Entity(entity) => *entity,
                Found::Deleted(number, on) => Entity::deleted(number, on.unwrap_or(today)).map_err(|_| UNREADABLE)?,
                Found::Removed(_) => {
                    new.insert(number, None);
                    continue;
                }
            };
            let digest = digester.digest(&entity)?;
            match old.get(&number) {
                None => written.added += 1,
                Some(same) if digester.is_same(same, &digest, &entity) => {
                    // Of a unit that stands twice, the last counts, also when that is as it was.
                    if new.remove(&number).is_some() {
                        written.changed = written.changed.saturating_sub(1);
                    }
                    written.unchanged += 1;
                    continue;
                }
                Some(_) => written.changed += 1,
            }
            new.insert(number, Some((digest, entity)));
        }
        Ok(new)
    }
}

const UNREADABLE: StoreError = StoreError::Inconsistent { table: "employer_units", what: "a deleted unit that cannot be written" };

async fn digests(db: &impl ConnectionTrait, batch: &[Found]) -> Result<HashMap<OrgNumber, Vec<u8>>, StoreError> {
    let rows = scope::employer_units()
        .filter(employer_unit::Column::Number.is_in(batch.iter().map(Found::number)))
        .select_only()
        .columns([employer_unit::Column::Number, employer_unit::Column::Digest])
        .into_tuple::<(OrgNumber, Vec<u8>)>();
    Ok(rows.all(db).await?.into_iter().collect())
}

impl Found {
    pub(super) fn number(&self) -> OrgNumber {
        match self {
            Self::Entity(entity) => entity.number(),
            Self::Deleted(number, _) | Self::Removed(number) => *number,
        }
    }
}

/// What to tell of a unit that is written over, and the number of people to compare with next time.
fn noticed(old: &employer_unit::Model, row: &mut employer_unit::Model) -> Vec<Noticed> {
    let mut before = row::facts(old);
    if old.read_at.is_none() {
        // Loaded by an older program, which did not look at this: what it was before is not known.
        before.owner_changed_on = row.owner_changed_on;
    }
    let noticed = compare(&before, row::baseline(old), &row::facts(row));
    if noticed.iter().any(|noticed| matches!(noticed.kind, AlertKind::MoreHeads | AlertKind::FewerHeads)) {
        row.employees_baseline = row.employees;
    }
    noticed
}

/// Writes the alerts, except those that the last one of the same kind about the same unit has told already: what is
/// taken back in the register and comes again is no news.
async fn tell(db: &impl ConnectionTrait, alerts: Vec<(OrgNumber, Noticed)>, source: Source, now: Timestamp) -> Result<u64, StoreError> {
    if alerts.is_empty() {
        return Ok(0);
    }
    let mut last: HashMap<(OrgNumber, AlertKind), Noticed> = HashMap::new();
    let told = scope::everything::<employer_alert::Entity>()
        .filter(employer_alert::Column::EmployerNumber.is_in(alerts.iter().map(|(number, _)| *number)))
        .order_by_asc(employer_alert::Column::NoticedAt)
        .order_by_asc(employer_alert::Column::Id)
        .all(db)
        .await?;
    for alert in told {
        let noticed = Noticed { kind: alert.kind, before: alert.old_value, after: alert.new_value };
        last.insert((alert.employer_number, alert.kind), noticed);
    }
    let rows: Vec<_> = alerts
        .into_iter()
        .filter(|(number, noticed)| last.get(&(*number, noticed.kind)) != Some(noticed))
        .map(|(number, noticed)| employer_alert::ActiveModel {
            id: Set(AlertId(Uuid::now_v7())),
            employer_number: Set(number),
            kind: Set(noticed.kind),
            old_value: Set(noticed.before),
            new_value: Set(noticed.after),
            source: Set(if source == Source::Feed { "feed" } else { "bulk" }.to_owned()),
            noticed_at: Set(now),
        })
        .collect();
    let count = rows.len() as u64;
    if !rows.is_empty() {
        employer_alert::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(count)
}
