//! What is missing where, and on which days: see `domain::org::Shortfall`.
//!
//! Whoever is protected is not there: not as somebody who works at a workplace, not as the holder of a mandate, and not
//! as the one through whom a workplace has a representative. The lists are those of a union without them; a workplace
//! that was left out because somebody nobody may be shown represents it would point at that very person.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use domain::identity::OrgNumber;
use domain::mandates::Term;
use domain::org::{Offices, Shortfall};
use domain::registry::Protection;
use domain::{Date, MemberId, UnitId, text};
use sea_orm::sea_query::ExprTrait;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, JoinType, QueryFilter, QuerySelect, RelationDef,
};
use uuid::Uuid;

use crate::bulk::Bulk;
use crate::entity::{employer_path, employer_unit, mandate, member, shortfall, shortfall_change};
use crate::{StoreError, scope};

use super::paths::Paths;
use super::periods::{Period, merged, without};
use super::workplaces::{self, Crew};

/// Values of a row of `shortfalls`; SQLite takes 32,766 in a statement.
const ROWS: usize = 4_000;

type Rows = BTreeMap<Uuid, BTreeSet<shortfall::Model>>;

/// Compares every row with what it should be, and mends what differs. Nothing is kept of what was over before `since`.
pub(super) async fn derive(db: &impl ConnectionTrait, units: &Paths<UnitId>, since: Date) -> Result<(), StoreError> {
    let policy = crate::policy::in_force(db).await?;
    let offices = policy.offices();
    let mandates = mandates(db).await?;
    let mut wanted = Wanted { units, offices, since, rows: Rows::new() };
    for mandate in &mandates {
        wanted.mandate(mandate);
    }
    let crews = workplaces::crews(db, since).await?;
    let gaps = gaps(crews, &Represented::new(db, offices, &mandates).await?);
    let names = names(db, gaps.iter().map(|(crew, _)| crew.workplace)).await?;
    for (crew, periods) in gaps {
        let number = crew.workplace;
        let sort = format!("{} {number}", text::sort_key(names.get(&number).map_or("", String::as_str)));
        for period in periods {
            wanted.add(Shortfall::NoRepresentative, crew.unit, &sort, crew.unit.0, period, Some(number));
        }
    }
    write(db, &wanted.rows).await?;
    count(db, &wanted.rows, since).await
}

struct Wanted<'a> {
    units: &'a Paths<UnitId>,
    offices: &'a Offices,
    since: Date,
    rows: Rows,
}

impl Wanted<'_> {
    fn mandate(&mut self, mandate: &mandate::Model) {
        let (from, to) = (mandate.from_date, mandate.to_date);
        let term = Term { from, to, revoked: None, gone: None };
        if let Some((from, to)) = term.expiring() {
            let period = Period { from, to: Some(to) };
            self.add(Shortfall::Expiring, mandate.unit_id, &to.to_string(), mandate.id.0, period, None);
        }
        let held = Period { from, to };
        if self.offices.is_of_agreement(mandate.office) && mandate.employer_notified_on.is_none() && held.within(held).is_some() {
            self.add(Shortfall::NotNotified, mandate.unit_id, &from.to_string(), mandate.id.0, held, None);
        }
    }

    /// A row for the unit, and one for each above it.
    fn add(&mut self, kind: Shortfall, unit: UnitId, sort: &str, subject: Uuid, period: Period, workplace: Option<OrgNumber>) {
        if period.to.is_some_and(|to| to < self.since) {
            return;
        }
        for above in self.units.get(&unit).into_iter().flatten() {
            self.rows.entry(subject).or_default().insert(shortfall::Model {
                unit_id: *above,
                kind,
                sort: sort.to_owned(),
                subject_id: subject,
                from_date: period.from,
                to_date: period.to,
                workplace_number: workplace,
            });
        }
    }
}

/// Every mandate in the file whose holder a list may show.
async fn mandates(db: &impl ConnectionTrait) -> Result<Vec<mandate::Model>, StoreError> {
    let hidden: Vec<MemberId> = scope::everything::<mandate::Entity>()
        .join(JoinType::InnerJoin, holder())
        .filter(mandate::Column::EndedAt.is_null())
        .filter(
            member::Column::Protection.ne(Protection::None).or(member::Column::Shielded.eq(true)).or(member::Column::EndedAt.is_not_null()),
        )
        .select_only()
        .column(mandate::Column::MemberId)
        .into_tuple()
        .all(db)
        .await?;
    let hidden: HashSet<MemberId> = hidden.into_iter().collect();
    let mut mandates = scope::everything::<mandate::Entity>().filter(mandate::Column::EndedAt.is_null()).all(db).await?;
    mandates.retain(|mandate| !hidden.contains(&mandate.member_id));
    Ok(mandates)
}

fn holder() -> RelationDef {
    mandate::Entity::belongs_to(member::Entity).from(mandate::Column::MemberId).to(member::Column::Id).into()
}

/// On which days somebody represents a workplace in a club, or the whole club.
struct Represented {
    clubs: HashMap<UnitId, Vec<Period>>,
    workplaces: HashMap<(UnitId, OrgNumber), Vec<Period>>,
}

impl Represented {
    async fn new(db: &impl ConnectionTrait, offices: &Offices, mandates: &[mandate::Model]) -> Result<Self, StoreError> {
        let mut represented = Self { clubs: HashMap::new(), workplaces: HashMap::new() };
        let mut narrowed: HashMap<OrgNumber, Vec<(UnitId, Period)>> = HashMap::new();
        for mandate in mandates.iter().filter(|mandate| offices.is_of_agreement(mandate.office)) {
            let held = Period { from: mandate.from_date, to: mandate.to_date };
            let Some(held) = held.within(held) else { continue };
            match mandate.workplace_number {
                Some(number) => narrowed.entry(number).or_default().push((mandate.unit_id, held)),
                None => represented.clubs.entry(mandate.unit_id).or_default().push(held),
            }
        }
        // Whoever is elected for an employer represents every workplace under it.
        let named: Vec<OrgNumber> = narrowed.keys().copied().collect();
        for chunk in named.chunks(10_000) {
            let under = scope::everything::<employer_path::Entity>().filter(employer_path::Column::Above.is_in(chunk.iter().copied()));
            for row in under.all(db).await? {
                for (unit, held) in narrowed.get(&row.above).into_iter().flatten() {
                    represented.workplaces.entry((*unit, row.number)).or_default().push(*held);
                }
            }
        }
        Ok(represented)
    }

    fn of(&self, crew: &Crew) -> Vec<Period> {
        // An office of a local is held for the employer it names; without one it stands for nobody's workplace.
        let whole = self.clubs.get(&crew.unit).filter(|_| crew.in_club);
        let here = self.workplaces.get(&(crew.unit, crew.workplace));
        merged(whole.into_iter().chain(here).flatten().copied().collect())
    }
}

/// The days on which there are members at a workplace, and nobody represents them.
fn gaps(crews: HashMap<Crew, Vec<Period>>, represented: &Represented) -> Vec<(Crew, Vec<Period>)> {
    let gap = |(crew, periods): (Crew, Vec<Period>)| {
        let days = without(&merged(periods), &represented.of(&crew));
        (!days.is_empty()).then_some((crew, days))
    };
    crews.into_iter().filter_map(gap).collect()
}

async fn names(db: &impl ConnectionTrait, numbers: impl Iterator<Item = OrgNumber>) -> Result<HashMap<OrgNumber, String>, StoreError> {
    let numbers: Vec<OrgNumber> = numbers.collect::<HashSet<_>>().into_iter().collect();
    let mut names = HashMap::new();
    for chunk in numbers.chunks(10_000) {
        let rows: Vec<(OrgNumber, String)> = scope::employer_units()
            .filter(employer_unit::Column::Number.is_in(chunk.iter().copied()))
            .select_only()
            .columns([employer_unit::Column::Number, employer_unit::Column::Name])
            .into_tuple()
            .all(db)
            .await?;
        names.extend(rows);
    }
    Ok(names)
}

async fn write(db: &impl ConnectionTrait, wanted: &Rows) -> Result<(), StoreError> {
    let mut there = Rows::new();
    for row in scope::everything::<shortfall::Entity>().all(db).await? {
        there.entry(row.subject_id).or_default().insert(row);
    }
    let stale: Vec<Uuid> = there.iter().filter(|(subject, rows)| wanted.get(subject) != Some(*rows)).map(|(subject, _)| *subject).collect();
    for subjects in stale.chunks(10_000) {
        shortfall::Entity::delete_many().filter(shortfall::Column::SubjectId.is_in(subjects.iter().copied())).exec(db).await?;
    }
    let new = wanted.iter().filter(|(subject, rows)| there.get(subject) != Some(*rows)).flat_map(|(_, rows)| rows.iter().cloned());
    let new: Vec<shortfall::ActiveModel> = new.map(IntoActiveModel::into_active_model).collect();
    for rows in new.chunks(ROWS) {
        shortfall::Entity::insert_many(rows.iter().cloned()).exec_without_returning(db).await?;
    }
    Ok(())
}

type Changes = BTreeMap<(Shortfall, Date), i64>;

/// How the numbers change from day to day. What began before `since` is one number on that day: nobody asks about
/// earlier ones.
async fn count(db: &impl ConnectionTrait, rows: &Rows, since: Date) -> Result<(), StoreError> {
    let mut wanted: HashMap<UnitId, Changes> = HashMap::new();
    for row in rows.values().flatten() {
        let changes = wanted.entry(row.unit_id).or_default();
        *changes.entry((row.kind, Ord::max(row.from_date, since))).or_default() += 1;
        if let Some(to) = row.to_date {
            *changes.entry((row.kind, to.plus_days(1))).or_default() -= 1;
        }
    }
    for changes in wanted.values_mut() {
        changes.retain(|_, change| *change != 0);
    }
    let mut there: HashMap<UnitId, Changes> = HashMap::new();
    for row in scope::everything::<shortfall_change::Entity>().all(db).await? {
        there.entry(row.unit_id).or_default().insert((row.kind, row.on_date), row.change);
    }
    let stale: Vec<UnitId> = there.iter().filter(|(unit, changes)| wanted.get(unit) != Some(*changes)).map(|(unit, _)| *unit).collect();
    for units in stale.chunks(10_000) {
        shortfall_change::Entity::delete_many().filter(shortfall_change::Column::UnitId.is_in(units.iter().copied())).exec(db).await?;
    }
    let new = wanted.iter().filter(|(unit, changes)| there.get(unit) != Some(*changes));
    let row = |unit: UnitId, (kind, day): (Shortfall, Date), change: i64| shortfall_change::ActiveModel {
        unit_id: Set(unit),
        kind: Set(kind),
        on_date: Set(day),
        change: Set(change),
    };
    let new = new.flat_map(|(unit, changes)| changes.iter().map(move |(at, change)| row(*unit, *at, *change)));
    let new: Vec<shortfall_change::ActiveModel> = new.collect();
    Bulk::<shortfall_change::Entity>::new(db.get_database_backend()).upsert(db, new.into_iter().map(Ok)).await
}
